import { logistic } from '../../math/logistic.ts';
import { roll } from '../columns/roll.ts';
import { lenderStride, maxLenders } from '../columns/shape.ts';
import { terms } from '../columns/terms.ts';
import { compete } from './compete.ts';
import type { LenderPlan } from './plan.ts';
import { expectRecoveries, priceByCard, recovered } from './price-by-card.ts';
import type { PriceConstants } from './pricing-terms.ts';
import { scoreFiles } from './score-files.ts';

/** Log-odds by the cards that price, of person and files (`scoreFiles`), at j · lenderStride + r: stakes read them too. */
export const fileLogOdds = new Float64Array(maxLenders * lenderStride);

/**
 * Step 5: lenders price by their cards, compete, and one of them lends or all refuse. Fills `terms` but for instalment and
 * rate.
 *
 * @param cards coefficients that lenders price with (`Cards.coefficients`)
 * @param constants present values at the times of default that they reckon with
 */
export function offer(
  plan: LenderPlan,
  cards: Float64Array,
  constants: PriceConstants,
  quarter: number,
): void {
  scoreFiles(cards, plan.classOf.length, plan.scoreReader, fileLogOdds);
  expectRecoveries(plan, constants, recovered);
  priceByCard(plan, cards, constants, fileLogOdds);
  compete(plan, quarter, true);
  recordEstimates();
}

/** The estimate recorded is p at the price charged. */
function recordEstimates(): void {
  const { n } = roll;
  const { estimate, logOdds } = terms;
  for (let r = 0; r < n; r++) estimate[r] = logistic(logOdds[r]);
}
