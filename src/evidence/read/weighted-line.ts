/** A straight line through weighted points. */
export interface Line {
  readonly slope: number;
  /** Share of the weighted variance of y that it explains. */
  readonly fit: number;
}

/** Weighted least squares of y on x; NaN where x does not vary. Shapes (n). */
export function weightedLine(
  x: readonly number[],
  y: readonly number[],
  weight: readonly number[],
): Line {
  const sum = (of: (k: number) => number) =>
    weight.reduce((total, w, k) => total + (w === 0 ? 0 : w * of(k)), 0);
  const all = sum(() => 1);
  const meanX = sum((k) => x[k]) / all;
  const meanY = sum((k) => y[k]) / all;
  const xx = sum((k) => (x[k] - meanX) * (x[k] - meanX));
  const xy = sum((k) => (x[k] - meanX) * (y[k] - meanY));
  const yy = sum((k) => (y[k] - meanY) * (y[k] - meanY));
  return {
    slope: xx === 0 ? NaN : xy / xx,
    fit: xx === 0 || yy === 0 ? NaN : (xy * xy) / (xx * yy),
  };
}
