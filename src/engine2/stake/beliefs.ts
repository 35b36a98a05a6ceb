import { Learned, firstReservation, firstTakeUp } from './offers.ts';
import { firstTheta } from './theta.ts';

/**
 * What of a market was in use in each quarter, by quarter: what the other worlds take their sanctions from when they are
 * held, and what unaware borrowers believe of the market without sharing (model.md §7.4 and §8).
 */
export interface Posted {
  /** Scorecards of the lenders, then of the market. Shape (quarters × (lenders + 1) × features). */
  readonly cards: Float64Array;
  /** d_x, times of default: counts are enough. Shape (quarters × term). */
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

/** Keeps what is in use in this quarter. */
export function post(
  posted: Posted,
  quarter: number,
  cards: Float64Array,
  times: Float64Array,
  learned: Float64Array,
): void {
  posted.cards.set(cards, quarter * cards.length);
  posted.times.set(times, quarter * times.length);
  posted.learned.set(learned, quarter * learned.length);
}
