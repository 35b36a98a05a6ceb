import type { Ledger } from './ledger.ts';
import type { Market } from './setup.ts';
import { addTables, createTables, pricesOf, quintilesOf } from './tally/tables.ts';
import { completeSums } from './tally/tally.ts';
import type { WorldState } from './world-state.ts';

/** What a thread found in its share of a world; what is learned, and its sums, are those of the whole. */
export type WorldPart = Pick<WorldState, FoundByThread> & { readonly beliefs: Float64Array };
type FoundByThread = 'world' | 'sums' | 'lenderBooks' | 'books' | 'tables' | 'posted';

export function partOf(state: WorldState): WorldPart {
  const { world, sums, lenderBooks, books, tables, posted, learned } = state;
  return { world, sums, lenderBooks, books, tables, posted, beliefs: learned.history };
}

/** What a world leaves behind, from the parts of all threads. */
export function ledgerOf(market: Market, parts: readonly WorldPart[]): Ledger {
  const { borrowers, quarters, burnIn, economy, lenders } = market;
  const { term } = economy.loan;
  const [{ world, sums, lenderBooks, books, posted, beliefs }] = parts;
  const tables = createTables({ quarters, term, lenders: lenders.length });
  for (const part of parts) addTables(tables, part.tables);
  completeSums(sums);
  return {
    ...{ world, borrowers, quarters, burnIn, term, sums, posted, beliefs },
    ages: tables.ages,
    lenders: lenderBooks,
    books,
    prices: pricesOf(tables),
    histograms: tables.histograms,
    quintiles: quintilesOf(tables),
    covered: tables.covered[0],
  };
}

/** The ledger of a market that kept no tables: an empty one would pass for zeros. */
export function withoutTables(ledger: Ledger): Ledger {
  const none = (): never => {
    throw new Error('this market was simulated without tables');
  };
  const get = { get: none, enumerable: true };
  return Object.defineProperties(
    { ...ledger },
    { ages: get, prices: get, histograms: get, quintiles: get },
  );
}
