import { none } from '../institutions/none.ts';
import { countCovered } from './files/coverage.ts';
import { join } from './files/join.ts';
import type { Ledger } from './ledger.ts';
import { BookFull, type Room } from './loans/book.ts';
import { plainMemory, type Allocate } from './memory/allocate.ts';
import {
  createMarketState,
  createWorldState,
  needsUnaware,
  type MarketState,
} from './memory/market-state.ts';
import { drawPeople } from './people/draw-people.ts';
import { eachPage, runQuarter, type Crew, type Observer, type RunningWorld } from './quarter.ts';
import type { Market, Regime, Sanctions, World } from './setup.ts';
import type { Posted } from './stake/beliefs.ts';
import { ledgerOf, type Part } from './tally/part.ts';
import { strategyOf } from './worlds/strategy.ts';

export type { Observer } from './quarter.ts';

export interface SimulateOptions {
  /** What the actual world posted; the other worlds take their sanctions from it, unless they are relearned. */
  readonly posted?: Posted;
  /** Whether the other worlds' sanctions are the actual one's (held) or learnt anew in each (docs/model.md, section 8). */
  readonly sanctions?: Sanctions;
  /** What the market without sharing posted, in which unaware borrowers believe. Run if it is needed and not given. */
  readonly withoutSharing?: Posted;
  readonly observe?: Observer;
}

/**
 * One market under one institution in one world: a pure function of its arguments. The order of a quarter is that of
 * quarter.ts.
 *
 * @throws Error if a world other than the actual one is given nothing posted and learns no sanctions of its own; or if called
 *   by an observer, since all markets of a thread are worked on the same columns
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
  options: Omit<SimulateOptions, 'posted'> = {},
): Partial<Record<World, Ledger>> {
  const inOrder: readonly World[] = ['actual', ...worlds.filter((world) => world !== 'actual')];
  const ledgers = alone(() => run(market, regime, inOrder, options));
  return Object.fromEntries(ledgers.map((ledger) => [ledger.world, ledger]));
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

/** In the usual room; should it not do, once more in room that is sure to. Who observes sees each quarter once. */
function run(
  market: Market,
  regime: Regime,
  worlds: readonly World[],
  options: SimulateOptions,
): Ledger[] {
  if (options.observe) return runIn('sure', market, regime, worlds, options);
  try {
    return runIn('usual', market, regime, worlds, options);
  } catch (error) {
    if (error instanceof BookFull) return runIn('sure', market, regime, worlds, options);
    throw error;
  }
}

/** Worlds side by side, page by page: what people are is found out once for all. */
function runIn(
  room: Room,
  market: Market,
  regime: Regime,
  worlds: readonly World[],
  options: SimulateOptions,
): Ledger[] {
  const withoutSharing = options.withoutSharing ?? beliefsWithoutSharing(market, regime);
  const state = createMarketState(market, regime, room, withoutSharing, plainMemory);
  const all: RunningWorld[] = [];
  for (const world of worlds) {
    const posted = options.posted ?? all[0]?.state.posted;
    const given = { ...options, ...(posted && { posted }) };
    all.push(createWorld(state, world, given, plainMemory));
  }
  const parts = runMarket(state, all, oneThread(), options.observe);
  return parts.map((part, k) => ledgerOf(market, worlds[k], [part]));
}

/** What the same market posts under no institution, if some borrowers believe in that. */
export function beliefsWithoutSharing(market: Market, regime: Regime): Posted | undefined {
  if (!needsUnaware(market, join(market.lenders, regime))) return undefined;
  const [{ posted }] = run(market, { rules: none.rules() }, ['actual'], {});
  return posted;
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
 * @throws Error if a world other than the actual one is given nothing posted and does not learn its own sanctions
 */
export function createWorld(
  state: MarketState,
  world: World,
  { posted, sanctions }: Pick<SimulateOptions, 'posted' | 'sanctions'>,
  allocate: Allocate,
): RunningWorld {
  const ownSanctions = world === 'actual' || sanctions === 'relearned';
  if (!ownSanctions && !posted) {
    throw new Error(`world ${world} needs the sanctions that the actual world posted`);
  }
  return {
    state: createWorldState(state, world, ownSanctions ? undefined : posted, allocate),
    strategy: strategyOf(world, ownSanctions),
  };
}

/** All quarters of a market, as far as they fall to this thread: what it found in each world. */
export function runMarket(
  state: MarketState,
  worlds: readonly RunningWorld[],
  crew: Crew,
  observe?: Observer,
): Part[] {
  const { market, people, reports } = state;
  const { quarters, borrowers } = market;
  eachPage(state, crew, (page) => drawPeople(market, people, page));
  for (let quarter = 0; quarter < quarters; quarter++) {
    runQuarter(state, worlds, quarter, crew, observe);
  }
  eachPage(state, crew, (page) => {
    for (const { state: world } of worlds) {
      const { records, book, tables } = world;
      tables.covered[0] += countCovered(reports, records, book, borrowers, page, quarters);
    }
  });
  return worlds.map(({ state: { tables, sums, lenderBooks, posted, learned } }) => {
    return { tables, sums, lenders: lenderBooks, posted, beliefs: learned.history };
  });
}
