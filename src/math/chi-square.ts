import { normalCdf } from './normal.ts';

/** P(X ≥ x) for χ² with one degree of freedom, the square of a standard normal: 2·Φ(−√x). NaN for x < 0. */
export function chiSquareTail(x: number): number {
  return 2 * normalCdf(-Math.sqrt(x));
}
