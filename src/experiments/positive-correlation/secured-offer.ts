import { breakEvenPrice, offsetPrice, recoveryValue, refusal } from '../../engine/observe/index.ts';
import type { Cohort } from '../cohort.ts';

/** Collateral that the second contract of the field version asks for on top, per unit lent. */
export const moreCollateral = 0.1;

/**
 * What the second contract costs each subject: the lender's break-even price with more collateral, by the same log-odds, plus
 * the same markup.
 *
 * @param out D, by subject
 */
export function securedPrices({ seen, n, rows }: Cohort, out: Float64Array): void {
  const { terms, visible, pricing, constants } = seen;
  const { priceSlope, cap } = pricing;
  for (let k = 0; k < n; k++) {
    const r = rows[k];
    const j = terms.lender[r];
    const price = terms.price[r];
    const logOdds = terms.logOdds[r] - priceSlope * (price - offsetPrice);
    const cost = 1 + pricing.operating[j] + pricing.fee[j] / visible.size[r];
    const breakEven = (collateral: number) =>
      breakEvenPrice(
        logOdds,
        recoveryValue(pricing, constants, j, collateral),
        cost,
        constants.paidInFull[j],
        constants.unpaid[j],
        priceSlope,
        cap,
      );
    const plain = breakEven(visible.collateral[r]);
    // Where types are visible a price may stand that the card would refuse: there is nothing to deduct from it.
    const saved = plain === refusal ? 0 : plain - breakEven(visible.collateral[r] + moreCollateral);
    out[k] = price - saved;
  }
}
