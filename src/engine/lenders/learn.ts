import { pageSize } from '../../random/draws.ts';
import { leafSize, maxLenders } from '../columns/layout.ts';
import { outcome } from '../columns/outcome.ts';
import { terms } from '../columns/terms.ts';
import type { Sharing } from '../files/join.ts';
import type { Economy } from '../parameters.ts';
import { featureCount, featuresAtOnce, featuresOf, featureWidth, scorePlace } from './features.ts';

/** Upper triangle of the information matrix. */
const informationCount = (featureCount * (featureCount + 1)) / 2;
/** Sums that a lender learns from in a quarter: gradient, then information. */
export const learningCount = featureCount + informationCount;

/** Products are summed in tiles of 2 × 4 features: six numbers read serve eight sums. */
const tileRows = 2;
const tileColumns = featuresAtOnce;
/** Features of a loan in `x`, those past the last always 0: so many tiles wide. */
const width = featureWidth;

/** Features of one lender's loans. Shape (loans × width). */
const x = new Float64Array(leafSize * width);
/** Default less estimate, and estimate · (1 − estimate). Shape (loans). */
const surprise = new Float64Array(leafSize);
const weight = new Float64Array(leafSize);
/** Sums of products of two features, right of the diagonal. Shape (width × width). */
const products = new Float64Array(width * width);

/** Sums of one leaf's loans that their lenders learn from, lender j's into `sums[at + j · learningCount …]`. */
export function learnFrom(sharing: Sharing, leaf: number, sums: Float64Array, at: number): void {
  const { loanEnd } = outcome;
  for (let o = 0; o < sharing.n; o++) {
    const from = leaf > 0 ? loanEnd[(leaf - 1) * maxLenders + o] : 0;
    const n = loanEnd[leaf * maxLenders + o] - from;
    // A lender without the score has zeros there, and nothing to sum.
    const readsScore = sharing.scoreReader[o] === 1;
    const seen = readsScore ? featureCount : scorePlace;
    collect(o, from, n, readsScore);
    let cell = at + o * learningCount;
    for (let b = 0; b < width; b += tileColumns) sumSurprises(b, n, sums, cell);
    cell += featureCount;
    for (let a = 0; a < seen; a += tileRows) {
      for (let b = a; b < seen; b += tileColumns) {
        // The last tile starts early rather than end outside.
        sumTile(a, Math.min(b, width - tileColumns), n);
      }
    }
    for (let a = 0; a < featureCount; a++) {
      for (let b = a; b < featureCount; b++, cell++) {
        if (b < seen) sums[cell] = products[a * width + b];
      }
    }
  }
}

/** Features of n loans of lender o, surprise and weight. */
function collect(o: number, from: number, n: number, readsScore: boolean): void {
  const { estimate } = terms;
  const { loansOf, defaulted } = outcome;
  const at = o * pageSize + from;
  for (let k = 0; k < n; k++) {
    const r = loansOf[at + k];
    featuresOf(r, o, readsScore, x, k * width);
    surprise[k] = defaulted[at + k] - estimate[r];
    weight[k] = estimate[r] * (1 - estimate[r]);
  }
}

/** Sums over n loans of surprise times each of four features from b on, into `sums[at + b …]`. */
function sumSurprises(b: number, n: number, sums: Float64Array, at: number): void {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  for (let k = 0, row = b; k < n; k++, row += width) {
    const a = surprise[k];
    s0 += a * x[row];
    s1 += a * x[row + 1];
    s2 += a * x[row + 2];
    s3 += a * x[row + 3];
  }
  const last = featureCount - b; // features from b on; what lies past them is another sum's place
  sums[at + b] = s0;
  if (last > 1) sums[at + b + 1] = s1;
  if (last > 2) sums[at + b + 2] = s2;
  if (last > 3) sums[at + b + 3] = s3;
}

/**
 * Sums over n loans of the weighted products of features a and a + 1 with the four from b on, into two rows of four of
 * `products`.
 */
function sumTile(a: number, b: number, n: number): void {
  let s00 = 0;
  let s01 = 0;
  let s02 = 0;
  let s03 = 0;
  let s10 = 0;
  let s11 = 0;
  let s12 = 0;
  let s13 = 0;
  for (let k = 0, row = 0; k < n; k++, row += width) {
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

/** Borrowers: the size of market for which `scorecard.ridge` counts observations, by that parameter's unit. */
const ridgeBorrowers = 20_000;

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
    ridge: (economy.scorecard.ridge * borrowers) / ridgeBorrowers,
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
