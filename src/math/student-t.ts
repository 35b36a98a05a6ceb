import { exp, log } from './exp.ts';

/**
 * Student's t with ν degrees of freedom, for whole ν ≥ 1: the tails and quantiles that intervals over
 * replicates need. simple-statistics has no t distribution.
 */

/**
 * P(|T| ≥ |t|): the two-sided p-value of a t statistic.
 *
 * The regularised incomplete beta function I_x(ν/2, ½) at x = ν/(ν + t²) by its continued fraction
 * (modified Lentz; Press et al. 2007, Numerical Recipes §6.4); relative error below 10⁻¹² for ν ≤ 10⁴.
 *
 * @param t any number; ±Infinity gives 0, NaN gives NaN.
 * @param degrees ν, a whole number ≥ 1; otherwise NaN.
 */
export function twoSidedP(t: number, degrees: number): number {
  if (!(degrees >= 1) || Number.isNaN(t)) return NaN;
  if (!Number.isFinite(t)) return 0;
  const a = degrees / 2;
  const x = degrees / (degrees + t * t);
  const y = (t * t) / (degrees + t * t);
  if (y === 0) return 1;
  const front = (exp(a * log(x)) * Math.sqrt(y)) / betaHalf(degrees);
  return x < (a + 1) / (a + 2.5)
    ? (front * betaFraction(x, a, 0.5)) / a
    : 1 - (front * betaFraction(y, 0.5, a)) / 0.5;
}

/** P(T ≤ t). Same arguments as `twoSidedP`. */
export function studentTCdf(t: number, degrees: number): number {
  const tail = twoSidedP(t, degrees) / 2;
  return t > 0 ? 1 - tail : tail;
}

/**
 * The t with P(T ≤ t) = p, by bisection of the tail to the last digit.
 *
 * @param p 0 < p < 1; 0 and 1 give ∓Infinity, anything else NaN.
 * @param degrees ν, a whole number ≥ 1; otherwise NaN.
 */
export function studentTQuantile(p: number, degrees: number): number {
  if (!(p >= 0 && p <= 1) || !(degrees >= 1)) return NaN;
  if (p < 0.5) return -studentTQuantile(1 - p, degrees);
  if (p === 1) return Infinity;
  const tail = 2 * (1 - p);
  let low = 0;
  let high = 1;
  while (twoSidedP(high, degrees) > tail) {
    low = high;
    high *= 2;
  }
  for (;;) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) return middle;
    if (twoSidedP(middle, degrees) > tail) low = middle;
    else high = middle;
  }
}

/** B(ν/2, ½), from B(½, ½) = π or B(1, ½) = 2 by B(a + 1, b) = B(a, b)·a/(a + b). */
function betaHalf(degrees: number): number {
  const even = degrees % 2 === 0;
  let value = even ? 2 : Math.PI;
  for (let k = even ? 2 : 1; k < degrees; k += 2) value *= k / (k + 1);
  return value;
}

/** The continued fraction of the incomplete beta function, for x < (a + 1)/(a + b + 2). */
function betaFraction(x: number, a: number, b: number): number {
  const tiny = 1e-300;
  const guarded = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / guarded(1 - ((a + b) * x) / (a + 1));
  let fraction = d;
  for (let m = 1; m <= 10_000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / guarded(1 + even * d);
    c = guarded(1 + even / c);
    fraction *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / guarded(1 + odd * d);
    c = guarded(1 + odd / c);
    const step = d * c;
    fraction *= step;
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return fraction;
}
