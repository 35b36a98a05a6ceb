import { exp, log, log1pUnit } from './exp.ts';

/** Λ(x) = 1/(1 + e^−x), in (0, 1). */
export function logistic(x: number): number {
  return 1 / (1 + exp(-x));
}

/** ln(1 + e^x), without overflow: the integral of the logistic. */
export function softplus(x: number): number {
  return x > 0 ? x + log1pUnit(exp(-x)) : log1pUnit(exp(x));
}

/** Log-odds of p in (0, 1); ±Infinity at the ends. */
export function logit(p: number): number {
  return log(p / (1 - p));
}
