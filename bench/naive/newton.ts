/** n zeros. */
export const zeros = (n: number) => Array.from({ length: n }, () => 0);

/** Solves (information + ridge · identity) · step = gradient by Gaussian elimination. */
export function newtonStep(
  information: readonly number[][],
  ridge: number,
  gradient: readonly number[],
): number[] {
  const n = gradient.length;
  const rows = information.map((line, a) => [
    ...line.map((x, b) => (a === b ? x + ridge : x)),
    gradient[a],
  ]);
  for (let pivot = 0; pivot < n; pivot++) {
    for (let below = pivot + 1; below < n; below++) {
      const factor = rows[below][pivot] / rows[pivot][pivot];
      rows[below] = rows[below].map((x, k) => x - factor * rows[pivot][k]);
    }
  }
  const step = zeros(n);
  for (let a = n - 1; a >= 0; a--) {
    const known = step.reduce((sum, x, b) => sum + (b > a ? rows[a][b] * x : 0), 0);
    step[a] = (rows[a][n] - known) / rows[a][a];
  }
  return step;
}
