import { exp } from '../math/exp.ts';
import { mean, standardDeviation } from '../math/statistics.ts';

/** How an emulator takes values to go together over the box 0..1. */
export interface EmulatorShape {
  /** Distance, in ranges, over which values go together. */
  readonly length: number;
  /** Variance of what jumps from point to point, such as luck, as a share of the variance of the values. */
  readonly noise: number;
}

/** Weight of straight lines beside what bends, in variances of the values. */
const straight = 0.2;

/**
 * Values at points that nobody evaluated, from those that were: the mean of a Gaussian process (simple kriging with a linear
 * and a squared-exponential part), one for each column of values on the same points.
 *
 * Rasmussen & Williams (2006), Gaussian Processes for Machine Learning, algorithm 2.1. Its shape is given, not fitted: what
 * it says is checked where it matters.
 *
 * @param points in units of ranges. Each of shape (dimensions).
 * @param values by point. Shape (points × columns).
 * @returns the values at a point. Shape (columns).
 * @throws RangeError without points
 */
export function emulator(
  points: readonly Float64Array[],
  values: readonly (readonly number[])[],
  { length, noise }: EmulatorShape,
): (point: Float64Array) => number[] {
  const n = points.length;
  if (n === 0) throw new RangeError('an emulator needs points to learn from');
  const columns = values[0].map((_, c) => {
    const column = values.map((row) => row[c]);
    const middle = mean(column);
    return { middle, spread: n > 1 ? standardDeviation(column) || 1 : 1, column };
  });
  const covariance = (a: Float64Array, b: Float64Array) => {
    let squares = 0;
    let product = 0;
    for (let i = 0; i < a.length; i++) {
      squares += (a[i] - b[i]) * (a[i] - b[i]);
      product += (a[i] - 0.5) * (b[i] - 0.5);
    }
    return exp(-squares / (2 * length * length)) + straight * product;
  };
  const factor = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) factor[i * n + j] = covariance(points[i], points[j]);
    factor[i * n + i] += noise;
  }
  cholesky(factor, n);
  const weights = columns.map(({ middle, spread, column }) =>
    solved(
      factor,
      Float64Array.from(column, (value) => (value - middle) / spread),
    ),
  );
  const near = new Float64Array(n);
  return (point) => {
    for (let i = 0; i < n; i++) near[i] = covariance(points[i], point);
    return columns.map(({ middle, spread }, c) => {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += weights[c][i] * near[i];
      return middle + spread * sum;
    });
  };
}

/** Lower triangle L of A = LLᵀ, in place of that of A. Row-major. */
function cholesky(a: Float64Array, n: number): void {
  for (let j = 0; j < n; j++) {
    for (let i = j; i < n; i++) {
      let sum = a[i * n + j];
      for (let k = 0; k < j; k++) sum -= a[i * n + k] * a[j * n + k];
      a[i * n + j] = i === j ? Math.sqrt(sum) : sum / a[j * n + j];
    }
  }
}

/** Solves LLᵀx = b, in place of b. */
function solved(l: Float64Array, b: Float64Array): Float64Array {
  const n = b.length;
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) b[i] -= l[i * n + k] * b[k];
    b[i] /= l[i * n + i];
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) b[i] -= l[k * n + i] * b[k];
    b[i] /= l[i * n + i];
  }
  return b;
}
