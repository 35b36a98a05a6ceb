import { logistic } from './logistic.ts';
import { sweep } from './sweep.ts';

/** Newton steps at most; a well-posed fit takes about six. */
const mostSteps = 50;
const enough = 1e-10;

/**
 * Logistic regression by Newton's method (iteratively reweighted least squares) with an intercept.
 *
 * A column that is constant or a combination of those before it gets the coefficient 0. A tiny ridge keeps
 * perfectly separated classes finite.
 *
 * @param columns regressors. Shape (columns × rows).
 * @param outcome 1 or 0, or a probability. Shape (rows).
 * @param rows which rows to fit on.
 * @returns intercept, then one coefficient a column; NaN throughout if there is no row.
 */
export function logisticRegression(
  columns: readonly Float64Array[],
  outcome: ArrayLike<number>,
  rows: Int32Array,
  ridge = 1e-6,
): Float64Array {
  const k = columns.length + 1;
  const size = k + 1;
  const beta = new Float64Array(k);
  if (rows.length === 0) return beta.fill(NaN);
  const x = new Float64Array(k);
  x[0] = 1;
  for (let step = 0; step < mostSteps; step++) {
    const normal = new Float64Array(size * size);
    for (const row of rows) {
      for (let c = 1; c < k; c++) x[c] = columns[c - 1][row];
      let odds = 0;
      for (let c = 0; c < k; c++) odds += beta[c] * x[c];
      const p = logistic(odds);
      const weight = p * (1 - p);
      const residual = outcome[row] - p;
      for (let a = 0; a < k; a++) {
        for (let b = a; b < k; b++) normal[a * size + b] += weight * x[a] * x[b];
        normal[a * size + k] += residual * x[a];
      }
    }
    for (let a = 1; a < k; a++) normal[a * size + k] -= ridge * beta[a];
    for (let a = 0; a < k; a++) {
      if (a > 0) normal[a * size + a] += ridge;
      for (let b = a + 1; b <= k; b++) normal[b * size + a] = normal[a * size + b];
    }
    const swept = sweep(normal, size, k);
    let change = 0;
    for (let a = 0; a < k; a++) {
      if (!swept[a]) continue;
      const delta = normal[a * size + k];
      beta[a] += delta;
      change = Math.max(change, Math.abs(delta));
    }
    if (change < enough) break;
  }
  return beta;
}
