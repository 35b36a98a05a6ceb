/**
 * Solves A·x = y for a symmetric positive definite A by Cholesky's factors, in place.
 *
 * A direction of which A says nothing (a pivot of 0: a feature that is 0 in every file, without a ridge) gets 0.
 *
 * @param a the upper triangle of A, row by row; overwritten. Shape (n × n)
 * @param y overwritten by x. Shape (n)
 */
export function solvePositive(a: Float64Array, y: Float64Array, n: number): void {
  for (let j = 0; j < n; j++) {
    // Row j of the factor U, A = UᵀU.
    for (let k = 0; k < j; k++) {
      const factor = a[k * n + j];
      for (let i = j; i < n; i++) a[j * n + i] -= factor * a[k * n + i];
    }
    const pivot = a[j * n + j];
    const scale = pivot > 0 ? 1 / Math.sqrt(pivot) : 0;
    for (let i = j; i < n; i++) a[j * n + i] *= scale;
  }
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < i; k++) y[i] -= a[k * n + i] * y[k];
    y[i] = divided(y[i], a[i * n + i]);
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let k = i + 1; k < n; k++) y[i] -= a[i * n + k] * y[k];
    y[i] = divided(y[i], a[i * n + i]);
  }
}

function divided(value: number, pivot: number): number {
  return pivot > 0 ? value / pivot : 0;
}
