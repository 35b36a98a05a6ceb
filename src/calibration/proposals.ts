/** Standard deviation of a uniform draw from a whole range. */
const uniformDeviation = Math.sqrt(1 / 12);

/**
 * Shape of steps among vectors that fit: as far as a uniform draw where no target minds, and as far as it takes to move the
 * targets by one scale where they do. (JᵀWJ + 12 I)⁻¹, with J in scales per range.
 *
 * @param directions right singular vectors of J and their singular values
 * @returns covariance in squares of ranges. Row-major, shape (parameters × parameters).
 */
export function proposalShape(
  directions: readonly { readonly strength: number; readonly vector: Float64Array }[],
): Float64Array {
  const n = directions.length;
  const shape = new Float64Array(n * n);
  for (const { strength, vector } of directions) {
    const variance = 1 / (strength * strength + 1 / (uniformDeviation * uniformDeviation));
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) shape[i * n + j] += variance * vector[i] * vector[j];
    }
  }
  return shape;
}
