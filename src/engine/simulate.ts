import { institutions } from '../institutions/registry.ts';
import { alone, eachPage, type Crew } from './crew.ts';
import { countCovered } from './files/coverage.ts';
import { makeFirstShapes } from './first-shapes.ts';
import type { Ledger } from './ledger.ts';
import { ledgerOf, partOf, withoutTables } from './ledger-of.ts';
import type { Cards } from './lenders/learn.ts';
import { plainMemory } from './memory/allocate.ts';
import { RoomFull, type Room } from './memory/room.ts';
import { watchOver, type Observer } from './observe/observer.ts';
import { drawPeople } from './people/draw-people.ts';
import { runQuarter } from './quarter.ts';
import type { Market, MarketInstitution, Sanctions, World } from './setup.ts';
import type { Posted } from './stake/beliefs.ts';
import type { Shadows } from './stake/twin-plan.ts';
import { createCourse, inStretch, type Course } from './course.ts';
import { phasesOf } from './phases/phases.ts';
import { needsUnaware, type MarketState } from './state.ts';
import { createWorldState } from './start-world.ts';
import type { WorldState } from './world-state.ts';

export interface SimulateOptions {
  /** What the actual world posted; the other worlds take their sanctions from it, unless they are relearned. */
  readonly posted?: Posted;
  /** Whether the other worlds' sanctions are the actual one's (held) or learnt anew in each (model.md §8). */
  readonly sanctions?: Sanctions;
  /** What the market without sharing posted, in which unaware borrowers believe. Run if it is needed and not given. */
  readonly withoutSharing?: Posted;
  readonly observer?: Observer;
  /** What an earlier run of this world posted: it is in use again, and nothing is learned. */
  readonly replay?: Posted;
  /** Shadows in place of twins; with `replay` alone, since shadows teach nothing. */
  readonly shadows?: Shadows;
  /** Whether the ledger's tables are kept (the default). Without them it has sums alone, and asking for a table throws. */
  readonly tables?: boolean;
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
  institution: MarketInstitution,
  world: World = 'actual',
  options: SimulateOptions = {},
): Ledger {
  const [ledger] = one(() => run(market, institution, [world], options));
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
  institution: MarketInstitution,
  worlds: readonly World[],
  options: Pick<SimulateOptions, 'sanctions' | 'withoutSharing' | 'observer'> = {},
): Partial<Record<World, Ledger>> {
  const ledgers = one(() => run(market, institution, actualFirst(worlds), options));
  return Object.fromEntries(ledgers.map((ledger) => [ledger.world, ledger]));
}

/** These worlds with the actual one before them, whether or not it is named. */
export function actualFirst(worlds: readonly World[]): readonly World[] {
  return ['actual', ...worlds.filter((world) => world !== 'actual')];
}

/** All markets of a thread are worked on the same columns, so one runs at a time. */
function one<T>(work: () => T): T {
  if (running) throw new Error('an observer cannot simulate: the columns it observes are in use');
  running = true;
  try {
    return work();
  } finally {
    running = false;
  }
}

let running = false;

/** In the usual room; should that not do, once more in room that is sure to. An observer sees each quarter once. */
function run(
  market: Market,
  institution: MarketInstitution,
  worlds: readonly World[],
  options: SimulateOptions,
): Ledger[] {
  const { observer, shadows } = options;
  if (observer || shadows) return runIn('sure', market, institution, worlds, options);
  try {
    return runIn('usual', market, institution, worlds, options);
  } catch (error) {
    if (error instanceof RoomFull) return runIn('sure', market, institution, worlds, options);
    throw error;
  }
}

/** Worlds side by side, page by page: what people are is found out once for all. */
function runIn(
  room: Room,
  market: Market,
  institution: MarketInstitution,
  worlds: readonly World[],
  options: SimulateOptions,
): Ledger[] {
  const { sanctions, replay, shadows, observer, tables = true } = options;
  if (shadows && !replay) throw new Error('shadows are followed in a replay');
  const believed = options.withoutSharing ?? postedWithoutSharing(market, institution);
  makeFirstShapes(market, institution);
  const untold = createCourse(market, institution, room, plainMemory, believed, shadows);
  const course = withTold(untold, believed);
  const states: WorldState[] = [];
  for (const world of worlds) {
    const held = options.posted ?? states[0]?.posted;
    const relearned = sanctions === 'relearned';
    const sources = { held, relearned, replay, shadows: !!shadows, tables };
    states.push(createWorldState(course.state, world, sources, plainMemory));
  }
  runMarket(course, states, alone(), observer);
  const ledgers = states.map((world) => ledgerOf(market, [partOf(world)]));
  return tables ? ledgers : ledgers.map(withoutTables);
}

/** What the market without sharing posted, if somebody believes in it. */
function postedWithoutSharing(market: Market, institution: MarketInstitution): Posted | undefined {
  if (!believesWithoutSharing(market, institution)) return undefined;
  const [{ posted }] = run(market, withoutSharing(institution), ['actual'], { tables: false });
  return posted;
}

/** Whether some borrowers of the market believe that nobody shares, and somebody does. */
export function believesWithoutSharing(market: Market, institution: MarketInstitution): boolean {
  return phasesOf(market, institution).some((phase) => needsUnaware(phase, phase.sharing));
}

/** The market without sharing, in which unaware borrowers believe: with the shocks and the caps that befall it anyhow. */
export function withoutSharing({
  phases = [],
}: Pick<MarketInstitution, 'phases'> = {}): MarketInstitution {
  const befall = phases
    .filter(({ cap, shock }) => cap !== undefined || shock !== undefined)
    .map(({ from, cap, shock }) => ({ from, cap, shock }));
  return { rules: institutions.none.rules(), ...(befall.length > 0 && { phases: befall }) };
}

/** A course in which lenders are told what its phases say that they are. Every thread of a market finds the same. */
export function withTold(course: Course, believed: Posted | undefined): Course {
  const { market, room } = course.state;
  return {
    ...course,
    later: course.later.map((stretch) => {
      const { from, acts, institution, state } = stretch;
      if (!acts?.told) return stretch;
      const ruled = { ...market, economy: state.market.economy };
      const always = createCourse(ruled, institution, room, plainMemory, believed);
      const world = createWorldState(always.state, 'actual', { tables: false }, plainMemory);
      runMarket(always, [world], alone(), undefined, from);
      return { ...stretch, told: world.cards };
    }),
  };
}

/**
 * All quarters of a market, as far as they fall to this thread.
 *
 * @param end one past the last quarter
 */
export function runMarket(
  { state: first, later }: Course,
  opening: readonly WorldState[],
  crew: Crew,
  observer?: Observer,
  end = first.market.quarters,
): void {
  const { market, people } = first;
  const { borrowers, quarters } = market;
  const watched = (state: MarketState, worlds: readonly WorldState[]) =>
    worlds.map((world) => observer && watchOver(state, world, observer));
  let state = first;
  let worlds = opening;
  let watches = watched(state, worlds);
  eachPage(borrowers, crew, (page) => drawPeople(market, people, page));
  for (let quarter = 0; quarter < end; quarter++) {
    const stretch = later.find(({ from }) => from === quarter);
    if (stretch) {
      state = stretch.state;
      worlds = opening.map((world) => inStretch(world, state));
      watches = watched(state, worlds);
      const { told } = stretch;
      if (told) for (const world of worlds) tell(world, told);
    }
    runQuarter(state, worlds, quarter, crew, watches, stretch?.acts);
  }
  eachPage(borrowers, crew, (page) => {
    for (const { records, book, tables } of worlds) {
      tables.covered[0] += countCovered(
        state.reports,
        records,
        book,
        state.now,
        borrowers,
        page,
        quarters,
      );
    }
  });
}

/** Lenders have these cards from now on, where they learn any. */
function tell({ cards, strategy }: WorldState, told: Cards): void {
  if (!strategy.learnsCards) return;
  cards.coefficients.set(told.coefficients);
  cards.information.set(told.information);
  cards.times.set(told.times);
}
