import { priceAtRate } from '../../engine/index.ts';
import { maxRows } from '../../engine/observe/index.ts';
import { under, type Cohort } from '../cohort.ts';
import type { RateAYear } from '../../units.ts';

/** Half of the approved are offered this much more than their APR, half this much less. */
const offerStep = 0.05;
/** Half of the takers learn, once they have taken, that this much more hangs on their name with the lender, per unit lent. */
const incentive = 0.15;

const byRow = () => new Float64Array(maxRows);
/** D at the own rate, at the low and at the high one, by subject. */
export const prices = { own: byRow(), low: byRow(), high: byRow() };
/** Chance to take either offer. */
export const accepts = { low: byRow(), high: byRow() };
/** Life PD under the contracts of the trial: at the low or the own rate, with more at stake or not. */
export const pd = { low: byRow(), lowTold: byRow(), own: byRow(), ownTold: byRow() };

/** Finds out what each subject would do in each arm (docs/model.md, section 10). Fills `prices`, `accepts` and `pd`. */
export function tryArms(cohort: Cohort, cap: RateAYear, term: number): void {
  const { seen, n, rows } = cohort;
  for (let k = 0; k < n; k++) {
    const rate: RateAYear = 4 * seen.terms.rate[rows[k]];
    prices.own[k] = priceAtRate(rate / 4, term);
    prices.low[k] = priceAtRate(Math.max(0, rate - offerStep) / 4, term);
    prices.high[k] = priceAtRate(Math.min(cap, rate + offerStep) / 4, term);
    pd.own[k] = seen.outcome.pd[rows[k]];
  }
  const keep = (from: Float64Array, to: Float64Array) => to.set(from.subarray(0, n));
  keep(under(cohort, prices.high).accepts, accepts.high);
  keep(under(cohort, prices.own, { stake: incentive }).pd, pd.ownTold);
  keep(under(cohort, prices.low, { stake: incentive }).pd, pd.lowTold);
  const low = under(cohort, prices.low);
  keep(low.accepts, accepts.low);
  keep(low.pd, pd.low);
}

/** Life PD by subject at the own rate or the low one, of who is told that more is at stake or who is not. */
export function lifePdUnder(own: boolean, told: boolean): Float64Array {
  if (own) return told ? pd.ownTold : pd.own;
  return told ? pd.lowTold : pd.low;
}
