import { macroPath } from './macro.ts';
import type { Cards } from './lenders/learn.ts';
import type { Allocate } from './memory/allocate.ts';
import type { Room } from './memory/room.ts';
import type { Market, Phase, MarketInstitution } from './setup.ts';
import type { Posted } from './stake/beliefs.ts';
import type { Shadows } from './stake/twin-plan.ts';
import { createCommon, createMarketState, type MarketState } from './state.ts';
import type { WorldState } from './world-state.ts';
import { filesIn, phasesOf, type PhasePlan } from './phases/phases.ts';

/** A market from its first quarter to its last: what it is at first, and what it becomes. */
export interface Course {
  readonly state: MarketState;
  readonly later: readonly Stretch[];
}

/** A market from a quarter on. */
export interface Stretch {
  readonly from: number;
  readonly state: MarketState;
  /** What is done as it begins; undefined while a change is announced and has not come. */
  readonly acts: Phase | undefined;
  /** Its rules, as if they had always held. */
  readonly institution: MarketInstitution;
  /** What lenders are told as it begins. */
  readonly told?: Cards;
}

/** @throws Error if the market is too large or too short; what the institution's rules throw */
export function createCourse(
  market: Market,
  institution: MarketInstitution,
  room: Room,
  allocate: Allocate,
  withoutSharing?: Posted,
  shadows?: Shadows,
): Course {
  const plans = phasesOf(market, institution);
  const common = createCommon(market, room, filesIn(plans), allocate);
  const macro = macroPath(market);
  for (const { shock = 0, from } of institution.phases ?? []) {
    strike(macro, from, shock, market.economy.macro.persistence);
  }
  const highestCap = Math.max(...plans.map(({ economy }) => economy.pricing.cap));
  const states = plans.map(({ economy, sharing }) =>
    createMarketState(common, {
      ...{ market: { ...market, economy }, sharing },
      ...{ macro, highestCap, withoutSharing, shadows },
    }),
  );
  return { state: states[0], later: plans.flatMap((plan, k) => stretches(plan, states, k)) };
}

/** The stretch that a phase begins; before it, the one in which it is announced. */
function stretches(
  { from, announced, phase, institution }: PhasePlan,
  states: readonly MarketState[],
  k: number,
): Stretch[] {
  if (k === 0) return [];
  const state = states[k];
  const before = states[k - 1];
  const begins = { from, state, acts: phase, institution };
  if (announced >= from) return [begins];
  const foreseen = { ...before, stake: state.stake };
  return [{ from: announced, state: foreseen, acts: undefined, institution }, begins];
}

/** A shock to the macro state, which wears off. */
function strike(macro: Float64Array, from: number, shock: number, persistence: number): void {
  let left = shock;
  for (let t = Math.max(0, from); t < macro.length && left !== 0; t++) {
    macro[t] += left;
    left *= persistence;
  }
}

/** A world in another stretch: its people reckon with the fees and the score of the rules that they reckon with. */
export function inStretch(world: WorldState, { stake }: MarketState): WorldState {
  const { sanctions } = world;
  const { fee, scoreReader } = stake;
  return {
    ...world,
    sanctions: { ...sanctions, beliefs: { ...sanctions.beliefs, fee }, scoreReader },
  };
}
