/** Distance of two points of the same shape: root mean square over coordinates, each in units of its own range. */
export function rmsDistance(a: Float64Array, b: Float64Array): number {
  let squares = 0;
  for (let i = 0; i < a.length; i++) squares += (a[i] - b[i]) * (a[i] - b[i]);
  return Math.sqrt(squares / a.length);
}

/**
 * Thins points: keeps each that is no nearer than `distance` to any kept before it.
 *
 * Given by increasing misfit, these are starts for a search, good and apart; given in the order of a chain, they are its
 * draws without near-copies.
 *
 * @param points in units of ranges. Each of shape (dimensions).
 * @param distance least root mean square distance
 * @param most how many are kept; all unless given
 * @returns indices of the kept points, in order
 */
export function thin(points: readonly Float64Array[], distance: number, most = Infinity): number[] {
  const kept: number[] = [];
  for (const [index, point] of points.entries()) {
    if (kept.length >= most) break;
    if (kept.every((one) => rmsDistance(points[one], point) >= distance)) kept.push(index);
  }
  return kept;
}
