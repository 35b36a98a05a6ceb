/** Points that count as average, and points in a unit of the feature (docs/model.md, section 6.5). */
const averagePoints = 600;
const pointsPerUnit = 100;

/** Points of a score as the feature that it is: average points are 0, a hundred are 1; no score reads as average. */
export function scoreFeature(points: number): number {
  return points === points ? (points - averagePoints) / pointsPerUnit : 0;
}
