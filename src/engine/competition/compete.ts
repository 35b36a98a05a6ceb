import { lowestBit } from '../../math/bits.ts';
import { roll } from '../columns/roll.ts';
import { lenderStride, maxRows } from '../columns/shape.ts';
import { termsWriter } from '../columns/terms.ts';
import { offsetPrice } from '../lenders/break-even.ts';
import { choice, chooseLender, chooseLenders, openTastes } from './choose-lender.ts';
import { block, blockSize, markUpThree, markUpTwo } from './markup-columns.ts';
import { equilibriumMarkups } from './markups.ts';
import type { CompetitionPlan } from './plan.ts';
import { maxPlaces, quotes } from '../lenders/quotes.ts';
import { explorer, leastAverse, openExploration } from './refuse.ts';
import type { TotalRepayment } from '../../units.ts';

/** Bit q: the lender at place q of the order of asking lends. */
const willing = new Uint32Array(maxRows);
/** Rows with two lenders that lend, with three, and with fewer or more. One more: lists are branch-free. */
const two = new Int32Array(maxRows + 1);
const three = new Int32Array(maxRows + 1);
const rest = new Int32Array(maxRows + 1);

/** One row's lenders that lend: prices, places, who they are, markups. */
const prices = new Float64Array(maxPlaces);
const places = new Int32Array(maxPlaces);
const lenders = new Int32Array(maxPlaces);
const markup = new Float64Array(maxPlaces);
const weight = new Float64Array(maxPlaces);

/**
 * Lenders asked post their prices, min(D_cap, break-even price + markup), and the borrower takes one of them by price and
 * taste. Where all refuse, `terms` holds the lender with the lowest p at D_cap and that price, for potential outcomes; with
 * chance `exploration` one lends there in order to learn, no matter who.
 *
 * After the lenders' answers are in `quotes`, by card or by type.
 *
 * @param exploring whether lenders lend in order to learn: not where types are shown
 */
export function compete(plan: CompetitionPlan, quarter: number, exploring: boolean): void {
  const { n } = roll;
  const { approved, explored } = termsWriter;
  openTastes(plan.seed, plan.lenders, quarter);
  openExploration(plan.seed, quarter);
  findWilling(plan);
  let twos = 0;
  let threes = 0;
  let others = 0;
  for (let r = 0; r < n; r++) {
    const set = willing[r];
    approved[r] = Number(set !== 0);
    explored[r] = 0;
    const second = set & (set - 1);
    const third = second & (second - 1);
    const few = Number((third & (third - 1)) === 0);
    two[twos] = r;
    twos += Number(second !== 0) & Number(third === 0);
    three[threes] = r;
    threes += Number(third !== 0) & few;
    rest[others] = r;
    others += Number(second === 0) | (1 - few);
  }
  for (let k = 0; k < others; k++) {
    const r = rest[k];
    const set = willing[r];
    if (set === 0) refuse(plan, r, exploring);
    else if ((set & (set - 1)) === 0) takeTheOne(plan, r);
    else takeOneOfMany(plan, r);
  }
  takeOneOfFew(plan, two, twos, 2);
  takeOneOfFew(plan, three, threes, 3);
}

/** Who lends under the cap, by row. */
function findWilling(plan: CompetitionPlan): void {
  const { n, askedCount } = roll;
  const { breakEven } = quotes;
  const { cap } = plan.terms;
  willing.fill(0, 0, n);
  for (let q = 0; q < plan.quotes; q++) {
    const at = q * lenderStride;
    for (let r = 0; r < n; r++) {
      willing[r] |= (Number(q < askedCount[r]) & Number(breakEven[at + r] <= cap)) << q;
    }
  }
}

/** Rows with k lenders, two or three, block by block. */
function takeOneOfFew(plan: CompetitionPlan, rows: Int32Array, n: number, k: number): void {
  const { sigma, maxMarkup } = plan;
  const { cap, priceSlope } = plan.terms;
  for (let from = 0; from < n; from += blockSize) {
    const size = Math.min(blockSize, n - from);
    fillBlock(rows, from, size, k);
    if (k === 2) markUpTwo(size, sigma, maxMarkup, cap);
    else markUpThree(size, sigma, maxMarkup, cap);
    chooseLenders(size, k, sigma, cap);
    for (let i = 0; i < size; i++) {
      const q = block.place[choice.best[i] * blockSize + i];
      settle(priceSlope, block.row[i], q, choice.posted[i]);
    }
  }
}

/** The rows from `from` on, with their k lenders. */
function fillBlock(rows: Int32Array, from: number, size: number, k: number): void {
  const { askedAt } = roll;
  const { breakEven } = quotes;
  const { row, place, lender, price } = block;
  for (let i = 0; i < size; i++) row[i] = rows[from + i];
  for (let m = 0; m < k; m++) {
    const to = m * blockSize;
    for (let i = 0; i < size; i++) {
      const r = row[i];
      let left = willing[r];
      for (let before = 0; before < m; before++) left &= left - 1;
      const at = lowestBit(left) * lenderStride + r;
      place[to + i] = lowestBit(left);
      lender[to + i] = askedAt[at];
      price[to + i] = breakEven[at];
    }
  }
}

function takeOneOfMany(plan: CompetitionPlan, r: number): void {
  const k = listWilling(r);
  equilibriumMarkups(prices, k, plan.sigma, plan.maxMarkup, plan.terms.cap, weight, markup);
  chooseAmongWilling(plan, r, k);
}

/** A lender alone charges the largest markup. */
function takeTheOne({ maxMarkup, terms: { cap, priceSlope } }: CompetitionPlan, r: number): void {
  const q = lowestBit(willing[r]);
  settle(priceSlope, r, q, Math.min(cap, quotes.breakEven[q * lenderStride + r] + maxMarkup));
}

/** Prices, places and lenders of those that lend to this row, in the order of asking; says how many. */
function listWilling(r: number): number {
  let k = 0;
  for (let left = willing[r]; left !== 0; left &= left - 1, k++) {
    const at = lowestBit(left) * lenderStride + r;
    places[k] = lowestBit(left);
    prices[k] = quotes.breakEven[at];
    lenders[k] = roll.askedAt[at];
  }
  return k;
}

/** The borrower takes one of the k lenders listed, with their markups. */
function chooseAmongWilling(
  { sigma, terms: { cap, priceSlope } }: CompetitionPlan,
  r: number,
  k: number,
): void {
  for (let m = 0; m < k; m++) prices[m] = Math.min(cap, prices[m] + markup[m]);
  const best = chooseLender(roll.person[r], prices, lenders, k, sigma);
  settle(priceSlope, r, places[best], prices[best]);
}

/** Nobody lends: what would have been at the cap, or a loan to learn from. */
function refuse(plan: CompetitionPlan, r: number, exploring: boolean): void {
  const { cap, priceSlope } = plan.terms;
  const to = exploring ? explorer(r, plan.exploration) : -1;
  termsWriter.explored[r] = Number(to >= 0);
  settle(priceSlope, r, to < 0 ? leastAverse(r) : to, cap);
}

/** The lender at this place lends, or would, at this price. */
function settle(priceSlope: number, r: number, q: number, posted: TotalRepayment): void {
  const at = q * lenderStride + r;
  termsWriter.lender[r] = roll.askedAt[at];
  termsWriter.price[r] = posted;
  termsWriter.logOdds[r] = quotes.logOdds[at] + priceSlope * (posted - offsetPrice);
}
