import { pageSize } from '../random/draws.ts';
import { countCovered } from './coverage.ts';
import { createMarketState } from './market-state.ts';
import { drawBorrowers, type Allocate } from './population.ts';
import { addLeaves, closeQuarter } from './quarter.ts';
import type { Ledger } from './ledger.ts';
import type { Page } from './page.ts';
import type { Records } from './records.ts';
import { runPage } from './run-page.ts';
import type { Market, Regime, World } from './setup.ts';
import { ledgerOf } from './tables.ts';

/**
 * Called after each page of each quarter, with the page as it stands and all records (bit 0 holds this quarter's
 * loans, which nobody saw yet); must not write to them.
 */
export type Observer = (page: Page, quarter: number, records: Records) => void;

export interface SimulateOptions {
  /** Scorecards that world A posted; the other worlds take their sanctions from them. */
  readonly posted?: Float64Array;
  /** Whether the other worlds' sanctions are A's (held) or learnt anew in each (model.md §7). */
  readonly sanctions?: 'held' | 'relearned';
  readonly observe?: Observer;
}

/**
 * One market under one institution in one world: a pure function of its arguments.
 *
 *   quarter:  need → age → apply → read reports → score → quote → stake → take up → repay → furnish → tally
 *             └────────────────────── page by page, 4,096 borrowers each ──────────────────────┘
 *             then the lenders learn from the quarter's loans, summed in leaf order
 *
 * @throws Error if a world other than the actual one is given no posted scorecards; or if called by an
 *   observer, since all markets of a thread are worked on the same page
 */
export function simulate(
  market: Market,
  regime: Regime,
  world: World = 'actual',
  options: SimulateOptions = {},
): Ledger {
  if (running) throw new Error('an observer cannot simulate: the page it observes is still in use');
  running = true;
  try {
    return run(market, regime, world, options);
  } finally {
    running = false;
  }
}

let running = false;

function run(market: Market, regime: Regime, world: World, options: SimulateOptions): Ledger {
  const plain: Allocate = (bytes) => new ArrayBuffer(bytes);
  const state = createMarketState(market, regime, world, options, plain);
  const { people, records, sharing, totals, tables } = state;
  const pages = Math.ceil(market.borrowers / pageSize);
  for (let page = 0; page < pages; page++) drawBorrowers(market, people, page);
  for (let quarter = 0; quarter < market.quarters; quarter++) {
    for (let page = 0; page < pages; page++) {
      runPage(state, page, quarter);
      options.observe?.(state.page, quarter, records);
    }
    addLeaves(state, 0, totals.length);
    closeQuarter(state, quarter);
  }
  let covered = 0;
  for (let page = 0; page < pages; page++) {
    covered += countCovered(sharing, records, people, market.quarters, page);
  }
  const { sums, posted } = state;
  return ledgerOf(market, world, [{ tables, covered, sums, posted }]);
}

/** Several worlds of one market, the actual one first: the others take their sanctions from it. */
export function simulateWorlds(
  market: Market,
  regime: Regime,
  worlds: readonly World[],
  options: Omit<SimulateOptions, 'posted'> = {},
): Partial<Record<World, Ledger>> {
  const actual = simulate(market, regime, 'actual', options);
  const ledgers: Partial<Record<World, Ledger>> = { actual };
  for (const world of worlds) {
    if (world === 'actual') continue;
    ledgers[world] = simulate(market, regime, world, { ...options, posted: actual.posted });
  }
  return ledgers;
}
