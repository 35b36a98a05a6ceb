import { exp, log1pUnit } from '../../math/exp.ts';
import { lenderStride, maxRows } from '../columns/shape.ts';
import { breakEvenPrices, pricing } from '../lenders/break-even-columns.ts';
import { featureAt, featureCount } from '../lenders/features.ts';
import { afterDefault, imagineFiles } from './imagined-files.ts';
import { Learned } from './offers.ts';
import type { Beliefs, StakePlan } from './plan.ts';
import { View, type Sight } from './sights.ts';

/**
 * Sums of the next application over the lenders asked in it, 1 + Σ e^{(D_res − posted price)/σ}, in the three files of
 * file-steps.ts; D_res cancels in the ratios that the stake is made of. Their logarithms where the taste is sharp. By place
 * in the list of rows at work.
 */
export const imagined = {
  repaid: new Float64Array(maxRows),
  ownDefault: new Float64Array(maxRows),
  sharedDefault: new Float64Array(maxRows),
};

/** Places in the list of those who would ask the lender at work, and what they are. One more: lists are branch-free. */
const asks = new Int32Array(maxRows + 1);
/** To which of them the lender lends. */
const lending = new Int32Array(maxRows + 1);
/** Which of them a default would make dearer. */
const dearer = new Int32Array(maxRows + 1);
/** e^{(D_res − posted price)/σ} of each, with the loan on file as repaid and as a default. */
const good = new Float64Array(maxRows);
const bad = new Float64Array(maxRows);
/** The same of those that a default would make dearer. */
const worse = new Float64Array(maxRows);

/** Exponents of a next application may spread over this: e^x is good from −708 to 709. */
const roomForExponents = 600;

/** Begins the sums of the first `count` rows with the choice not to borrow. */
export function restart(plan: StakePlan, beliefs: Beliefs, count: number): void {
  const alone = areLogarithms(plan, beliefs) ? 0 : 1;
  imagined.repaid.fill(alone, 0, count);
  imagined.ownDefault.fill(alone, 0, count);
  imagined.sharedDefault.fill(alone, 0, count);
}

/** Whether σ is so small beside prices that e^{(D_res − price)/σ} has no room in a number: its logarithms are added instead. */
export function areLogarithms({ taste, terms }: StakePlan, { learned }: Beliefs): boolean {
  return Math.max(learned[Learned.reservation], terms.cap) > roomForExponents * taste;
}

/**
 * Adds what lender q would ask of those of `rows` who would ask it next, in draw d, if the loan is one of lender o.
 *
 * @param view what q sees of o's loans (`View`)
 * @param sight from which size on
 */
export function addLender(
  plan: StakePlan,
  beliefs: Beliefs,
  d: number,
  q: number,
  view: number,
  sight: Sight,
  rows: Int32Array,
  count: number,
): void {
  const { repaid, ownDefault, sharedDefault } = imagined;
  const asking = gather(plan, beliefs, d, q, rows, count);
  if (view !== 0) imagineFiles(beliefs.cards, q, view, sight, rows, asks, asking);
  price(plan, beliefs, asking, good);
  if (areLogarithms(plan, beliefs)) {
    addLogarithms(plan, beliefs, view, asking);
    return;
  }
  if (view === 0) {
    for (let a = 0; a < asking; a++) {
      const k = asks[a];
      repaid[k] += good[a];
      ownDefault[k] += good[a];
      sharedDefault[k] += good[a];
    }
    return;
  }
  priceDefaults(plan, beliefs, asking);
  const own = Number((view & View.own) !== 0);
  for (let a = 0; a < asking; a++) {
    const k = asks[a];
    repaid[k] += good[a];
    ownDefault[k] += own * bad[a] + (1 - own) * good[a];
    sharedDefault[k] += bad[a];
  }
}

/** The same where sums are kept as logarithms. */
function addLogarithms(plan: StakePlan, beliefs: Beliefs, view: number, asking: number): void {
  const { repaid, ownDefault, sharedDefault } = imagined;
  if (view !== 0) priceDefaults(plan, beliefs, asking);
  const after = view !== 0 ? bad : good;
  const own = (view & View.own) !== 0 ? bad : good;
  for (let a = 0; a < asking; a++) {
    const k = asks[a];
    repaid[k] = addLogarithm(repaid[k], good[a]);
    ownDefault[k] = addLogarithm(ownDefault[k], own[a]);
    sharedDefault[k] = addLogarithm(sharedDefault[k], after[a]);
  }
}

/** ln(e^a + e^b), a finite. */
function addLogarithm(a: number, b: number): number {
  return a > b ? a + log1pUnit(exp(b - a)) : b + log1pUnit(exp(a - b));
}

/** Lists who would ask lender q, and what it would reckon with on the files of today; says how many they are. */
function gather(
  plan: StakePlan,
  beliefs: Beliefs,
  d: number,
  q: number,
  rows: Int32Array,
  count: number,
): number {
  const { asked, income, size, sizeToIncome } = plan.future;
  const { cards, constants, logOdds, recovered, fee } = beliefs;
  const b = q * featureCount;
  const perSignal = cards[b + featureAt.income];
  const perSize = cards[b + featureAt.sizeToIncome];
  const running = 1 + plan.terms.operating[q];
  const charge = fee[q];
  const paidInFull = constants.paidInFull[q];
  const unpaid = constants.unpaid[q];
  const at = d * maxRows;
  const reports = q * lenderStride;
  const recoveries = plan.classOf[q] * lenderStride;
  let asking = 0;
  for (let k = 0; k < count; k++) {
    asks[asking] = k;
    asking += (asked[at + rows[k]] >>> q) & 1;
  }
  for (let a = 0; a < asking; a++) {
    const r = rows[asks[a]];
    const next = at + r;
    pricing.logOdds[a] =
      logOdds[reports + r] + perSignal * income[next] + perSize * sizeToIncome[next];
    pricing.recovered[a] = recovered[recoveries + r];
    pricing.cost[a] = running + charge / size[next];
    pricing.paidInFull[a] = paidInFull;
    pricing.unpaid[a] = unpaid;
  }
  return asking;
}

/** e^{(D_res − posted price)/σ} of the first n loans of `pricing`; 0 where the lender refuses. */
function price(plan: StakePlan, beliefs: Beliefs, n: number, out: Float64Array): void {
  const { taste, markup } = plan;
  const { cap, priceSlope } = plan.terms;
  const reservation = beliefs.learned[Learned.reservation] - 0; // as `top` below
  const perTaste = 1 / taste;
  const top = cap - 0; // known to be a number, see markup-columns.ts
  const extra = markup - 0;
  breakEvenPrices(n, priceSlope, cap);
  if (areLogarithms(plan, beliefs)) {
    for (let a = 0; a < n; a++) {
      const posted = Math.min(top, pricing.price[a] + extra);
      out[a] = pricing.price[a] <= top ? (reservation - posted) * perTaste : -Infinity;
    }
    return;
  }
  let lend = 0;
  for (let a = 0; a < n; a++) {
    out[a] = 0;
    lending[lend] = a;
    lend += Number(pricing.price[a] <= top);
  }
  for (let m = 0; m < lend; m++) {
    const a = lending[m];
    const posted = pricing.price[a] + extra;
    out[a] = exp((reservation - (posted < top ? posted : top)) * perTaste);
  }
}

/** What the lender would ask after a default: more where log-odds rise, else the same. */
function priceDefaults(plan: StakePlan, beliefs: Beliefs, asking: number): void {
  let n = 0;
  for (let a = 0; a < asking; a++) {
    const rises = Number(afterDefault[a] > pricing.logOdds[a]);
    bad[a] = good[a];
    // Those that rise move up in `pricing`: no place is read after it is written.
    dearer[n] = a;
    pricing.logOdds[n] = afterDefault[a];
    pricing.recovered[n] = pricing.recovered[a];
    pricing.cost[n] = pricing.cost[a];
    n += rises;
  }
  price(plan, beliefs, n, worse);
  for (let m = 0; m < n; m++) bad[dearer[m]] = worse[m];
}
