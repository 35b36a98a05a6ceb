import { estimate, tMultiplier, type Estimate } from '../math/interval.ts';
import { standardDeviation } from '../math/statistics.ts';
import { twoSidedP } from '../math/student-t.ts';

/** A difference between two columns of replicates. */
export interface Contrast extends Estimate {
  /** p-value of "no difference", two-sided, not adjusted; NaN without an interval. */
  readonly p: number;
  /**
   * Variance of the unpaired difference over that of the paired one: how many times more replicates
   * would be needed without pairing. NaN where undefined, 1 where not paired.
   */
  readonly gain: number;
}

/**
 * a − b, replicate by replicate: the same people with the same luck, so what they share cancels.
 *
 * @param a one value per replicate; NaN = not defined there, and the pair is left out.
 * @param b the same replicates in the same order.
 */
export function paired(a: readonly number[], b: readonly number[]): Contrast {
  const pairs = [...a.keys()].filter((i) => !Number.isNaN(a[i]) && !Number.isNaN(b[i]));
  const differences = pairs.map((i) => difference(a[i], b[i]));
  const apart = spread(pairs.map((i) => a[i])) + spread(pairs.map((i) => b[i]));
  const together = spread(differences);
  const mean = estimate(differences);
  return {
    ...mean,
    p: pOf(mean.mean, mean.standardError, mean.n - 1),
    gain: together > 0 ? apart / together : NaN,
  };
}

/**
 * Mean of a minus mean of b for replicates that share no luck: Welch's t with the
 * Welch–Satterthwaite degrees of freedom rounded down, which widens the interval a little.
 *
 * Welch (1947), Biometrika 34, 28–35.
 */
export function unpaired(a: readonly number[], b: readonly number[]): Contrast {
  const left = estimate(a);
  const right = estimate(b);
  const mean = left.mean - right.mean;
  const leftVariance = left.standardError * left.standardError;
  const rightVariance = right.standardError * right.standardError;
  const variance = leftVariance + rightVariance;
  const degrees =
    (variance * variance) /
    ((leftVariance * leftVariance) / (left.n - 1) +
      (rightVariance * rightVariance) / (right.n - 1));
  const whole = variance === 0 ? Math.min(left.n, right.n) - 1 : Math.floor(degrees);
  const standardError = Math.sqrt(variance);
  const half = tMultiplier(whole) * standardError;
  return {
    n: Math.min(left.n, right.n),
    mean,
    standardError,
    low: mean - half,
    high: mean + half,
    p: pOf(mean, standardError, whole),
    gain: 1,
  };
}

/** Values that differ by rounding only do not differ: they must not be told apart with certainty. */
function difference(a: number, b: number): number {
  const rounding = 1e-13 * Math.max(Math.abs(a), Math.abs(b));
  return Math.abs(a - b) <= rounding ? 0 : a - b;
}

function spread(values: readonly number[]): number {
  const deviation = standardDeviation(values);
  return deviation * deviation;
}

function pOf(mean: number, standardError: number, degrees: number): number {
  if (standardError === 0) return mean === 0 ? 1 : 0;
  return twoSidedP(mean / standardError, degrees);
}
