import { logistic } from '../../math/logistic.ts';
import { lesson } from '../columns/lesson.ts';
import { leafSize, maxLenders } from '../columns/shape.ts';
import { offsetPrice } from './break-even.ts';
import { featureCount, writeFeatures } from './features.ts';
import { inferredIncome } from './inferred-income.ts';
import type { LenderPlan } from './plan.ts';

/** Upper triangle of the information matrix. */
export const informationCount = (featureCount * (featureCount + 1)) / 2;
/** What one lender learns from in a quarter: gradient, then information. */
export const lenderSums = featureCount + informationCount;

/**
 * Width of what a leaf's vintage teaches: each lender's sums, the gradient of the market's card, defaults by instalment
 * (shape term), loans.
 */
export function teachingCount(lenders: number, term: number): number {
  return lenders * lenderSums + featureCount + term + 1;
}

/** Products are summed in tiles of 2 × 4 features: six numbers read serve eight sums. */
const tileRows = 2;
const tileColumns = 4;
/** Features of a loan in `x`, the last of them always 0: four tiles wide. */
const width = 4 * tileColumns;

/** Features of the leaf's loans, lender by lender: a borrower signs one a quarter at most. Shape (loans × width). */
const x = new Float64Array(leafSize * width);
/** Default less estimate, by the lender's card and by the market's; max(.005, p(1 − p)). Shape (loans). */
const surprise = new Float64Array(leafSize);
const marketSurprise = new Float64Array(leafSize);
const weight = new Float64Array(leafSize);
/** Weighted sums of products of two features, right of the diagonal. Shape (width × width). */
const products = new Float64Array(width * width);
/** Where the loans of each lender begin in `x`; where its next one goes. */
const first = new Int32Array(maxLenders + 1);
const next = new Int32Array(maxLenders);

const leastWeight = 0.005;

/**
 * What the lesson, one leaf's loans of the vintage that comes of age at the end of this quarter, teaches, written into
 * `sums[to …]`, shape `teachingCount`. Errors are those of today's cards on the features of signing.
 *
 * @param card today's coefficients of every lender, then the market's. Shape ((lenders + 1) × features)
 */
export function learnFrom(
  plan: LenderPlan,
  card: Float64Array,
  sums: Float64Array,
  to: number,
): void {
  const { n, defaulted, endedAt } = lesson;
  const { term } = plan.terms;
  const lenders = plan.classOf.length;
  const market = to + lenders * lenderSums;
  const times = market + featureCount;
  sums.fill(0, to, times + term + 1);
  if (n === 0) return;
  groupByLender(lenders);
  collect(plan, card);
  for (let k = 0; k < n; k++) {
    if (defaulted[k] === 1) sums[times + endedAt[k] - 1] += 1;
  }
  sums[times + term] = n;
  addGradient(marketSurprise, 0, n, sums, market);
  for (let j = 0; j < lenders; j++) {
    if (first[j + 1] === first[j]) continue;
    const at = to + j * lenderSums;
    addGradient(surprise, first[j], first[j + 1], sums, at);
    addInformation(first[j], first[j + 1], plan.scoreReader[j] === 1, sums, at + featureCount);
  }
}

/** Counting sort: where each lender's loans begin. */
function groupByLender(lenders: number): void {
  const { n, lender } = lesson;
  first.fill(0, 0, lenders + 1);
  for (let k = 0; k < n; k++) first[lender[k] + 1]++;
  for (let j = 0; j < lenders; j++) first[j + 1] += first[j];
  for (let j = 0; j < lenders; j++) next[j] = first[j];
}

/** Features, surprises and weight of each loan, at its lender's next place. */
function collect({ income, scoreReader, classOf, terms }: LenderPlan, card: Float64Array): void {
  const { n, lender, price, defaulted } = lesson;
  const { priceSlope } = terms;
  const market = classOf.length * featureCount;
  for (let k = 0; k < n; k++) {
    const j = lender[k];
    const place = next[j]++;
    const row = place * width;
    writeFeatures(
      x,
      row,
      lesson.income[k],
      lesson.capital[k],
      lesson.collateral[k],
      lesson.size[k],
      inferredIncome(income, lesson.income[k]),
      lesson.ownRepaid[k],
      lesson.ownDefaults[k],
      lesson.sharedRepaid[k],
      lesson.sharedDefaults[k],
      lesson.fileExists[k],
      lesson.balances[k],
      lesson.score[k] * scoreReader[j],
    );
    const offset = priceSlope * (price[k] - offsetPrice);
    const own = j * featureCount;
    let byOwn = offset;
    let byMarket = offset;
    for (let f = 0; f < featureCount; f++) {
      byOwn += card[own + f] * x[row + f];
      byMarket += card[market + f] * x[row + f];
    }
    const p = logistic(byOwn);
    const bad = defaulted[k];
    surprise[place] = bad - p;
    marketSurprise[place] = bad - logistic(byMarket);
    const spread = p * (1 - p);
    weight[place] = spread > leastWeight ? spread : leastWeight;
  }
}

/** Sums over loans of surprise times each feature, into `sums[at …]`. */
function addGradient(
  by: Float64Array,
  from: number,
  end: number,
  sums: Float64Array,
  at: number,
): void {
  for (let b = 0; b < featureCount; b += tileColumns) {
    let s0 = 0;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    for (let k = from, row = from * width + b; k < end; k++, row += width) {
      const a = by[k];
      s0 += a * x[row];
      s1 += a * x[row + 1];
      s2 += a * x[row + 2];
      s3 += a * x[row + 3];
    }
    sums[at + b] = s0;
    if (b + 1 < featureCount) sums[at + b + 1] = s1;
    if (b + 2 < featureCount) sums[at + b + 2] = s2;
    if (b + 3 < featureCount) sums[at + b + 3] = s3;
  }
}

/**
 * The upper triangle of the weighted sums of products, row by row, into `sums[at …]`.
 *
 * @param readsScore whether the lender has a score: without it the last feature is 0, and nothing is to be summed
 */
function addInformation(
  from: number,
  end: number,
  readsScore: boolean,
  sums: Float64Array,
  at: number,
): void {
  const seen = readsScore ? featureCount : featureCount - 1;
  const lastTile = (readsScore ? width : featureCount - 1) - tileColumns;
  for (let a = 0; a < seen; a += tileRows) {
    for (let b = a; b < seen; b += tileColumns) {
      // The last tile starts early rather than end outside.
      sumTile(a, Math.min(b, lastTile), from, end);
    }
  }
  let cell = at;
  for (let a = 0; a < featureCount; a++) {
    for (let b = a; b < featureCount; b++, cell++)
      sums[cell] = b < seen ? products[a * width + b] : 0;
  }
}

/** Weighted sums of the products of features a and a + 1 with the four from b on, into two rows of four of `products`. */
function sumTile(a: number, b: number, from: number, end: number): void {
  let s00 = 0;
  let s01 = 0;
  let s02 = 0;
  let s03 = 0;
  let s10 = 0;
  let s11 = 0;
  let s12 = 0;
  let s13 = 0;
  for (let k = from, row = from * width; k < end; k++, row += width) {
    const u = weight[k] * x[row + a];
    const v = weight[k] * x[row + a + 1];
    const p = x[row + b];
    const q = x[row + b + 1];
    const r = x[row + b + 2];
    const s = x[row + b + 3];
    s00 += u * p;
    s01 += u * q;
    s02 += u * r;
    s03 += u * s;
    s10 += v * p;
    s11 += v * q;
    s12 += v * r;
    s13 += v * s;
  }
  const at = a * width + b;
  products[at] = s00;
  products[at + 1] = s01;
  products[at + 2] = s02;
  products[at + 3] = s03;
  products[at + width] = s10;
  products[at + width + 1] = s11;
  products[at + width + 2] = s12;
  products[at + width + 3] = s13;
}
