import { none } from '../institutions/none.ts';
import { pageSize } from '../random/draws.ts';
import { countCovered } from './files/coverage.ts';
import { join } from './files/join.ts';
import { closeQuarter, openQuarter } from './learn-quarter.ts';
import { plainMemory } from './memory/allocate.ts';
import { drawPeople } from './people/draw-people.ts';
import { openPage, runPage } from './run-page.ts';
import type { Ledger } from './ledger.ts';
import type { Market, Regime, World } from './setup.ts';
import type { Posted } from './stake/beliefs.ts';
import { createMarketState, createWorldState, needsUnaware, type WorldState } from './state.ts';
import { pricesOf } from './tally/tables.ts';
import { completeSums } from './tally/tally.ts';

/** Called after each page of each quarter in each world, with the columns as they stand, to which it must not write. */
export type Observer = (world: WorldState, page: number, quarter: number) => void;

export interface SimulateOptions {
  /** What the actual world posted; the other worlds take their sanctions from it, unless they are relearned. */
  readonly posted?: Posted;
  /** Whether the other worlds' sanctions are the actual one's (held) or learnt anew in each (model.md §8). */
  readonly sanctions?: 'held' | 'relearned';
  /** What the market without sharing posted, in which unaware borrowers believe. Run if it is needed and not given. */
  readonly withoutSharing?: Posted;
  readonly observe?: Observer;
}

/**
 * One market under one institution in one world: a pure function of its arguments. The order of a quarter is that of
 * quarter.ts.
 *
 * @throws Error if a world other than the actual one is given nothing posted and learns no sanctions of its own
 */
export function simulate(
  market: Market,
  regime: Regime,
  world: World = 'actual',
  options: SimulateOptions = {},
): Ledger {
  const [state] = alone(() => run(market, regime, [world], options));
  return ledgerOf(market, state);
}

/**
 * Several worlds of one market, the actual one among them whether or not it is named: the others take their sanctions
 * from it. To the bit what `simulate` gives for each, in less time.
 */
export function simulateWorlds(
  market: Market,
  regime: Regime,
  worlds: readonly World[],
  options: Omit<SimulateOptions, 'posted'> = {},
): Partial<Record<World, Ledger>> {
  const inOrder: readonly World[] = ['actual', ...worlds.filter((world) => world !== 'actual')];
  const states = alone(() => run(market, regime, inOrder, options));
  return Object.fromEntries(states.map((state) => [state.world, ledgerOf(market, state)]));
}

/** All markets of a thread are worked on the same columns, so one runs at a time. */
function alone<T>(work: () => T): T {
  if (running) throw new Error('an observer cannot simulate: the columns it observes are in use');
  running = true;
  try {
    return work();
  } finally {
    running = false;
  }
}

let running = false;

/** Worlds side by side, page by page: what people are is found out once for all. */
function run(
  market: Market,
  regime: Regime,
  worlds: readonly World[],
  options: SimulateOptions,
): WorldState[] {
  const unaware = needsUnaware(market, join(market.lenders, regime));
  const withoutSharing =
    options.withoutSharing ?? (unaware ? runWithoutSharing(market) : undefined);
  const state = createMarketState(market, regime, plainMemory, withoutSharing);
  const relearned = options.sanctions === 'relearned';
  const states: WorldState[] = [];
  for (const world of worlds) {
    const posted = options.posted ?? states[0]?.posted;
    states.push(createWorldState(state, world, posted, relearned, plainMemory));
  }
  const pages = Math.ceil(market.borrowers / pageSize);
  for (let page = 0; page < pages; page++) drawPeople(market, state.people, page);
  for (let quarter = 0; quarter < market.quarters; quarter++) {
    for (const world of states) openQuarter(state, world, quarter);
    for (let page = 0; page < pages; page++) {
      openPage(state, page, quarter);
      for (const world of states) {
        runPage(state, world, page, quarter);
        options.observe?.(world, page, quarter);
      }
    }
    for (const world of states) closeQuarter(state, world, quarter);
  }
  const { reports } = state;
  for (const { records, book, tables } of states) {
    for (let page = 0; page < pages; page++) {
      const { borrowers, quarters } = market;
      tables.covered[0] += countCovered(reports, records, book, borrowers, page, quarters);
    }
  }
  return states;
}

/** What the same market posts under no institution. */
function runWithoutSharing(market: Market): Posted {
  const [{ posted }] = run(market, { rules: none.rules() }, ['actual'], {});
  return posted;
}

/** What a world leaves behind. */
function ledgerOf(market: Market, state: WorldState): Ledger {
  const { borrowers, quarters, burnIn, economy } = market;
  const { world, sums, lenderBooks, tables, posted, learned } = state;
  completeSums(sums);
  return {
    ...{ world, borrowers, quarters, burnIn, term: economy.loan.term, sums, posted },
    beliefs: learned.history,
    ages: tables.ages,
    lenders: lenderBooks,
    prices: pricesOf(tables),
    histograms: tables.histograms,
    quintiles: tables.quintiles,
    covered: tables.covered[0],
  };
}
