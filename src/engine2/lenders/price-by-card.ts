import { roll } from '../columns/roll.ts';
import { lenderStride, maxLenders } from '../columns/shape.ts';
import { visible } from '../columns/visible.ts';
import { breakEvenPrice } from './break-even.ts';
import { balancesToIncome, featureCount, sizeToIncome } from './features.ts';
import type { LenderPlan } from './plan.ts';
import { recoveryValue, type PriceConstants } from './pricing-terms.ts';
import { quotes } from './quotes.ts';

/** R̃ by class of lender and row: at class · lenderStride + r. */
export const recovered = new Float64Array(maxLenders * lenderStride);

/** What lenders expect to recover from each applicant, once for all of a class. */
export function expectRecoveries(
  plan: LenderPlan,
  constants: PriceConstants,
  out: Float64Array,
): void {
  const { n } = roll;
  const { collateral } = visible;
  for (let j = 0; j < plan.classOf.length; j++) {
    if (plan.classOf[j] !== j) continue;
    const at = j * lenderStride;
    for (let r = 0; r < n; r++) {
      out[at + r] = recoveryValue(plan.terms, constants, j, collateral[r]);
    }
  }
}

/**
 * Every lender asked reckons the price at which it breaks even, from its card: fills `quotes`. After `scoreFiles` and
 * `expectRecoveries`.
 *
 * @param cards coefficients, one card a lender
 * @param fileLogOdds from `scoreFiles`
 */
export function priceByCard(
  plan: LenderPlan,
  cards: Float64Array,
  constants: PriceConstants,
  fileLogOdds: Float64Array,
): void {
  const { n, askedAt, askedCount } = roll;
  const { income, incomeInferred, size, balances } = visible;
  const { operating, fee, priceSlope, cap } = plan.terms;
  const { paidInFull, unpaid } = constants;
  const { breakEven, logOdds } = quotes;
  const { classOf } = plan;
  const places = Math.min(plan.search.quotes, classOf.length);
  for (let q = 0; q < places; q++) {
    const at = q * lenderStride;
    for (let r = 0; r < n; r++) {
      if (q >= askedCount[r]) continue;
      const j = askedAt[at + r];
      const b = j * featureCount;
      const c = j * lenderStride + r;
      const eta =
        fileLogOdds[c] +
        cards[b + 1] * income[r] +
        cards[b + 10] * sizeToIncome(size[r], incomeInferred[r]) +
        cards[b + 11] * balancesToIncome(balances[c], incomeInferred[r]);
      logOdds[at + r] = eta;
      breakEven[at + r] = breakEvenPrice(
        eta,
        recovered[classOf[j] * lenderStride + r],
        1 + operating[j] + fee[j] / size[r],
        paidInFull[j],
        unpaid[j],
        priceSlope,
        cap,
      );
    }
  }
}
