/**
 * The sweep operator on a symmetric matrix: turns normal equations into coefficients and their inverse in
 * place, one pivot at a time, and passes over a column that is a combination of those before it.
 *
 * Goodnight (1979), "A tutorial on the SWEEP operator", The American Statistician 33, 149–158.
 *
 * @param a symmetric matrix, row-major, overwritten. Swept rows and columns among the first `pivots` then hold
 *   the inverse of their block; the rest holds coefficients and what is left. Shape (size × size).
 * @param pivots how many of the first columns to sweep
 * @param tolerance share of a column's own sum of squares below which what the others leave of it counts as zero
 * @returns 1 for each pivot that was swept, 0 for each passed over. Shape (pivots).
 */
export function sweep(a: Float64Array, size: number, pivots: number, tolerance = 1e-9): Uint8Array {
  const swept = new Uint8Array(pivots);
  const original = Float64Array.from({ length: pivots }, (_, k) => a[k * size + k]);
  for (let k = 0; k < pivots; k++) {
    const pivot = a[k * size + k];
    if (!(pivot > tolerance * original[k])) continue;
    swept[k] = 1;
    for (let i = 0; i < size; i++) {
      if (i === k) continue;
      const factor = a[i * size + k] / pivot;
      for (let j = 0; j < size; j++) if (j !== k) a[i * size + j] -= factor * a[k * size + j];
    }
    for (let i = 0; i < size; i++) {
      if (i === k) continue;
      a[i * size + k] /= -pivot;
      a[k * size + i] /= pivot;
    }
    a[k * size + k] = 1 / pivot;
  }
  return swept;
}
