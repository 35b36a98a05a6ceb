import { leafSize, maxLenders, workingPage } from './page.ts';
import type { Sharing } from './join.ts';
import type { Economy } from './parameters.ts';
import { Outcome } from './repay.ts';
import { featureCount, featureIndex, featuresOf } from './scorecard.ts';
import type { LeafRows } from './tally.ts';

/** V8 knows the columns of a module's own constant, and reads them three times as fast as a parameter's. */
const page = workingPage;

/** Upper triangle of the information matrix. */
const informationCount = (featureCount * (featureCount + 1)) / 2;
/** Sums that a lender learns from in a quarter: gradient, then information. */
export const learningCount = featureCount + informationCount;

/** Products are summed in tiles of 2 × 4 features: six numbers read serve eight sums. */
const tileRows = 2;
const tileColumns = 4;
const paddedCount = featureCount + tileColumns - 1;

/** Loans of one leaf by lender, and their rows. */
const count = new Int32Array(maxLenders);
const loans = new Int32Array(maxLenders * leafSize);
/** Features of one lender's loans; those beyond the last are 0. Shape (paddedCount × leafSize). */
const x = new Float64Array(paddedCount * leafSize);
/** The same times estimate · (1 − estimate); below them default less estimate. Shape (features + 1, leafSize). */
const weighted = new Float64Array((featureCount + 1) * leafSize);
const surprise = featureCount * leafSize;
/** Sums of products of two features, right of the diagonal. Shape (paddedCount × paddedCount). */
const products = new Float64Array(paddedCount * paddedCount);

/** Sums of one leaf's loans that their lenders learn from, lender j's into `sums[at + j · learningCount …]`. */
export function learnFrom(
  sharing: Sharing,
  { loansFrom, loansTo }: LeafRows,
  sums: Float64Array,
  at: number,
): void {
  const { takers, winner } = page;
  count.fill(0);
  for (let k = loansFrom; k < loansTo; k++) {
    const o = winner[takers[k]];
    loans[o * leafSize + count[o]++] = takers[k];
  }
  for (let o = 0; o < sharing.n; o++) {
    const n = count[o];
    collect(sharing, o);
    let cell = at + o * learningCount;
    for (let b = 0; b < featureCount; b += tileColumns) {
      sumTile(surprise, surprise, b * leafSize, n, b);
    }
    for (let b = 0; b < featureCount; b++) sums[cell++] = products[b];
    // A lender without the score has zeros there, and nothing to sum.
    const seen = sharing.scoreReader[o] === 1 ? featureCount : featureIndex.footprint;
    for (let a = 0; a < seen; a += tileRows) {
      for (let b = a; b < seen; b += tileColumns) {
        sumTile(a * leafSize, (a + 1) * leafSize, b * leafSize, n, a * paddedCount + b);
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
function collect(sharing: Sharing, o: number): void {
  const { estimate, outcome } = page;
  const readsScore = sharing.scoreReader[o] === 1;
  const n = count[o];
  for (let k = 0; k < n; k++) {
    const r = loans[o * leafSize + k];
    featuresOf(page, r, o, readsScore, x, k, leafSize);
    weighted[surprise + k] = Number(outcome[r] !== Outcome.repaid) - estimate[r];
    weighted[k] = estimate[r] * (1 - estimate[r]);
  }
  for (let a = 1; a < featureCount; a++) {
    for (let k = 0; k < n; k++) weighted[a * leafSize + k] = weighted[k] * x[a * leafSize + k];
  }
}

/**
 * Sums over loans of the products of two columns of `weighted` with four of `x`, into two rows of four of `products`.
 *
 * @param u0 where the two columns begin
 * @param x0 where the first of the four begins
 * @param n loans
 * @param at place of the first sum
 */
function sumTile(u0: number, u1: number, x0: number, n: number, at: number): void {
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
    const a = weighted[u0 + k];
    const b = weighted[u1 + k];
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
  products[at] = s00;
  products[at + 1] = s01;
  products[at + 2] = s02;
  products[at + 3] = s03;
  products[at + paddedCount] = s10;
  products[at + paddedCount + 1] = s11;
  products[at + paddedCount + 2] = s12;
  products[at + paddedCount + 3] = s13;
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
