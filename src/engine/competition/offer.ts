import { logistic } from '../../math/logistic.ts';
import { roll } from '../columns/roll.ts';
import { terms, termsWriter } from '../columns/terms.ts';
import { compete } from './compete.ts';
import type { CompetitionPlan } from './plan.ts';
import type { LenderPlan } from '../lenders/plan.ts';
import { expectRecoveries, priceByCard, recovered } from '../lenders/price-by-card.ts';
import type { PriceConstants } from '../lenders/pricing-terms.ts';
import { fileLogOdds, scoreFiles } from '../lenders/score-files.ts';

/**
 * Step 5: lenders price by their cards, compete, and one of them lends or all refuse. Fills `terms` but for instalment and
 * rate.
 *
 * @param cards coefficients that lenders price with (`Cards.coefficients`)
 * @param constants present values at the times of default that they reckon with
 */
export function offer(
  plan: LenderPlan,
  competition: CompetitionPlan,
  cards: Float64Array,
  constants: PriceConstants,
  quarter: number,
): void {
  scoreFiles(cards, plan.classOf.length, plan.scoreReader, fileLogOdds);
  expectRecoveries(plan, constants, recovered);
  priceByCard(plan, cards, constants, fileLogOdds);
  compete(competition, quarter, true);
  recordEstimates();
}

/** The estimate recorded is p at the price charged. */
function recordEstimates(): void {
  const { n } = roll;
  const { logOdds } = terms;
  const { estimate } = termsWriter;
  for (let r = 0; r < n; r++) estimate[r] = logistic(logOdds[r]);
}
