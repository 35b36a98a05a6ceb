import { beliefNames } from './belief-names.ts';
import { Learned, firstReservation, firstTakeUp, learnFromOffers } from './offers.ts';
import { firstTheta, learnFromTwins, type TwinLosses } from './theta.ts';

/**
 * What of a market was in use in each quarter, by quarter: what the other worlds take their sanctions from when they are
 * held, and what unaware borrowers believe of the market without sharing (model.md §7.4 and §8).
 */
export interface Posted {
  /** Scorecards of the lenders, then of the market. Shape (quarters × (lenders + 1) × features). */
  readonly cards: Float64Array;
  /** d_x, share of defaults at each instalment. Shape (quarters × term). */
  readonly times: Float64Array;
  /** D_res, t̄ and θ, in the order of `Learned`. Shape (quarters × 3). */
  readonly learned: Float64Array;
}

export const learnedCount = 3;

/** D_res, t̄ and θ of a market before its first quarter. */
export function createLearned(): Float64Array {
  const learned = new Float64Array(learnedCount);
  learned[Learned.reservation] = firstReservation;
  learned[Learned.takeUp] = firstTakeUp;
  learned[Learned.theta] = firstTheta;
  return learned;
}

/** @param width coefficients of all cards, the market's included; @param term instalments of a loan */
export function createPosted(quarters: number, width: number, term: number): Posted {
  return {
    cards: new Float64Array(quarters * width),
    times: new Float64Array(quarters * term),
    learned: new Float64Array(quarters * learnedCount),
  };
}

/**
 * Keeps what is in use in this quarter.
 *
 * @param times d_x; unscaled counts do
 */
export function post(
  posted: Posted,
  quarter: number,
  cards: Float64Array,
  times: Float64Array,
  learned: Float64Array,
): void {
  let all = 0;
  for (let x = 0; x < times.length; x++) all += times[x];
  for (let x = 0; x < times.length; x++) posted.times[quarter * times.length + x] = times[x] / all;
  posted.cards.set(cards, quarter * cards.length);
  posted.learned.set(learned, quarter * learned.length);
}

/** What a market learns of offers and twins as it goes. */
export interface LearnedState {
  /** D_res, t̄ and θ in use, in the order of `Learned`. */
  readonly learned: Float64Array;
  /** X and Y. */
  readonly losses: TwinLosses;
  /** For the ledger. Shape (quarters × beliefNames). */
  readonly history: Float64Array;
}

export function createLearnedState(quarters: number): LearnedState {
  return {
    learned: createLearned(),
    losses: { lost: 0, foreseen: 0 },
    history: new Float64Array(quarters * beliefNames.length),
  };
}

/** Keeps for the ledger which θ, D_res and t̄ are in use in this quarter. */
export function remember({ history }: LearnedState, inUse: Float64Array, quarter: number): void {
  const row = quarter * beliefNames.length;
  history[row] = inUse[Learned.theta];
  history[row + 1] = inUse[Learned.reservation];
  history[row + 2] = inUse[Learned.takeUp];
}

/** θ in use in a quarter gone by; 1 before the first. */
export function thetaIn({ history }: LearnedState, quarter: number): number {
  return quarter < 0 ? firstTheta : history[quarter * beliefNames.length];
}

/**
 * The end of a quarter: θ is set by twins, then D_res and t̄ move by offers; all are used from the next quarter on.
 *
 * @param offers the quarter's sums in the order of `offerSums`
 * @param lost what twins lost, `foreseen` what was foreseen, in the quarter; 0 without twins
 * @param inertia x₀ per 5,000 borrowers
 */
export function moveBeliefs(
  { learned, losses, history }: LearnedState,
  offers: Float64Array,
  lost: number,
  foreseen: number,
  inertia: number,
  borrowers: number,
  quarter: number,
): void {
  const row = quarter * beliefNames.length;
  learned[Learned.theta] = learnFromTwins(losses, lost, foreseen, inertia, borrowers);
  history[row + 3] = losses.lost;
  history[row + 4] = losses.foreseen;
  learnFromOffers(learned, offers);
}
