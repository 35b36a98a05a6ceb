import { log } from '../math/exp.ts';
import { pageSize } from '../random/draws.ts';
import type { Sharing } from './join.ts';
import type { Economy } from './parameters.ts';
import type { Page } from './page.ts';
import { Outcome } from './repay.ts';
import type { LeafRows } from './tally.ts';

/**
 * What lenders' scorecards take in, in order (model.md §4). A scorecard is one coefficient each: the log-odds of
 * default are their sum of products.
 */
export const features = [
  'intercept',
  'income',
  'capital',
  'collateral',
  'ownRepaid',
  'ownDefault',
  'sharedRepaid',
  'sharedDefault',
  'sharedDefaults',
  'fileExists',
  'footprint',
] as const;
export const featureCount = features.length;
/** Upper triangle of the information matrix. */
export const informationCount = (featureCount * (featureCount + 1)) / 2;
/** Sums that a lender learns from in a quarter: gradient, then information. */
export const learningCount = featureCount + informationCount;

export const featureIndex = { ownDefault: 5, sharedDefault: 7, sharedDefaults: 8, footprint: 10 };

/** ln(1 + k) for counts of loans. */
export const log1pCount = Float64Array.from({ length: 512 }, (_, k) => log(1 + k));

/** How more than four shared defaults read as four, in halves. */
export const defaultsFeature = Float64Array.from({ length: 512 }, (_, k) => Math.min(k, 4) / 2);

const collateralUnit = 3;

/** Log-odds of default, by every lender's scorecard, of those it looks up; into `out` (per lender). */
export function scoreApplicants(
  page: Page,
  coefficients: Float64Array,
  lenders: number,
  out: Float64Array,
): void {
  const { rowsOf, lookUps, income, capital, collateral, footprint } = page;
  const { ownRepaid, ownDefault, sharedRepaid, sharedDefaults, fileExists } = page;
  for (let j = 0; j < lenders; j++) {
    const at = j * pageSize;
    const b = j * featureCount;
    const b0 = coefficients[b];
    const b1 = coefficients[b + 1];
    const b2 = coefficients[b + 2];
    const b3 = coefficients[b + 3] * collateralUnit;
    const b4 = coefficients[b + 4];
    const b5 = coefficients[b + 5];
    const b6 = coefficients[b + 6];
    const b7 = coefficients[b + 7];
    const b8 = coefficients[b + 8];
    const b9 = coefficients[b + 9];
    const b10 = coefficients[b + 10];
    for (let k = 0; k < lookUps[j]; k++) {
      const r = rowsOf[at + k];
      const c = at + r;
      const defaults = sharedDefaults[c];
      out[c] =
        b0 +
        b1 * income[r] +
        b2 * capital[r] +
        b3 * collateral[r] +
        b4 * log1pCount[ownRepaid[c]] +
        b5 * ownDefault[c] +
        b6 * log1pCount[sharedRepaid[c]] +
        b7 * Number(defaults > 0) +
        b8 * defaultsFeature[defaults] +
        b9 * fileExists[c] +
        b10 * footprint[r];
    }
  }
}

/** The features of one applicant as lender j sees them, into `out` (length featureCount). */
export function featuresOf(
  page: Page,
  r: number,
  j: number,
  readsScore: boolean,
  out: Float64Array,
): void {
  const c = j * pageSize + r;
  const defaults = page.sharedDefaults[c];
  out[0] = 1;
  out[1] = page.income[r];
  out[2] = page.capital[r];
  out[3] = page.collateral[r] * collateralUnit;
  out[4] = log1pCount[page.ownRepaid[c]];
  out[5] = page.ownDefault[c];
  out[6] = log1pCount[page.sharedRepaid[c]];
  out[7] = Number(defaults > 0);
  out[8] = defaultsFeature[defaults];
  out[9] = page.fileExists[c];
  out[10] = readsScore ? page.footprint[r] : 0;
}

const x = new Float64Array(featureCount);

/** Adds the loans of one leaf to their lenders' learning sums, lender j's at `sums[at + j · learningCount …]`. */
export function learnFrom(
  sharing: Sharing,
  page: Page,
  { loansFrom, loansTo }: LeafRows,
  sums: Float64Array,
  at: number,
): void {
  const { takers, winner, outcome, estimate } = page;
  for (let k = loansFrom; k < loansTo; k++) {
    const r = takers[k];
    const o = winner[r];
    featuresOf(page, r, o, sharing.scoreReader[o] === 1, x);
    const surprise = Number(outcome[r] !== Outcome.repaid) - estimate[r];
    const weight = estimate[r] * (1 - estimate[r]);
    const gradient = at + o * learningCount;
    let cell = gradient + featureCount;
    for (let a = 0; a < featureCount; a++) {
      sums[gradient + a] += surprise * x[a];
      const wx = weight * x[a];
      for (let b = a; b < featureCount; b++) sums[cell++] += wx * x[b];
    }
  }
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
