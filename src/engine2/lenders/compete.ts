import { log } from '../../math/exp.ts';
import { deriveKey, pageSize, word } from '../../random/draws.ts';
import { purposes } from '../../random/purposes.ts';
import { roll } from '../columns/roll.ts';
import { lenderStride, maxLenders } from '../columns/shape.ts';
import { terms } from '../columns/terms.ts';
import type { SeedKey } from '../setup.ts';
import { offsetPrice } from './break-even.ts';
import { equilibriumMarkups } from './markups.ts';
import type { LenderPlan } from './plan.ts';
import { maxPlaces, quotes } from './quotes.ts';

const key = new Int32Array(4);
/** Keys of each lender's draws of taste, three words each; then of whether and where a refused applicant is lent to. */
const taste = new Int32Array(3 * maxLenders);
const explore = new Int32Array(3);
const which = new Int32Array(3);
const perWord = 2.3283064365386963e-10;

/** Prices of one row's lenders that do lend, their places, and the markups on them. */
const price = new Float64Array(maxPlaces);
const place = new Int32Array(maxPlaces);
const markup = new Float64Array(maxPlaces);
const weight = new Float64Array(maxPlaces);

/**
 * Lenders asked post their prices, min(D_cap, break-even price + markup), and the borrower takes the largest of
 * −price + σ·Gumbel. Where all refuse, `terms` holds the lender with the lowest p at D_cap and that price, for potential
 * outcomes; with chance `exploration` one lends there in order to learn, no matter who.
 *
 * After the lenders' answers are in `quotes`, by card or by type.
 *
 * @param exploring whether lenders lend in order to learn: not where types are shown
 */
export function compete(plan: LenderPlan, quarter: number, exploring: boolean): void {
  const { n, person, askedAt, askedCount } = roll;
  const { breakEven } = quotes;
  const { cap } = plan.terms;
  const { sigma, maxMarkup } = plan;
  deriveKeys(plan.search.seed, plan.classOf.length, quarter);
  for (let r = 0; r < n; r++) {
    const asked = askedCount[r];
    let k = 0;
    for (let q = 0; q < asked; q++) {
      const own = breakEven[q * lenderStride + r];
      price[k] = own;
      place[k] = q;
      k += Number(own <= cap);
    }
    if (k === 0) {
      refuse(plan, r, exploring);
      continue;
    }
    equilibriumMarkups(price, k, sigma, maxMarkup, cap, weight, markup);
    let best = 0;
    let most = -Infinity;
    let chosen = maxLenders;
    for (let i = 0; i < k; i++) {
      const j = askedAt[place[i] * lenderStride + r];
      const posted = Math.min(cap, price[i] + markup[i]);
      price[i] = posted;
      const liking = k === 1 ? 0 : sigma * gumbel(person[r], j) - posted;
      // Ties go to the earlier lender in the scenario's order.
      if (liking > most || (liking === most && j < chosen)) {
        best = i;
        most = liking;
        chosen = j;
      }
    }
    settle(plan, r, place[best], price[best]);
    terms.approved[r] = 1;
    terms.explored[r] = 0;
  }
}

/** −ln(−ln u) of this person's taste for lender j. */
function gumbel(person: number, j: number): number {
  const drawn = word(person, taste[3 * j], taste[3 * j + 1], taste[3 * j + 2]);
  return -log(-log(((drawn >>> 0) + 0.5) * perWord));
}

/** Nobody lends: what would have been at the cap, or a loan to learn from. */
function refuse(plan: LenderPlan, r: number, exploring: boolean): void {
  const { person, askedAt, askedCount } = roll;
  const { logOdds } = quotes;
  const i = person[r];
  let at = 0;
  for (let q = 1; q < askedCount[r]; q++) {
    const less = logOdds[q * lenderStride + r] - logOdds[at * lenderStride + r];
    const earlier = askedAt[q * lenderStride + r] < askedAt[at * lenderStride + r];
    if (less < 0 || (less === 0 && earlier)) at = q;
  }
  const explores =
    exploring &&
    ((word(i, explore[0], explore[1], explore[2]) >>> 0) + 0.5) * perWord < plan.exploration;
  if (explores) {
    const u = ((word(i, which[0], which[1], which[2]) >>> 0) + 0.5) * perWord;
    at = Math.floor(u * askedCount[r]);
  }
  settle(plan, r, at, plan.terms.cap);
  terms.approved[r] = 0;
  terms.explored[r] = Number(explores);
}

/** The lender at this place lends, or would, at this price. */
function settle(plan: LenderPlan, r: number, q: number, posted: number): void {
  terms.lender[r] = roll.askedAt[q * lenderStride + r];
  terms.price[r] = posted;
  terms.logOdds[r] =
    quotes.logOdds[q * lenderStride + r] + plan.terms.priceSlope * (posted - offsetPrice);
}

function deriveKeys(seed: SeedKey, lenders: number, quarter: number): void {
  for (let j = 0; j < lenders; j++) derive(seed, quarter, purposes.gumbel + j, taste, 3 * j);
  derive(seed, quarter, purposes.explore, explore, 0);
  derive(seed, quarter, purposes.exploreWhich, which, 0);
}

function derive(
  seed: SeedKey,
  quarter: number,
  purpose: number,
  out: Int32Array,
  at: number,
): void {
  deriveKey(key, seed, roll.first / pageSize, quarter, purpose);
  out[at] = key[0];
  out[at + 1] = key[1];
  out[at + 2] = key[2];
}
