import type { Observations } from './observations.ts';
import { sweep } from './sweep.ts';

/** Some rows of a table, from … to − 1. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

/** One outcome on regressors, all as deviations from the means of their period. */
export interface Fit {
  /** One per regressor; NaN where it is constant within periods or a combination of those before it. */
  readonly coefficients: Float64Array;
  /** (X'X)⁻¹; rows and columns of regressors left out are zero. Shape (regressors × regressors). */
  readonly inverse: Float64Array;
  /** Outcome less its prediction. Shape (rows of the range). */
  readonly residuals: Float64Array;
  readonly rows: number;
  /** Coefficients estimated, the periods' own levels included. */
  readonly parameters: number;
}

/**
 * Ordinary least squares with a level of its own for every period (Frisch–Waugh: means by period are taken
 * away first), by normal equations scaled to unit diagonal and swept.
 *
 * @param y column of the outcome
 * @param x columns of the regressors; where two say the same, the earlier one is kept
 */
export function leastSquares(
  table: Observations,
  y: number,
  x: readonly number[],
  range: RowRange = { from: 0, to: table.rows },
): Fit {
  return leastSquaresOf(table, [y], x, range)[0];
}

/** The same for several outcomes on the same regressors, in little more time than for one. */
export function leastSquaresOf(
  table: Observations,
  outcomes: readonly number[],
  x: readonly number[],
  range: RowRange = { from: 0, to: table.rows },
): Fit[] {
  const columns = [...x, ...outcomes];
  const k = x.length;
  const size = columns.length;
  const means = periodMeans(table, columns, range);
  const row = new Float64Array(size);
  const cross = new Float64Array(size * size);
  for (let r = range.from; r < range.to; r++) {
    deviations(table, columns, means, r, row);
    for (let a = 0; a < size; a++) {
      const left = row[a];
      for (let b = a; b < size; b++) cross[a * size + b] += left * row[b];
    }
  }
  const scale = Float64Array.from(columns, (_, a) => Math.sqrt(cross[a * size + a]) || 1);
  for (let a = 0; a < size; a++) {
    for (let b = a; b < size; b++) {
      cross[a * size + b] /= scale[a] * scale[b];
      cross[b * size + a] = cross[a * size + b];
    }
  }
  const swept = sweep(cross, size, k);
  const inverse = new Float64Array(k * k);
  for (let a = 0; a < k; a++) {
    for (let b = 0; b < k; b++) {
      if (swept[a] && swept[b]) inverse[a * k + b] = cross[a * size + b] / (scale[a] * scale[b]);
    }
  }
  const rows = range.to - range.from;
  const parameters = countPeriods(table, range) + swept.reduce((sum, one) => sum + one, 0);
  const fits = outcomes.map((_, m) => ({
    coefficients: Float64Array.from(x, (__, a) =>
      swept[a] ? (cross[a * size + k + m] * scale[k + m]) / scale[a] : NaN,
    ),
    residuals: new Float64Array(rows),
    ...{ inverse, rows, parameters },
  }));
  for (let r = range.from; r < range.to; r++) {
    deviations(table, columns, means, r, row);
    for (let m = 0; m < fits.length; m++) {
      const { coefficients, residuals } = fits[m];
      let rest = row[k + m];
      for (let a = 0; a < k; a++) if (swept[a]) rest -= coefficients[a] * row[a];
      residuals[r - range.from] = rest;
    }
  }
  return fits;
}

/**
 * Standard errors that allow the rows of one unit to share luck, whatever its pattern: the cluster-robust
 * sandwich with the small-sample factor G/(G − 1)·(n − 1)/(n − k), known as CR1.
 *
 * Liang & Zeger (1986), Biometrika 73, 13–22; Cameron & Miller (2015), Journal of Human Resources 50, 317–372.
 *
 * @param fit of the same table, regressors and range
 * @returns one per regressor; NaN where it was left out, and everywhere with fewer than two units
 */
export function clusteredErrors(
  table: Observations,
  fit: Fit,
  x: readonly number[],
  range: RowRange = { from: 0, to: table.rows },
): Float64Array {
  const k = x.length;
  const means = periodMeans(table, x, range);
  const place = new Map<number, number>();
  for (let r = range.from; r < range.to; r++) {
    if (!place.has(table.unit[r])) place.set(table.unit[r], place.size);
  }
  const units = place.size;
  const scores = new Float64Array(units * k);
  const row = new Float64Array(k);
  for (let r = range.from; r < range.to; r++) {
    deviations(table, x, means, r, row);
    const at = (place.get(table.unit[r]) ?? 0) * k;
    const rest = fit.residuals[r - range.from];
    for (let a = 0; a < k; a++) scores[at + a] += row[a] * rest;
  }
  const factor = ((units / (units - 1)) * (fit.rows - 1)) / (fit.rows - fit.parameters);
  return fit.coefficients.map((coefficient, a) => {
    if (Number.isNaN(coefficient) || units < 2) return NaN;
    let variance = 0;
    for (let unit = 0; unit < units; unit++) {
      let influence = 0;
      for (let b = 0; b < k; b++) influence += fit.inverse[a * k + b] * scores[unit * k + b];
      variance += influence * influence;
    }
    return Math.sqrt(factor * variance);
  });
}

/** Means of the columns by period. Shape (periods × columns). */
function periodMeans(
  table: Observations,
  columns: readonly number[],
  { from, to }: RowRange,
): Float64Array {
  const { data, width, period } = table;
  const size = columns.length;
  let periods = 0;
  for (let r = from; r < to; r++) if (period[r] >= periods) periods = period[r] + 1;
  const means = new Float64Array(periods * size);
  const counts = new Float64Array(periods);
  for (let r = from; r < to; r++) {
    counts[period[r]] += 1;
    const at = period[r] * size;
    for (let a = 0; a < size; a++) means[at + a] += data[r * width + columns[a]];
  }
  for (let t = 0; t < periods; t++) {
    for (let a = 0; a < size; a++) means[t * size + a] /= counts[t] || 1;
  }
  return means;
}

function countPeriods(table: Observations, { from, to }: RowRange): number {
  return new Set(table.period.subarray(from, to)).size;
}

function deviations(
  { data, width, period }: Observations,
  columns: readonly number[],
  means: Float64Array,
  r: number,
  out: Float64Array,
): void {
  const size = columns.length;
  const at = period[r] * size;
  for (let a = 0; a < size; a++) out[a] = data[r * width + columns[a]] - means[at + a];
}
