import type { Ledger } from '../ledger.ts';
import type { Market, World } from '../setup.ts';
import type { Posted } from '../stake/beliefs.ts';
import { addTables, createTables, pricesOf, type Tables } from './tables.ts';
import { completeSums } from './tally.ts';

/** What one thread found in one world of a market. All threads have the same sums; each has tables of its own pages. */
export interface Part {
  readonly tables: Tables;
  readonly sums: Float64Array;
  readonly lenders: Float64Array;
  readonly posted: Posted;
  readonly beliefs: Float64Array;
}

/** The ledger of a world, from what its threads found. */
export function ledgerOf(market: Market, world: World, parts: readonly Part[]): Ledger {
  const { borrowers, quarters, burnIn, economy, lenders: all } = market;
  const { term } = economy.loan;
  const tables = createTables({ quarters, term, lenders: all.length });
  for (const part of parts) addTables(tables, part.tables);
  const { sums, lenders, posted, beliefs } = parts[0];
  completeSums(sums);
  return {
    ...{ world, borrowers, quarters, burnIn, term, sums, lenders, posted, beliefs },
    ages: tables.ages,
    prices: pricesOf(tables),
    histograms: tables.histograms,
    quintiles: tables.quintiles,
    covered: tables.covered[0],
  };
}
