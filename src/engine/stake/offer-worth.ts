import { log1pUnit } from '../../math/exp.ts';
import { hidden } from '../columns/hidden.ts';
import { outcome } from '../columns/outcome.ts';
import { roll } from '../columns/roll.ts';
import { maxRows } from '../columns/shape.ts';
import { terms } from '../columns/terms.ts';
import { visible } from '../columns/visible.ts';
import { OfferSum, offerSums } from './offers.ts';

/** What offers are worth to those who get them, by row; 0 where there is none. In mean loans. */
export const offerWorth = {
  /**
   * u = S·taste·sp(x) + Λ(x)·(V_o + φV̂)·PD, the expected surplus of an offer, exploratory or not. The stake is added back:
   * what it stands for is what is measured (model.md §7.3).
   */
  surplus: new Float64Array(maxRows),
  /** S·taste·H(Λ(x)), the taste of taking it or not. */
  taste: new Float64Array(maxRows),
};

/** Fills `offerWorth`. After take-up. */
export function weighOffers(taste: number): void {
  const { n } = roll;
  const { approved, explored } = terms;
  const { appeal, accepts, pd, share, largestShared, indifference } = outcome;
  const { ownStake } = hidden;
  const { size } = visible;
  for (let r = 0; r < n; r++) {
    const x = appeal[r];
    const distance = Math.abs(x);
    const small = indifference[r];
    const rest = log1pUnit(small);
    const scale = (approved[r] | explored[r]) * size[r] * taste;
    const stake = (ownStake[r] + share[r] * largestShared[r]) * pd[r];
    // (x + |x|)/2 is x or 0, to the bit, without a branch.
    offerWorth.surplus[r] =
      scale * ((x + distance) / 2 + rest) + (approved[r] | explored[r]) * accepts[r] * stake;
    offerWorth.taste[r] = scale * (rest + (distance * small) / (1 + small));
  }
}

/** Width of what a leaf's offers teach. */
export const offerSumCount = offerSums.length;

/** What the approvals of rows `from … to − 1` teach, into `sums[at …]`: the leaf's borrowers, not its twins. */
export function sumOffers(from: number, to: number, sums: Float64Array, at: number): void {
  const { approved, price } = terms;
  const { accepts, taken } = outcome;
  const { size } = visible;
  const { surplus } = offerWorth;
  let offers = 0;
  let takers = 0;
  let worth = 0;
  let lent = 0;
  for (let r = from; r < to; r++) {
    const offered = approved[r];
    const part = offered * accepts[r] * size[r];
    offers += offered;
    takers += offered & taken[r];
    worth += offered * surplus[r] + part * (price[r] - 1);
    lent += part;
  }
  sums[at + OfferSum.offers] = offers;
  sums[at + OfferSum.taken] = takers;
  sums[at + OfferSum.worth] = worth;
  sums[at + OfferSum.lent] = lent;
}
