import type { TotalRepayment } from '../../units.ts';

/**
 * What borrowers learn from a quarter's offers: D_res, the price at which no loan is as good as a loan, and t̄, the
 * share of offers that is taken (model.md §7.2). Plain sums, so that leaves add up.
 */
export const offerSums = ['offers', 'taken', 'worth', 'lent'] as const;

/** Place of each of these sums. */
export const OfferSum = { offers: 0, taken: 1, worth: 2, lent: 3 } as const;

/** D_res and t̄ before the first offer. */
export const firstReservation = 1.35;
export const firstTakeUp = 0.8;
/** Share of the old value that stays each quarter. */
const smoothing = 0.9;

/** Places of what is learned in a state of beliefs. */
export const Learned = { reservation: 0, takeUp: 1, theta: 2 } as const;

/**
 * What an offer is worth beyond its price, in money: its part in the price at which no loan is as good.
 *
 * @param size S
 * @param worth taste·sp(x), the inclusive value of the choice to take it, per unit lent
 * @param chance Λ(x), that it is taken
 * @param price D
 * @param expectedStake (V_o + φV̂)·PD, what default takes away in expectation, in money
 */
export function worthOfOffer(
  size: number,
  worth: number,
  chance: number,
  price: TotalRepayment,
  expectedStake: number,
): number {
  return size * worth + chance * ((price - 1) * size + expectedStake);
}

/**
 * Moves D_res and t̄ by the quarter's offers. A quarter without offers changes nothing.
 *
 * @param learned in the order of `Learned`, updated
 * @param sums the quarter's, in the order of `offerSums`
 */
export function learnFromOffers(learned: Float64Array, sums: Float64Array): void {
  const offers = sums[OfferSum.offers];
  const lent = sums[OfferSum.lent];
  if (!(offers > 0)) return;
  const takeUp = sums[OfferSum.taken] / offers;
  learned[Learned.takeUp] = smoothing * learned[Learned.takeUp] + (1 - smoothing) * takeUp;
  if (!(lent > 0)) return;
  const reservation = 1 + sums[OfferSum.worth] / lent;
  learned[Learned.reservation] =
    smoothing * learned[Learned.reservation] + (1 - smoothing) * reservation;
}
