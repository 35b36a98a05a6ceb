import { leafSize, type Page } from './page.ts';
import type { Sharing } from './join.ts';
import type { Economy } from './parameters.ts';
import { Outcome } from './repay.ts';
import { featureCount, featureIndex, featuresOf } from './scorecard.ts';
import type { LeafRows } from './tally.ts';

/** Upper triangle of the information matrix. */
const informationCount = (featureCount * (featureCount + 1)) / 2;
/** Sums that a lender learns from in a quarter: gradient, then information. */
export const learningCount = featureCount + informationCount;

/** Products are summed in tiles of 2 × 4 features: six numbers read serve eight sums. */
const tileRows = 2;
const tileColumns = 4;
const paddedCount = featureCount + tileColumns - 1;

/** Working columns of learning: the loans of one leaf. */
export interface LearnPlan {
  readonly sharing: Sharing;
  /** Loans by lender. Shape (lenders). */
  readonly count: Int32Array;
  /** Their rows. Shape (lenders × leafSize). */
  readonly loans: Int32Array;
  /** Features of one lender's loans; those beyond the last are 0. Shape (paddedCount × leafSize). */
  readonly x: Float64Array;
  /** The same times estimate · (1 − estimate). */
  readonly weighted: Float64Array;
  /** Default less estimate. Shape (leafSize). */
  readonly surprise: Float64Array;
  /** Sums of products of two features, right of the diagonal. Shape (paddedCount × paddedCount). */
  readonly products: Float64Array;
}

export function planLearning(sharing: Sharing): LearnPlan {
  return {
    sharing,
    count: new Int32Array(sharing.n),
    loans: new Int32Array(sharing.n * leafSize),
    x: new Float64Array(paddedCount * leafSize),
    weighted: new Float64Array(paddedCount * leafSize),
    surprise: new Float64Array(leafSize),
    products: new Float64Array(paddedCount * paddedCount),
  };
}

/** Sums of one leaf's loans that their lenders learn from, lender j's into `sums[at + j · learningCount …]`. */
export function learnFrom(
  plan: LearnPlan,
  page: Page,
  { loansFrom, loansTo }: LeafRows,
  sums: Float64Array,
  at: number,
): void {
  const { sharing, count, loans, x, weighted, surprise, products } = plan;
  const { takers, winner } = page;
  count.fill(0);
  for (let k = loansFrom; k < loansTo; k++) {
    const o = winner[takers[k]];
    loans[o * leafSize + count[o]++] = takers[k];
  }
  for (let o = 0; o < sharing.n; o++) {
    const n = count[o];
    collect(plan, page, o);
    let cell = at + o * learningCount;
    for (let b = 0; b < featureCount; b += tileColumns) {
      sumTile(surprise, 0, 0, x, b * leafSize, n, products, b);
    }
    for (let b = 0; b < featureCount; b++) sums[cell++] = products[b];
    // A lender without the score has zeros there, and nothing to sum.
    const seen = sharing.scoreReader[o] === 1 ? featureCount : featureIndex.footprint;
    for (let a = 0; a < seen; a += tileRows) {
      const next = a + 1 < seen ? leafSize : 0;
      for (let b = a; b < seen; b += tileColumns) {
        const place = a * paddedCount + b;
        sumTile(weighted, a * leafSize, next, x, b * leafSize, n, products, place);
      }
    }
    for (let a = 0; a < featureCount; a++) {
      for (let b = a; b < featureCount; b++, cell++) {
        if (b < seen) sums[cell] = products[a * paddedCount + b];
      }
    }
  }
}

/** Features of lender o's loans, surprise and weighted features. */
function collect(plan: LearnPlan, page: Page, o: number): void {
  const { sharing, count, loans, x, weighted, surprise } = plan;
  const { estimate, outcome } = page;
  const readsScore = sharing.scoreReader[o] === 1;
  const n = count[o];
  for (let k = 0; k < n; k++) {
    const r = loans[o * leafSize + k];
    featuresOf(page, r, o, readsScore, x, k, leafSize);
    surprise[k] = Number(outcome[r] !== Outcome.repaid) - estimate[r];
    weighted[k] = estimate[r] * (1 - estimate[r]);
  }
  for (let a = 1; a < featureCount; a++) {
    for (let k = 0; k < n; k++) weighted[a * leafSize + k] = weighted[k] * x[a * leafSize + k];
  }
}

/** Sums over loans of the products of two columns of `u` and four of `x`, into `out[at …]`, two rows of four. */
function sumTile(
  u: Float64Array,
  u0: number,
  next: number,
  x: Float64Array,
  x0: number,
  n: number,
  out: Float64Array,
  at: number,
): void {
  const u1 = u0 + next;
  const x1 = x0 + leafSize;
  const x2 = x1 + leafSize;
  const x3 = x2 + leafSize;
  let s00 = 0;
  let s01 = 0;
  let s02 = 0;
  let s03 = 0;
  let s10 = 0;
  let s11 = 0;
  let s12 = 0;
  let s13 = 0;
  for (let k = 0; k < n; k++) {
    const a = u[u0 + k];
    const b = u[u1 + k];
    const p = x[x0 + k];
    const q = x[x1 + k];
    const r = x[x2 + k];
    const s = x[x3 + k];
    s00 += a * p;
    s01 += a * q;
    s02 += a * r;
    s03 += a * s;
    s10 += b * p;
    s11 += b * q;
    s12 += b * r;
    s13 += b * s;
  }
  out[at] = s00;
  out[at + 1] = s01;
  out[at + 2] = s02;
  out[at + 3] = s03;
  out[at + paddedCount] = s10;
  out[at + paddedCount + 1] = s11;
  out[at + paddedCount + 2] = s12;
  out[at + paddedCount + 3] = s13;
}

/** The scorecards of all lenders and what they have learnt. */
export interface Scorecards {
  /** Shape (lenders × features). */
  readonly coefficients: Float64Array;
  /** Decayed information. Shape (lenders × upper triangle). */
  readonly information: Float64Array;
  /** Prior coefficients. Shape (features). */
  readonly prior: Float64Array;
  readonly ridge: number;
}

/** Scorecards at their prior. `borrowers` scales the ridge, so that its pull does not depend on size. */
export function createScorecards(economy: Economy, lenders: number, borrowers: number): Scorecards {
  const prior = new Float64Array(featureCount);
  prior[0] = economy.scorecard.priorIntercept;
  const coefficients = new Float64Array(lenders * featureCount);
  for (let j = 0; j < lenders; j++) coefficients[j * featureCount] = prior[0];
  return {
    coefficients,
    information: new Float64Array(lenders * informationCount),
    prior,
    ridge: (economy.scorecard.ridge * borrowers) / 20000,
  };
}

const matrix = new Float64Array(featureCount * featureCount);
const step = new Float64Array(featureCount);

/**
 * One Newton step per lender on the quarter's loans: the gradient of this quarter against the decayed
 * information of all quarters, pulled towards the prior; each coefficient moves by at most `stepLimit`.
 *
 * @param sums learning sums of the quarter. Shape (lenders × learningCount).
 */
export function learn(cards: Scorecards, economy: Economy, sums: Float64Array): void {
  const { decay, stepLimit } = economy.scorecard;
  const { coefficients, information, prior, ridge } = cards;
  const lenders = coefficients.length / featureCount;
  for (let j = 0; j < lenders; j++) {
    const beta = j * featureCount;
    const info = j * informationCount;
    const at = j * learningCount;
    let cell = 0;
    for (let a = 0; a < featureCount; a++) {
      step[a] = sums[at + a] - ridge * (coefficients[beta + a] - prior[a]);
      for (let b = a; b < featureCount; b++) {
        const sum = decay * information[info + cell] + sums[at + featureCount + cell];
        information[info + cell] = sum;
        matrix[a * featureCount + b] = sum;
        matrix[b * featureCount + a] = sum;
        cell++;
      }
      matrix[a * featureCount + a] += ridge;
    }
    solveInPlace(matrix, step);
    for (let a = 0; a < featureCount; a++) {
      coefficients[beta + a] += Math.max(-stepLimit, Math.min(stepLimit, step[a]));
    }
  }
}

/** Solves A x = y for a symmetric positive definite A by Cholesky's method; A and y are overwritten. */
function solveInPlace(a: Float64Array, y: Float64Array): void {
  const n = y.length;
  for (let j = 0; j < n; j++) {
    for (let k = 0; k < j; k++) {
      const factor = a[j * n + k];
      for (let i = j; i < n; i++) a[i * n + j] -= factor * a[i * n + k];
    }
    const root = Math.sqrt(a[j * n + j]);
    for (let i = j; i < n; i++) a[i * n + j] /= root;
  }
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) y[i] -= a[i * n + k] * y[k];
    y[i] /= a[i * n + i];
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) y[i] -= a[k * n + i] * y[k];
    y[i] /= a[i * n + i];
  }
}
