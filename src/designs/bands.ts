import { type Estimate, estimate } from '../math/interval.ts';
import { sampleQuantile } from '../math/sample-quantile.ts';
import { studentTQuantile } from '../math/student-t.ts';
import { stream } from '../random/stream.ts';

/** Fewer replicates than this say too little about the largest of many deviations: Bonferroni's bands instead. */
const fewest = 20;
/** Share of bands that cover the whole true curve. */
const confidence = 0.95;

/** A curve over the values of a parameter, and a band about all of it at once. */
export interface Bands {
  readonly method: 'sup-t' | 'Bonferroni';
  /** Mean, standard error and ends of the band at each point; ends are NaN with fewer than two values. Shape (points). */
  readonly points: readonly Estimate[];
}

/**
 * Simultaneous 95% bands: the whole true curve lies inside in 95 of 100 studies, not each point by itself.
 *
 * From 20 replicates on sup-t: mean ± c standard errors, c the 95% quantile of the largest |t| over the points, where
 * replicates are drawn anew as whole curves, so that points may hang together as they do (studentised bootstrap, Efron &
 * Tibshirani 1993, §12.5; sup-t: Montiel Olea & Plagborg-Møller 2019, "Simultaneous confidence bands: theory,
 * implementation, and an application to SVARs", Journal of Applied Econometrics 34, 1–17). At 20 replicates they cover a
 * little more often than they say (96 to 98 of 100); turning signs instead of drawing replicates would be exact for
 * symmetric luck and useless for skewed (log-normal luck at 28 points: every second band misses). Below it Bonferroni's: t
 * intervals at 1 − 5%/points, which cover at least as often whatever the dependence. Points that do not vary have a band
 * without width and count for nothing.
 *
 * @param curves one a replicate, in any order of points that is the same for all; NaN where a point is not defined. Shape
 *   (replicates × points).
 * @param seed of the bootstrap
 * @param resamples of the bootstrap, 2,000 unless given
 * @throws RangeError for curves of different lengths
 */
export function simultaneousBands(
  curves: readonly ArrayLike<number>[],
  seed: string,
  resamples = 2000,
): Bands {
  const points = curves[0]?.length ?? 0;
  if (curves.some((curve) => curve.length !== points)) {
    throw new RangeError('bands need curves with the same points');
  }
  const estimates = Array.from({ length: points }, (_, p) => estimate(curves.map((c) => c[p])));
  const vary = [...estimates.keys()].filter((p) => estimates[p].standardError > 0);
  const few = curves.length < fewest;
  const multiplier = few ? NaN : supT(curves, estimates, vary, seed, resamples);
  return {
    method: few ? 'Bonferroni' : 'sup-t',
    points: estimates.map((one) => {
      if (!(one.standardError > 0)) return one;
      const tail = (1 - confidence) / (2 * vary.length);
      const half = (few ? studentTQuantile(1 - tail, one.n - 1) : multiplier) * one.standardError;
      return { ...one, low: one.mean - half, high: one.mean + half };
    }),
  };
}

/** The 95% quantile of the largest |t| over the points that vary. */
function supT(
  curves: readonly ArrayLike<number>[],
  estimates: readonly Estimate[],
  vary: readonly number[],
  seed: string,
  resamples: number,
): number {
  const { below } = stream(`${seed}/sup-t`);
  const n = curves.length;
  const deviations = curves.map((c) => Float64Array.from(vary, (p) => c[p] - estimates[p].mean));
  const counts = new Int32Array(vary.length);
  const sums = new Float64Array(vary.length);
  const squares = new Float64Array(vary.length);
  const largest = Float64Array.from({ length: resamples }, () => {
    counts.fill(0);
    sums.fill(0);
    squares.fill(0);
    for (let draw = 0; draw < n; draw++) {
      const curve = deviations[below(n)];
      for (let k = 0; k < curve.length; k++) {
        const value = curve[k];
        if (Number.isNaN(value)) continue;
        counts[k] += 1;
        sums[k] += value;
        squares[k] += value * value;
      }
    }
    let most = 0;
    for (let k = 0; k < counts.length; k++) {
      const spread = Math.max(0, squares[k] - (sums[k] * sums[k]) / counts[k]);
      // t of what was drawn against the mean of what it was drawn from; infinite if one curve was drawn throughout.
      const t = Math.abs(sums[k]) / Math.sqrt((counts[k] * spread) / (counts[k] - 1));
      if (t > most) most = t;
    }
    return most;
  });
  return sampleQuantile(largest.sort(), confidence);
}

/**
 * The trend of a curve: the slope of a straight line through it by least squares, for each replicate on its own, and the t
 * interval of these slopes. Points may hang together; replicates must not.
 *
 * @param x values of the parameter. Shape (points).
 * @param curves one a replicate; points that are NaN are left out of its line. Shape (replicates × points).
 * @returns change per unit of x; NaN without two defined points that differ in x
 */
export function trend(x: ArrayLike<number>, curves: readonly ArrayLike<number>[]): Estimate {
  return estimate(curves.map((curve) => slope(x, curve)));
}

function slope(x: ArrayLike<number>, y: ArrayLike<number>): number {
  let [count, meanX, meanY, squares, products] = [0, 0, 0, 0, 0];
  for (let k = 0; k < x.length; k++) {
    if (Number.isNaN(y[k])) continue;
    count += 1;
    const [dx, dy] = [x[k] - meanX, y[k] - meanY];
    meanX += dx / count;
    meanY += dy / count;
    squares += dx * (x[k] - meanX);
    products += dx * (y[k] - meanY);
  }
  return squares > 0 ? products / squares : NaN;
}
