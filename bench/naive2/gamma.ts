import { exp, log } from './mathematics.ts';

/** ln Γ(a), a > 0: Stirling's series above 25, and the recurrence down to a. */
function logGamma(a: number): number {
  let shift = 0;
  let x = a;
  while (x < 25) {
    shift += log(x);
    x += 1;
  }
  const y = 1 / (x * x);
  const series = (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y / 1188)))) / x;
  return (x - 0.5) * log(x) - x + 0.9189385332046727 + series - shift;
}

/** P(a, x), by its power series. */
function lowerTail(a: number, x: number, logGammaA: number): number {
  let term = 1 / a;
  let sum = term;
  for (let n = 1; n < 2000 && term > sum * 1e-18; n++) {
    term *= x / (a + n);
    sum += term;
  }
  return sum * exp(a * log(x) - x - logGammaA);
}

/** 1 − P(a, x) for x > a + 1, by Lentz's continued fraction. */
function upperTail(a: number, x: number, logGammaA: number): number {
  let b = x + 1 - a;
  let c = 1e300;
  let d = 1 / b;
  let h = d;
  for (let n = 1; n < 5000; n++) {
    const numerator = -n * (n - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    const factor = d * c;
    h *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return h * exp(a * log(x) - x - logGammaA);
}

/** The x with P(shape, x) = u, by bisection until two neighbouring doubles are left. */
export function gammaQuantile(shape: number, u: number): number {
  const logGammaA = logGamma(shape);
  const isBelow = (x: number) =>
    x > shape + 1 ? upperTail(shape, x, logGammaA) > 1 - u : lowerTail(shape, x, logGammaA) < u;
  let low = 1e-300;
  let high = 1;
  while (isBelow(high)) high *= 2;
  while (high > 2 * low && !isBelow(high / 2)) high /= 2;
  low = Math.max(low, high / 2);
  for (let round = 0; round < 80; round++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (isBelow(middle)) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
