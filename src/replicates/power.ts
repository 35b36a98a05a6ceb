import { tMultiplier } from '../math/interval.ts';
import { studentTQuantile } from '../math/student-t.ts';

/** Chance with which a difference of the size named is told apart. */
const power = 0.8;

/** Standard errors that a true difference must measure to be told apart from none (5%, two-sided) with 80% power. */
function multiplier(n: number): number {
  return tMultiplier(n - 1) + studentTQuantile(power, n - 1);
}

/**
 * The smallest true difference that a paired comparison could tell: an interval of 95% would leave out 0 in 80 of 100
 * studies of this size.
 *
 * The approximation by the sum of two quantiles of t is usual (e.g. Cohen 1988, Statistical Power Analysis, §2) and a little
 * too large for few replicates. Nothing is corrected for many comparisons.
 *
 * @param standardError of the mean difference
 * @param n replicates
 * @returns NaN with fewer than two replicates
 */
export function smallestTold(standardError: number, n: number): number {
  return multiplier(n) * standardError;
}

/** How many replicates would halve the smallest difference that n tell; NaN with fewer than two. */
export function replicatesToHalve(n: number): number {
  if (!(n >= 2)) return NaN;
  const wanted = multiplier(n) / Math.sqrt(n) / 2;
  let more = n;
  while (multiplier(more) / Math.sqrt(more) > wanted) more++;
  return more;
}
