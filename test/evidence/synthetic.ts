import type { Ledger, Market } from '../../src/engine/index.ts';
import { sumNames } from '../../src/engine/index.ts';
import {
  applicationColumns,
  fileColumns,
  peopleColumns,
  type Applications,
  type Files,
  type People,
  type Seen,
} from '../../src/evidence/kit.ts';
import { facts } from '../../src/evidence/registry.ts';
import { economy, marketOf } from '../engine/economy.ts';

/** What a fact sees of a market that nobody ran: columns written by hand, so that the answer is known. */

type Given<Name extends string> = Partial<Record<Name, (row: number) => number>>;

function columns<Name extends string>(names: object, n: number, given: Given<Name>) {
  const made = Object.keys(names).map((name) => [
    name,
    Float64Array.from({ length: n }, (_, row) => (given[name as Name] ?? (() => NaN))(row)),
  ]);
  return { n, ...Object.fromEntries(made) } as Record<Name, Float64Array> & { n: number };
}

export function loansOf(n: number, given: Given<keyof typeof applicationColumns>): Applications {
  return columns(applicationColumns, n, { borrower: (row) => row, ...given });
}

export function filesOf(n: number, given: Given<keyof typeof fileColumns>): Files {
  const none = Object.fromEntries(Object.keys(fileColumns).map((name) => [name, () => 0]));
  return columns(fileColumns, n, { ...none, ...given });
}

export function peopleOf(
  n: number,
  given: Given<keyof typeof peopleColumns>,
  files: Record<string, Files> = {},
): People {
  const none = Object.fromEntries(Object.keys(peopleColumns).map((name) => [name, () => 0]));
  return { ...columns(peopleColumns, n, { ...none, sinceDefault: () => NaN, ...given }), files };
}

/** A market in which only what is given can be read. */
export function seen(given: Partial<Seen> & { readonly measures?: Record<string, number> }): Seen {
  const { measures = {}, ...rest } = given;
  return {
    market: marketOf(100, 84, { burnIn: 32 }) satisfies Market,
    measure: (id: string) => measures[id] ?? NaN,
    sum: () => NaN,
    ...rest,
  } as Seen;
}

/** A ledger of one counted quarter. */
export function ledgerOf(given: Partial<Ledger>): Ledger {
  const term = economy.loan.term;
  return {
    term,
    burnIn: 0,
    quarters: term,
    sums: new Float64Array(sumNames.length),
    ...given,
  } as Ledger;
}

/** What a shipped fact says of markets written by hand. */
export function tell(id: string, markets: Record<string, Seen>, at = NaN): number {
  const fact = facts.find((one) => one.id === id);
  if (!fact) throw new Error(`no fact ${id}`);
  return fact.of(markets, at);
}
