import { pageSize } from '../random/draws.ts';
import { countCovered } from './files/coverage.ts';
import { createMarketState, createWorldState, type WorldState } from './memory/market-state.ts';
import { drawBorrowers, plainMemory } from './people/population.ts';
import { addLeaves, closeQuarter, openQuarter } from './quarter.ts';
import type { Ledger } from './ledger.ts';
import type { Page } from './columns/page.ts';
import type { Records } from './files/records.ts';
import { openPage, runPage } from './run-page.ts';
import type { Market, Regime, World } from './setup.ts';
import { ledgerOf } from './tally/tables.ts';

/**
 * Called after each page of each quarter, with the page as it stands and all records, to which it must not write. The
 * quarter's own bit holds its loans, which nobody saw yet; what the other maps say counts where there is a loan (see
 * `Records`).
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
  const [ledger] = alone(() => run(market, regime, [world], options));
  return ledger;
}

/**
 * Several worlds of one market, the actual one among them whether or not it is named: the others take their sanctions
 * from it. To the bit what `simulate` gives for each, in less time.
 *
 * @throws Error if called by an observer
 */
export function simulateWorlds(
  market: Market,
  regime: Regime,
  worlds: readonly World[],
  { sanctions = 'held' }: Pick<SimulateOptions, 'sanctions'> = {},
): Partial<Record<World, Ledger>> {
  const inOrder: readonly World[] = ['actual', ...worlds.filter((world) => world !== 'actual')];
  const ledgers = alone(() => run(market, regime, inOrder, { sanctions }));
  return Object.fromEntries(ledgers.map((ledger) => [ledger.world, ledger]));
}

/** All markets of a thread are worked on the same page, so one runs at a time. */
function alone<T>(work: () => T): T {
  if (running) throw new Error('an observer cannot simulate: the page it observes is still in use');
  running = true;
  try {
    return work();
  } finally {
    running = false;
  }
}

let running = false;

/** Worlds side by side, page by page: who applies is found out once for all. */
function run(
  market: Market,
  regime: Regime,
  worlds: readonly World[],
  options: SimulateOptions,
): Ledger[] {
  const state = createMarketState(market, regime, plainMemory);
  const states: WorldState[] = [];
  for (const world of worlds) {
    const posted = options.posted ?? states[0]?.posted;
    states.push(
      createWorldState(state, world, { ...options, ...(posted && { posted }) }, plainMemory),
    );
  }
  const { people, sharing } = state;
  const pages = Math.ceil(market.borrowers / pageSize);
  for (let page = 0; page < pages; page++) drawBorrowers(market, people, page);
  for (let quarter = 0; quarter < market.quarters; quarter++) {
    for (const world of states) openQuarter(world, quarter);
    for (let page = 0; page < pages; page++) {
      openPage(state, page, quarter);
      for (const world of states) {
        runPage(state, world, quarter);
        options.observe?.(state.page, quarter, world.records);
      }
    }
    for (const world of states) {
      addLeaves(world, 0, world.totals.length);
      closeQuarter(world, market.economy, quarter);
    }
  }
  return states.map(({ world, records, tables, sums, posted }) => {
    let covered = 0;
    for (let page = 0; page < pages; page++) {
      covered += countCovered(sharing, records, people, market.quarters, page);
    }
    return ledgerOf(market, world, [{ tables, covered, sums, posted }]);
  });
}
