import { chiSquareTail } from './chi-square.ts';

/** Whether two residuals go together. */
export interface Dependence {
  /** −1..1; NaN if either never varies. */
  readonly correlation: number;
  /** W; χ² with one degree of freedom if the two are independent. NaN without variation. */
  readonly statistic: number;
  /** P(χ²(1) ≥ W). */
  readonly p: number;
}

/**
 * Chiappori and Salanié's test that two residuals with mean zero are uncorrelated: W = (Σ εη)² / Σ ε²η², where rows of
 * one unit are first added up, so that they may depend on each other in any way.
 *
 * Chiappori & Salanié (2000), Journal of Political Economy 108, 56–78, section III.B.
 *
 * @param a ε. Shape (rows).
 * @param b η. Shape (rows).
 * @param unit whom each row is about; whole numbers ≥ 0. Shape (rows).
 */
export function dependence(a: Float64Array, b: Float64Array, unit: Int32Array): Dependence {
  const byUnit = new Float64Array(unit.reduce((most, one) => Math.max(most, one + 1), 0));
  let product = 0;
  let aa = 0;
  let bb = 0;
  for (let r = 0; r < a.length; r++) {
    const term = a[r] * b[r];
    byUnit[unit[r]] += term;
    product += term;
    aa += a[r] * a[r];
    bb += b[r] * b[r];
  }
  let variance = 0;
  for (const term of byUnit) variance += term * term;
  const varies = aa > 0 && bb > 0;
  const statistic = varies && variance > 0 ? (product * product) / variance : NaN;
  return {
    correlation: varies ? product / Math.sqrt(aa * bb) : NaN,
    statistic,
    p: chiSquareTail(statistic),
  };
}
