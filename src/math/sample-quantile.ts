/**
 * Quantile of a sample: linear between order statistics, R's type 7 and numpy's default.
 *
 * Hyndman & Fan (1996), "Sample quantiles in statistical packages", The American Statistician 50, 361–365.
 *
 * @param sorted values from small to large, without NaN; those equal to ±Infinity are taken as they are.
 * @param p 0..1; ends are clamped.
 * @returns NaN for an empty sample
 */
export function sampleQuantile(sorted: ArrayLike<number>, p: number): number {
  const last = sorted.length - 1;
  if (last < 0) return NaN;
  const at = last * Math.min(1, Math.max(0, p));
  const below = Math.floor(at);
  const share = at - below;
  const value = sorted[below];
  const next = share === 0 ? value : sorted[below + 1];
  return next === value ? value : value + share * (next - value); // ∞ − ∞ is not asked for
}
