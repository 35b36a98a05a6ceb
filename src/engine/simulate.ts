import { countCovered } from './files/coverage.ts';
import type { Ledger } from './ledger.ts';
import { createMarketState, createWorldState, type MarketState } from './memory/market-state.ts';
import { drawBorrowers } from './people/population.ts';
import { eachPage, runQuarter, type Crew, type Observer, type RunningWorld } from './quarter.ts';
import {
  plainMemory,
  type Allocate,
  type Market,
  type Regime,
  type Sanctions,
  type World,
} from './setup.ts';
import { ledgerOf, type Part } from './tally/tables.ts';
import { strategyOf } from './worlds/strategy.ts';

export interface SimulateOptions {
  /** Scorecards that the actual world posted; the other worlds take their sanctions from them. */
  readonly posted?: Float64Array;
  /** Whether the other worlds' sanctions are the actual one's (held) or learnt anew in each (docs/model.md §7.8). */
  readonly sanctions?: Sanctions;
  readonly observe?: Observer;
}

/**
 * One market under one institution in one world: a pure function of its arguments.
 *
 * @throws Error if a world other than the actual one is given no posted scorecards; or if called by an
 *   observer, since all markets of a thread are worked on the same columns
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

/** All markets of a thread are worked on the same columns, so one runs at a time. */
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
  const all: RunningWorld[] = [];
  for (const world of worlds) {
    const posted = options.posted ?? all[0]?.state.posted;
    const given = { ...options, ...(posted && { posted }) };
    all.push(createWorld(state, world, given, plainMemory));
  }
  const parts = runMarket(state, all, oneThread(), options.observe);
  return parts.map((part, k) => ledgerOf(market, worlds[k], [part]));
}

/** A thread that shares a market with no other. */
function oneThread(): Crew {
  let next = 0;
  const meet = () => {
    next = 0;
  };
  return { thread: 0, threads: 1, nextPage: () => next++, meet };
}

/**
 * A world of a market, before its first quarter.
 *
 * @throws Error if a world other than the actual one is given no posted scorecards and does not learn its own
 */
export function createWorld(
  state: MarketState,
  world: World,
  { posted, sanctions }: Pick<SimulateOptions, 'posted' | 'sanctions'>,
  allocate: Allocate,
): RunningWorld {
  const takesSanctions = world !== 'actual' && sanctions !== 'relearned';
  if (takesSanctions && !posted) {
    throw new Error(`world ${world} needs the scorecards that the actual world posted`);
  }
  const held = takesSanctions ? posted : undefined;
  return {
    state: createWorldState(state, held, allocate),
    strategy: strategyOf(world, sanctions),
  };
}

/** All quarters of a market, as far as they fall to this thread: what it found in each world. */
export function runMarket(
  state: MarketState,
  worlds: readonly RunningWorld[],
  crew: Crew,
  observe?: Observer,
): Part[] {
  const { market, people, sharing } = state;
  const { quarters } = market;
  eachPage(state, crew, (page) => drawBorrowers(market, people, page));
  for (let quarter = 0; quarter < quarters; quarter++) {
    runQuarter(state, worlds, quarter, crew, observe);
  }
  const covered = worlds.map(() => 0);
  eachPage(state, crew, (page) => {
    worlds.forEach((world, k) => {
      const { records } = world.state;
      covered[k] += countCovered(sharing, records, people.lastSeen, quarters, page);
    });
  });
  return worlds.map(({ state: { tables, sums, posted } }, k) => {
    return { tables, covered: covered[k], sums, posted };
  });
}
