import { singularValues } from '../math/singular-values.ts';

/** The axes of a covariance: C = B D² Bᵀ. */
export interface Ellipsoid {
  /** D: standard deviations along the axes, from large to small. Shape (n). */
  readonly lengths: Float64Array;
  /** B: the axes, in columns. Row-major, shape (n × n). */
  readonly directions: Float64Array;
}

/** The axes of a symmetric matrix without negative eigenvalues, row-major, shape (n × n). */
export function ellipsoid(covariance: Float64Array, n: number): Ellipsoid {
  const { values, right } = singularValues(covariance, n, n);
  return { lengths: values.map(Math.sqrt), directions: right };
}

/** B D z: a step of this shape from a standard normal z. Shape (n). */
export function stretch({ lengths, directions }: Ellipsoid, z: Float64Array): Float64Array {
  const n = z.length;
  const step = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) step[i] += directions[i * n + k] * lengths[k] * z[k];
  }
  return step;
}

/** B D⁻¹ Bᵀ y: a step as if the ellipsoid were a ball; axes without length count for nothing. Shape (n). */
export function whiten({ lengths, directions }: Ellipsoid, y: Float64Array): Float64Array {
  const n = y.length;
  const whitened = new Float64Array(n);
  for (let k = 0; k < n; k++) {
    let along = 0;
    for (let i = 0; i < n; i++) along += directions[i * n + k] * y[i];
    if (lengths[k] > 0) along /= lengths[k];
    else along = 0;
    for (let i = 0; i < n; i++) whitened[i] += directions[i * n + k] * along;
  }
  return whitened;
}
