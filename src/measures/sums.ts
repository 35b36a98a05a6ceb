import { beliefNames, type Ledger, type SumName, sumNames } from '../engine/index.ts';
import { didYouMean } from '../suggest.ts';
import type { Measure } from './measure.ts';

/** The quarters whose applications and loans count, first and one past the last: later loans have not all ended. */
export function countedQuarters({ burnIn, quarters, term }: Ledger): readonly [number, number] {
  return [burnIn, quarters - term + 1];
}

/** Where a sum stands: the compiler knows the names, those who run a measure without it are told here. */
function columnOf(name: SumName): number {
  const column = sumNames.indexOf(name);
  if (column < 0) throw new Error(`no sum is called "${name}"; ${didYouMean(name, sumNames)}`);
  return column;
}

/** Total of a sum of the ledger over the quarters from … to − 1. */
export function total(ledger: Ledger, name: SumName, from: number, to: number): number {
  const column = columnOf(name);
  let result = 0;
  for (let quarter = from; quarter < to; quarter++) {
    result += ledger.sums[quarter * sumNames.length + column];
  }
  return result;
}

/** Sums that are added up, and those that are taken off. */
interface Mix {
  readonly plus: readonly SumName[];
  readonly minus: readonly SumName[];
}

/** A ratio's top or bottom: one sum, several added up, or a mix. */
export type Sums = SumName | readonly SumName[] | Mix;

/** What a mix of sums comes to over the quarters from … to − 1. */
export function totalOf(ledger: Ledger, sums: Sums, from: number, to: number): number {
  if (typeof sums === 'string') return total(ledger, sums, from, to);
  const { plus, minus } = 'plus' in sums ? sums : { plus: sums, minus: [] };
  let result = 0;
  for (const name of plus) result += total(ledger, name, from, to);
  for (const name of minus) result -= total(ledger, name, from, to);
  return result;
}

/**
 * A measure that is a ratio of totals: the plainest mergeable measure. Several names on top are added.
 * NaN where the bottom is zero: "default rate without loans" is not defined, not zero.
 */
export function ratio(top: Sums, bottom: Sums): Measure['of'] {
  return (ledger, from, to) =>
    quotient(totalOf(ledger, top, from, to), totalOf(ledger, bottom, from, to));
}

/** A stock of calendar quarters per borrower, in the mean over the quarters. */
export function perBorrower(stock: SumName): Measure['of'] {
  return (ledger, from, to) =>
    quotient(total(ledger, stock, from, to), ledger.borrowers * (to - from));
}

/** The mean over quarters of what the market believes in them. */
export function meanBelief(name: (typeof beliefNames)[number]): Measure['of'] {
  const column = beliefNames.indexOf(name);
  return (ledger, from, to) => {
    let sum = 0;
    for (let quarter = from; quarter < to; quarter++) {
      sum += ledger.beliefs[quarter * beliefNames.length + column];
    }
    return quotient(sum, to - from);
  };
}

/** NaN, never an infinity, where nothing is counted. */
export function quotient(top: number, bottom: number): number {
  return bottom === 0 ? NaN : top / bottom;
}
