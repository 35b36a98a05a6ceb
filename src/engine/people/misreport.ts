import { roll } from '../columns/roll.ts';
import { lenderStride, maxRows } from '../columns/shape.ts';
import { reportsWriter, signalsWriter, visible } from '../columns/visible.ts';
import { scoreAlso } from '../files/scores.ts';
import { breakEvenPrice } from '../lenders/break-even.ts';
import { featureAt, featureCount } from '../lenders/features.ts';
import type { LenderPlan } from '../lenders/plan.ts';
import { priceByCard, recovered } from '../lenders/price-by-card.ts';
import type { PriceConstants } from '../lenders/pricing-terms.ts';
import { quotes } from '../lenders/quotes.ts';
import type { Economy } from '../parameters.ts';
import { inflateBehaviours, type FootprintPlan } from './footprint.ts';
import { Mind, type Population } from './population.ts';

/** Score's feature of who inflates what it can, and what one default more would do to it; by row. */
const inflatedScore = new Float64Array(maxRows);
const inflatedDrop = new Float64Array(maxRows);

/**
 * Some borrowers can inflate the gameable behaviours of their footprint, and do when it pays: when S times the mean fall of
 * the break-even prices of the lenders asked, a refusal counted as D_cap, exceeds the cost. Their scores are replaced by the
 * inflated ones. Fills `visible.misreports`, and `quotes` on the honest scores.
 *
 * After `scoreFiles` and `expectRecoveries`; who lends must score and price anew.
 */
export function misreport(
  economy: Economy,
  plan: LenderPlan,
  footprint: FootprintPlan,
  people: Population,
  cards: Float64Array,
  constants: PriceConstants,
  fileLogOdds: Float64Array,
): void {
  const { n, person, first } = roll;
  const { size } = visible;
  const { misreports } = signalsWriter;
  const { score, scoreDrop } = reportsWriter;
  inflateBehaviours(footprint);
  scoreAlso(footprint.score, footprint.inflated, inflatedScore, inflatedDrop);
  priceByCard(plan, cards, constants, fileLogOdds);
  for (let r = 0; r < n; r++) {
    misreports[r] = 0;
    if ((people.mind[first + person[r]] & Mind.gaming) === 0) continue;
    const fall = meanFall(plan, cards, constants, r, inflatedScore[r] - score[r]);
    if (size[r] * fall <= economy.misreporting.cost) continue;
    misreports[r] = 1;
    score[r] = inflatedScore[r];
    scoreDrop[r] = inflatedDrop[r];
  }
}

/** Mean fall of the break-even prices of the lenders asked when the score's feature rises by so much. */
function meanFall(
  plan: LenderPlan,
  cards: Float64Array,
  { paidInFull, unpaid }: PriceConstants,
  r: number,
  rise: number,
): number {
  const { askedAt, askedCount } = roll;
  const { operating, fee, priceSlope, cap } = plan.terms;
  let sum = 0;
  for (let q = 0; q < askedCount[r]; q++) {
    const at = q * lenderStride + r;
    const j = askedAt[at];
    if (plan.scoreReader[j] === 0) continue;
    const after = breakEvenPrice(
      quotes.logOdds[at] + cards[j * featureCount + featureAt.score] * rise,
      recovered[plan.classOf[j] * lenderStride + r],
      1 + operating[j] + fee[j] / visible.size[r],
      paidInFull[j],
      unpaid[j],
      priceSlope,
      cap,
    );
    sum += Math.min(cap, quotes.breakEven[at]) - Math.min(cap, after);
  }
  return sum / askedCount[r];
}
