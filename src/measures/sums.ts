import { sumNames, type Ledger, type SumName } from '../engine/ledger.ts';
import type { Measure } from './measure.ts';

/** Total of a sum of the ledger over the quarters from … to − 1. */
export function total(ledger: Ledger, name: SumName, from: number, to: number): number {
  const column = sumNames.indexOf(name);
  let result = 0;
  for (let quarter = from; quarter < to; quarter++) {
    result += ledger.sums[quarter * sumNames.length + column];
  }
  return result;
}

/**
 * A measure that is a ratio of totals: the plainest mergeable measure. Several names on top are added.
 * NaN where the bottom is zero: "default rate without loans" is not defined, not zero.
 */
export function ratio(top: SumName | readonly SumName[], bottom: SumName): Measure['of'] {
  const names = typeof top === 'string' ? [top] : top;
  return (ledger, from, to) => {
    const below = total(ledger, bottom, from, to);
    if (below === 0) return NaN;
    let above = 0;
    for (const name of names) above += total(ledger, name, from, to);
    return above / below;
  };
}
