import { exp } from '../../math/exp.ts';
import { maxRows } from '../columns/shape.ts';
import { visible } from '../columns/visible.ts';
import { lenderStride } from '../columns/shape.ts';
import { breakEvenPrice } from '../lenders/break-even.ts';
import { featureCount } from '../lenders/features.ts';
import { defaultsStep, repaidStep } from './file-steps.ts';
import { Learned } from './offers.ts';
import { View, type Beliefs, type StakePlan } from './plan.ts';

/**
 * Sums of the next application over the lenders asked in it, Σ e^{(s − posted price)/σ} + e^{(s − D_res)/σ}, in the three
 * files of file-steps.ts; s cancels in the ratios that the stake is made of. By place in the list of rows at work.
 */
export const imagined = {
  repaid: new Float64Array(maxRows),
  ownDefault: new Float64Array(maxRows),
  sharedDefault: new Float64Array(maxRows),
};

/** Places in the list of those who would ask the lender at work, and what they are. One more: lists are branch-free. */
const asks = new Int32Array(maxRows + 1);

/** Where exponents begin: no price is below this, and e^x is good up to about 700. */
const lowestPrice = 0.9;
const highestExponent = 700;

/** Begins the sums of the first `count` rows with the choice not to borrow. */
export function restart(plan: StakePlan, beliefs: Beliefs, count: number): void {
  const reservation = beliefs.learned[Learned.reservation];
  const alone = exp((shiftOf(plan, beliefs) - reservation) / plan.taste);
  imagined.repaid.fill(alone, 0, count);
  imagined.ownDefault.fill(alone, 0, count);
  imagined.sharedDefault.fill(alone, 0, count);
}

/** s: D_res, or less where the taste for lenders is so small that exponents would overflow. */
function shiftOf({ taste }: StakePlan, { learned }: Beliefs): number {
  const most = lowestPrice + highestExponent * taste;
  return learned[Learned.reservation] < most ? learned[Learned.reservation] : most;
}

/**
 * Adds what lender q would ask of those of `rows` who would ask it next, in draw d, if the loan is one of lender o.
 *
 * @param view what q sees of o's loans (`View`)
 */
export function addLender(
  plan: StakePlan,
  beliefs: Beliefs,
  d: number,
  q: number,
  view: number,
  rows: Int32Array,
  count: number,
): void {
  const { future, terms, taste, markup, threshold } = plan;
  const { cards, constants, logOdds, recovered, fee } = beliefs;
  const { asked, income, size, sizeToIncome } = future;
  const { ownRepaid, ownDefaults, sharedRepaid, sharedDefaults, fileExists, scoreDrop } = visible;
  const { repaid, ownDefault, sharedDefault } = imagined;
  const { cap, priceSlope, operating } = terms;
  const paidInFull = constants.paidInFull[q];
  const unpaid = constants.unpaid[q];
  const shift = shiftOf(plan, beliefs);
  const perTaste = 1 / taste;
  const cost = 1 + operating[q];
  const own = (view & View.own) !== 0;
  const b = q * featureCount;
  const perSignal = cards[b + 1];
  const perSize = cards[b + 10];
  const perOwnRepaid = cards[b + 4];
  const perOwnDefault = cards[b + 5];
  const perRepaid = view & View.full ? cards[b + 6] : 0;
  const perDefault = view & View.negative ? cards[b + 7] : 0;
  const perDefaults = view & View.negative ? cards[b + 8] : 0;
  const perFile = view & View.full ? cards[b + 9] : 0;
  const perScore = view & View.score ? cards[b + 12] : 0;
  const at = d * maxRows;
  const reports = q * lenderStride;
  const recoveries = plan.classOf[q] * lenderStride;
  let asking = 0;
  for (let k = 0; k < count; k++) {
    asks[asking] = k;
    asking += (asked[at + rows[k]] >>> q) & 1;
  }
  for (let a = 0; a < asking; a++) {
    const k = asks[a];
    const r = rows[k];
    const file = reports + r;
    const next = at + r;
    const today = logOdds[file] + perSignal * income[next] + perSize * sizeToIncome[next];
    const back = recovered[recoveries + r];
    const spent = cost + fee[q] / size[next];
    if (view === 0) {
      const price = breakEvenPrice(today, back, spent, paidInFull, unpaid, priceSlope, cap);
      const weight = weightOf(price, cap, markup, shift, perTaste);
      repaid[k] += weight;
      ownDefault[k] += weight;
      sharedDefault[k] += weight;
      continue;
    }
    let before: number;
    let after: number;
    if (own) {
      before = today + perOwnRepaid * repaidStep[ownRepaid[file]];
      after = today + perOwnDefault * Number(ownDefaults[file] === 0) + perScore * scoreDrop[r];
    } else {
      const reported = Number(visible.size[r] >= threshold);
      const withFile = today + reported * perFile * (1 - fileExists[file]);
      const defaults = sharedDefaults[file];
      const onFile = perDefault * Number(defaults === 0) + perDefaults * defaultsStep(defaults);
      before = withFile + reported * perRepaid * repaidStep[sharedRepaid[file]];
      after = withFile + reported * onFile + perScore * scoreDrop[r];
    }
    const best = breakEvenPrice(before, back, spent, paidInFull, unpaid, priceSlope, cap);
    const good = weightOf(best, cap, markup, shift, perTaste);
    let bad = good;
    if (after > before) {
      const dearer = breakEvenPrice(after, back, spent, paidInFull, unpaid, priceSlope, cap);
      bad = weightOf(dearer, cap, markup, shift, perTaste);
    }
    repaid[k] += good;
    ownDefault[k] += own ? bad : good;
    sharedDefault[k] += bad;
  }
}

/** e^{(s − posted price)/σ}; 0 if the lender refuses. */
function weightOf(
  price: number,
  cap: number,
  markup: number,
  shift: number,
  perTaste: number,
): number {
  if (!(price <= cap)) return 0;
  const posted = price + markup;
  return exp((shift - (posted < cap ? posted : cap)) * perTaste);
}
