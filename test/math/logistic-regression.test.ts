import { expect, it } from 'vitest';
import { logisticRegression } from '../../src/math/logistic-regression.ts';

/**
 * Grade point average, test of economic literacy, new teaching method, improved: the 32 students of
 * Spector & Mazzeo (1980), as printed in Greene, Econometric Analysis, table F21.1.
 */
const students = [
  [2.66, 20, 0, 0],
  [2.89, 22, 0, 0],
  [3.28, 24, 0, 0],
  [2.92, 12, 0, 0],
  [4.0, 21, 0, 1],
  [2.86, 17, 0, 0],
  [2.76, 17, 0, 0],
  [2.87, 21, 0, 0],
  [3.03, 25, 0, 0],
  [3.92, 29, 0, 1],
  [2.63, 20, 0, 0],
  [3.32, 23, 0, 0],
  [3.57, 23, 0, 0],
  [3.26, 25, 0, 1],
  [3.53, 26, 0, 0],
  [2.74, 19, 0, 0],
  [2.75, 25, 0, 0],
  [2.83, 19, 0, 0],
  [3.12, 23, 1, 0],
  [3.16, 25, 1, 1],
  [2.06, 22, 1, 0],
  [3.62, 28, 1, 1],
  [2.89, 14, 1, 0],
  [3.51, 26, 1, 0],
  [3.54, 24, 1, 1],
  [2.83, 27, 1, 1],
  [3.39, 17, 1, 1],
  [2.67, 24, 1, 0],
  [3.65, 21, 1, 1],
  [4.0, 23, 1, 1],
  [3.1, 21, 1, 0],
  [2.39, 19, 1, 1],
] as const;
const column = (c: number) => Float64Array.from(students, (row) => row[c]);
const rows = Int32Array.from(students, (_, i) => i);

it('gives the published coefficients of Spector & Mazzeo', () => {
  // Source: Greene, Econometric Analysis, table 21.1 (logit): −13.021, 2.826, 0.095, 2.379
  const beta = logisticRegression([column(0), column(1), column(2)], column(3), rows, 1e-9);
  [-13.021, 2.826, 0.095, 2.379].forEach((value, k) => expect(beta[k]).toBeCloseTo(value, 3));
});

it('gives the log-odds of the mean without a regressor', () => {
  const [intercept] = logisticRegression([], column(3), rows);
  expect(intercept).toBeCloseTo(Math.log(11 / 21), 10);
});

it('leaves out a column that says nothing new', () => {
  const twice = column(0).map((x) => 2 * x);
  const beta = logisticRegression([column(0), twice], column(3), rows, 0);
  expect(beta[2]).toBe(0);
  const alone = logisticRegression([column(0)], column(3), rows, 0);
  expect(beta[1]).toBeCloseTo(alone[1], 8);
});

it('stays finite where the classes are apart', () => {
  const beta = logisticRegression([Float64Array.of(-1, 1)], [0, 1], Int32Array.of(0, 1));
  expect([...beta].every(Number.isFinite)).toBe(true);
});

it('fits on the rows it is given only, and on none says so', () => {
  const half = rows.filter((i) => i % 2 === 0);
  const a = logisticRegression([column(0)], column(3), half);
  const b = logisticRegression([column(0)], column(3), rows);
  expect(a[1]).not.toBeCloseTo(b[1], 3);
  expect(logisticRegression([column(0)], column(3), new Int32Array())).toEqual(
    Float64Array.of(NaN, NaN),
  );
});
