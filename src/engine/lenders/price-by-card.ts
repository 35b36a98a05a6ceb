import { roll } from '../columns/roll.ts';
import { lenderStride, maxLenders, maxRows } from '../columns/shape.ts';
import { visible } from '../columns/visible.ts';
import { breakEvenPrices, pricing } from './break-even-columns.ts';
import { featureAt, featureCount, mostBalancesToIncome, mostSizeToIncome } from './features.ts';
import type { LenderPlan } from './plan.ts';
import { recoveryValue, type PriceConstants } from './pricing-terms.ts';
import { quotes } from './quotes.ts';

/** Rows of the loans in `pricing`. */
const rows = new Int32Array(maxRows);

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
  for (let q = 0; q < plan.quotes; q++) {
    const loans = gather(plan, cards, constants, fileLogOdds, q);
    breakEvenPrices(loans, plan.terms.priceSlope, plan.terms.cap);
    const at = q * lenderStride;
    if (loans === roll.n) {
      // Everybody has asked so many: places are rows.
      quotes.logOdds.set(pricing.logOdds.subarray(0, loans), at);
      quotes.breakEven.set(pricing.price.subarray(0, loans), at);
      continue;
    }
    for (let k = 0; k < loans; k++) {
      quotes.logOdds[at + rows[k]] = pricing.logOdds[k];
      quotes.breakEven[at + rows[k]] = pricing.price[k];
    }
  }
}

/** What the lenders at place q of the order of asking reckon with, of those who ask so many; says how many they are. */
function gather(
  plan: LenderPlan,
  cards: Float64Array,
  constants: PriceConstants,
  fileLogOdds: Float64Array,
  q: number,
): number {
  const { n, askedAt, askedCount } = roll;
  const { income, incomeInferred, size, balances } = visible;
  const { operating, fee } = plan.terms;
  const { classOf } = plan;
  let loans = 0;
  for (let r = 0; r < n; r++) {
    if (q >= askedCount[r]) continue;
    const j = askedAt[q * lenderStride + r];
    const b = j * featureCount;
    const c = j * lenderStride + r;
    const perIncome = 1 / incomeInferred[r];
    const sizes = size[r] * perIncome;
    const owed = balances[c] * perIncome;
    rows[loans] = r;
    pricing.logOdds[loans] =
      fileLogOdds[c] +
      cards[b + featureAt.income] * income[r] +
      cards[b + featureAt.sizeToIncome] * (sizes < mostSizeToIncome ? sizes : mostSizeToIncome) +
      cards[b + featureAt.balancesToIncome] *
        (owed < mostBalancesToIncome ? owed : mostBalancesToIncome);
    pricing.recovered[loans] = recovered[classOf[j] * lenderStride + r];
    pricing.cost[loans] = 1 + operating[j] + fee[j] / size[r];
    pricing.paidInFull[loans] = constants.paidInFull[j];
    pricing.unpaid[loans] = constants.unpaid[j];
    loans++;
  }
  return loans;
}
