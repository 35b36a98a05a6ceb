import { exp } from '../../math/exp.ts';
import type { LifePd, LogOdds, TotalRepayment } from '../../units.ts';

/** Price at which a card's intercept is reckoned: the offset is γ(D − 1.1). */
export const offsetPrice = 1.1;

/** Price of a lender that refuses: above every cap. */
export const refusal = Infinity;

/** How far below 0 the value of a loan may lie for its price to stand. */
export const enough = 2e-5;
/** A price that gains no more than this per unit is not worth raising. */
export const leastGain = 1e-3;
export const newtonSteps = 6;

/** p at price D: the estimate that is recorded. */
export function estimateAt(logOdds: LogOdds, price: TotalRepayment, priceSlope: number): LifePd {
  return 1 / (1 + exp(-(logOdds + priceSlope * (price - offsetPrice))));
}

/** Halley's step goes no more than a third further than Newton's would. */
export const leastCurb = 0.75;

/**
 * The lowest price at which a lender breaks even, when the price itself makes default likelier:
 * g(D) = D·[(1 − p)·A_T + p·Ā]/T + p·R̃ − cost, p = Λ(η + γ(D − 1.1)).
 *
 * One of Halley's steps from D = 1, then one to six of Newton's; g is concave as far as its first root, which Newton's steps
 * therefore meet from below. Where no price below the cap covers the cost the lender refuses (Stiglitz & Weiss 1981).
 *
 * The plain reference: `breakEvenPrices` does the same for many loans at once.
 *
 * @param logOdds η, of default, without the price
 * @param recovered R̃ (`recoveryValue`)
 * @param cost 1 + operating + fee/S
 * @param paidInFull A_T/T
 * @param unpaid (A_T − Ā)/T
 * @param cap highest D
 * @returns D, or `refusal`
 */
export function breakEvenPrice(
  logOdds: LogOdds,
  recovered: number,
  cost: number,
  paidInFull: number,
  unpaid: number,
  priceSlope: number,
  cap: TotalRepayment,
): TotalRepayment {
  const base = logOdds - priceSlope * offsetPrice;
  let price = 1;
  for (let step = 0; step <= newtonSteps; step++) {
    const p = 1 / (1 + exp(-(base + priceSlope * price)));
    const less = recovered - price * unpaid;
    const value = price * paidInFull - cost + p * less;
    if (step > 1 && value > -enough) return price;
    const steepness = p * (1 - p) * priceSlope;
    const gain = paidInFull - p * unpaid + steepness * less;
    if (gain <= leastGain) return refusal;
    if (step === 0) {
      const bend = steepness * (priceSlope * (1 - 2 * p) * less - 2 * unpaid); // g″
      const square = gain * gain;
      price -= (value * gain) / Math.max(square - 0.5 * value * bend, leastCurb * square);
    } else {
      price -= value / gain;
      if (!(price <= cap)) return refusal;
    }
  }
  return price;
}
