import { createHash } from 'node:crypto';
import {
  sumNames,
  type Economy,
  type economyParameters,
  type Ledger,
  type Market,
  type MarketInstitution,
  type SumName,
} from '../../src/engine/index.ts';
import { sumIndex } from '../../src/engine/tally/sum-index.ts';
import { institutions } from '../../src/institutions/registry.ts';
import type { Values } from '../../src/institutions/institution.ts';
import { economy } from './economy.ts';
import { marketLenders } from '../institutions/markets.ts';

type Groups = typeof economyParameters;

/** The economy of docs/model.md, section 13, with some numbers changed: `economyWith({ search: { quotes: 1 } })`. */
export function economyWith(
  changes: { readonly [G in keyof Groups]?: Partial<Economy[G]> } = {},
): Economy {
  const groups = Object.entries(economy).map(([group, values]) => [
    group,
    { ...values, ...changes[group as keyof Groups] },
  ]);
  return Object.fromEntries(groups) as Economy;
}

/** A small market; two full pages and a short last leaf unless told otherwise. */
export function marketOf(changes: Partial<Market> = {}): Market {
  return {
    borrowers: 4500,
    quarters: 34,
    burnIn: 10,
    seed: [20_190_301, 7],
    economy: economyWith(),
    lenders: marketLenders,
    ...changes,
  };
}

/** A built-in institution under these values. */
export function builtIn(id: string, values: Values = {}): MarketInstitution {
  return { rules: institutions[id].rules(values) };
}

/** A sum of the ledger in a quarter: `sumOf(ledger, 3, 'loans')`. */
export const sumOf = (ledger: Ledger, quarter: number, name: SumName) =>
  ledger.sums[quarter * sumNames.length + sumIndex[name]];

/** A fingerprint of every number of a ledger, to the bit (−0 counts as 0). */
export function fingerprint(ledger: Ledger): string {
  const hash = createHash('sha256');
  const { sums, beliefs, posted, ages, lenders, prices, histograms, quintiles } = ledger;
  const { cards, times, learned } = posted;
  const columns = [sums, beliefs, cards, times, learned, ages, lenders, prices, histograms];
  for (const column of [...columns, quintiles]) {
    hash.update(new Uint8Array(Float64Array.from(column, (x) => x + 0).buffer));
  }
  hash.update(JSON.stringify([ledger.world, ledger.covered, ledger.borrowers, ledger.quarters]));
  return hash.digest('hex').slice(0, 16);
}
