import { exp, log } from './exp.ts';

/**
 * P(X ≥ k) for X binomial: the sum of its probabilities on the shorter side, each from the one before.
 *
 * @param n trials, a whole number ≥ 0
 * @param p chance of success, 0..1
 * @param k successes, a whole number
 * @returns 0..1, relative error below 10⁻⁹ for n ≤ 10⁵; NaN for p outside 0..1
 */
export function binomialUpperTail(n: number, p: number, k: number): number {
  if (!(p >= 0 && p <= 1)) return NaN;
  if (k <= 0) return 1;
  if (k > n) return 0;
  if (p === 0 || p === 1) return p;
  if (k > n * p) return tailFrom(n, p, k);
  return 1 - tailFrom(n, 1 - p, n - k + 1); // as many failures
}

/** The tail from k above the mean, where probabilities fall. */
function tailFrom(n: number, p: number, k: number): number {
  let logFirst = k * log(p) + (n - k) * log(1 - p);
  for (let i = 1; i <= Math.min(k, n - k); i++) logFirst += log((n - i + 1) / i);
  let term = 1;
  let sum = 1;
  for (let i = k; i < n && term > 1e-17 * sum; i++) {
    term *= ((n - i) / (i + 1)) * (p / (1 - p));
    sum += term;
  }
  return exp(logFirst) * sum;
}
