import { exp, log } from '../../src/math/exp.ts';

/** The short functions of the page's first paragraphs (docs/model.md). */
export { exp, log } from '../../src/math/exp.ts';
export { logistic, softplus } from '../../src/math/logistic.ts';
export { normalCdf } from '../../src/math/normal.ts';

export const clamp = (x: number, low: number, high: number) => Math.max(low, Math.min(high, x));

/** x^y, x > 0. */
export const power = (x: number, y: number) => (y === 0 ? 1 : exp(y * log(x)));

/** x^n for a whole n ≥ 0; any number to the power 0 is 1. */
export function wholePower(x: number, n: number): number {
  let result = 1;
  for (let k = 0; k < n; k++) result *= x;
  return result;
}

/** Δ(a, b) = Σ_{s = a..b} δ^s, 0 if b < a. */
export function discountSum(patience: number, a: number, b: number): number {
  let sum = 0;
  for (let s = a; s <= b; s++) sum += wholePower(patience, s);
  return sum;
}

/** H(p), in nats; 0 at both ends. */
export function entropy(p: number): number {
  if (p <= 0 || p >= 1) return 0;
  return -p * log(p) - (1 - p) * log(1 - p);
}

export const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);

export const dot = (a: readonly number[], b: readonly number[]) =>
  a.reduce((sum, one, k) => sum + one * b[k], 0);
