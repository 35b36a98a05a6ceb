/** A = U Σ Vᵀ, its parts in columns of singular values from large to small. */
export interface SingularValueDecomposition {
  /** σ₁ ≥ σ₂ ≥ … ≥ 0. Shape (columns). */
  readonly values: Float64Array;
  /** U: orthonormal columns, those of a σ of 0 left zero. Row-major, shape (rows × columns). */
  readonly left: Float64Array;
  /** V: orthogonal, with directions that A sends to nothing among its last columns. Row-major, shape (columns × columns). */
  readonly right: Float64Array;
}

/** Sweeps after which we stop; ten are rare. */
const mostSweeps = 60;
const epsilon = 2.220446049250313e-16;

/**
 * Singular value decomposition by one-sided Jacobi rotations: pairs of columns are turned until all are orthogonal.
 *
 * Hestenes (1958), "Inversion of matrices by biorthogonalization and related results", Journal of SIAM 6, 51–90;
 * rotations as in Golub & Van Loan (2013), Matrix Computations, §8.6.3. Slow for large matrices, and very exact: small
 * singular values keep their digits. Of a symmetric matrix without negative eigenvalues it gives eigenvalues and
 * eigenvectors (`right`).
 *
 * @param a row-major, not changed, finite. Shape (rows × columns); fewer rows than columns are allowed.
 * @throws Error for values that are not finite
 */
export function singularValues(
  a: Float64Array,
  rows: number,
  columns: number,
): SingularValueDecomposition {
  if (!a.every(Number.isFinite)) throw new Error('singular values need a finite matrix');
  // Columns are kept as rows, for they are what is turned.
  const work = Array.from({ length: columns }, (_, j) =>
    Float64Array.from({ length: rows }, (__, i) => a[i * columns + j]),
  );
  const turn = Array.from({ length: columns }, (_, j) =>
    new Float64Array(columns).fill(1, j, j + 1),
  );
  let turned = true;
  for (let sweep = 0; turned && sweep < mostSweeps; sweep++) {
    turned = false;
    for (let p = 0; p < columns - 1; p++) {
      for (let q = p + 1; q < columns; q++) {
        if (rotate(work[p], work[q], turn[p], turn[q])) turned = true;
      }
    }
  }
  const lengths = work.map((column) => Math.sqrt(dot(column, column)));
  const order = [...lengths.keys()].toSorted((i, j) => lengths[j] - lengths[i] || i - j);
  const left = new Float64Array(rows * columns);
  const right = new Float64Array(columns * columns);
  order.forEach((from, to) => {
    const length = lengths[from];
    for (let i = 0; i < rows; i++) left[i * columns + to] = length > 0 ? work[from][i] / length : 0;
    for (let i = 0; i < columns; i++) right[i * columns + to] = turn[from][i];
  });
  return { values: Float64Array.from(order, (from) => lengths[from]), left, right };
}

/** Turns two columns of A and V so that A's are orthogonal; false if they are already. */
function rotate(p: Float64Array, q: Float64Array, vp: Float64Array, vq: Float64Array): boolean {
  const alpha = dot(p, p);
  const beta = dot(q, q);
  const gamma = dot(p, q);
  if (Math.abs(gamma) <= epsilon * Math.sqrt(alpha * beta) || gamma === 0) return false;
  const zeta = (beta - alpha) / (2 * gamma);
  const tangent = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
  const cosine = 1 / Math.sqrt(1 + tangent * tangent);
  const sine = cosine * tangent;
  turnColumns(p, q, cosine, sine);
  turnColumns(vp, vq, cosine, sine);
  return true;
}

function turnColumns(p: Float64Array, q: Float64Array, cosine: number, sine: number): void {
  for (let i = 0; i < p.length; i++) {
    const [x, y] = [p[i], q[i]];
    p[i] = cosine * x - sine * y;
    q[i] = sine * x + cosine * y;
  }
}

function dot(p: Float64Array, q: Float64Array): number {
  let total = 0;
  for (let i = 0; i < p.length; i++) total += p[i] * q[i];
  return total;
}
