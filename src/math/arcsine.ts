/**
 * The arcsine, in + − × ÷ and √ only, so that every engine and browser gives the same bits
 * (`Math.asin` does not promise that).
 *
 * Power series for |x| ≤ ½, where each term is at most a quarter of the one before; beyond it
 * arcsin x = π/2 − 2 arcsin √((1 − x)/2). Good to about 2⁻⁵² of the result.
 *
 * @param x −1..1.
 * @returns −π/2..π/2; NaN outside the range.
 */
export function arcsine(x: number): number {
  if (x < 0) return -arcsine(-x);
  if (!(x <= 1)) return Number.NaN;
  if (x > 0.5) return Math.PI / 2 - 2 * arcsine(Math.sqrt((1 - x) / 2));
  const square = x * x;
  let term = x;
  let sum = 0;
  for (let k = 1; sum + term !== sum; k += 2) {
    sum += term / k;
    term *= (square * k) / (k + 1);
  }
  return sum;
}
