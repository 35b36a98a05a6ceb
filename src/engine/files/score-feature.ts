/** Points of a score as the feature that it is: average points are 0, a hundred are 1; no score reads as average. */
export function scoreFeature(points: number): number {
  return points === points ? (points - 600) / 100 : 0;
}
