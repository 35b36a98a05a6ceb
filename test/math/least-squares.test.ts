import { describe, expect, it } from 'vitest';
import { clusteredErrors, leastSquares } from '../../src/math/least-squares.ts';
import { addRow, createObservations, type Observations } from '../../src/math/observations.ts';

function tableOf(rows: readonly (readonly number[])[], units?: readonly number[]): Observations {
  const table = createObservations(rows[0].length);
  rows.forEach((row, i) => table.data.set(row, addRow(table, units?.[i] ?? i, 0)));
  return table;
}

// NIST Statistical Reference Datasets, Longley (1967): employment, deflator, GNP, unemployment, army, population, year.
const longley = [
  [60323, 83, 234289, 2356, 1590, 107608, 1947],
  [61122, 88.5, 259426, 2325, 1456, 108632, 1948],
  [60171, 88.2, 258054, 3682, 1616, 109773, 1949],
  [61187, 89.5, 284599, 3351, 1650, 110929, 1950],
  [63221, 96.2, 328975, 2099, 3099, 112075, 1951],
  [63639, 98.1, 346999, 1932, 3594, 113270, 1952],
  [64989, 99, 365385, 1870, 3547, 115094, 1953],
  [63761, 100, 363112, 3578, 3350, 116219, 1954],
  [66019, 101.2, 397469, 2904, 3048, 117388, 1955],
  [67857, 104.6, 419180, 2822, 2857, 118734, 1956],
  [68169, 108.4, 442769, 2936, 2798, 120445, 1957],
  [66513, 110.8, 444546, 4681, 2637, 121950, 1958],
  [68655, 112.6, 482704, 3813, 2552, 123366, 1959],
  [69564, 114.2, 502601, 3931, 2514, 125368, 1960],
  [69331, 115.7, 518173, 4806, 2572, 127852, 1961],
  [70551, 116.9, 554894, 4007, 2827, 130081, 1962],
];

describe('least squares', () => {
  it("meets NIST's certified coefficients for Longley's data, a hard case, to nine digits", () => {
    const fit = leastSquares(tableOf(longley), 0, [1, 2, 3, 4, 5, 6]);
    const certified = [
      15.0618722713733, -0.035819179292591, -2.02022980381683, -1.03322686717359,
      -0.0511041056535807, 1829.15146461355,
    ];
    certified.forEach((value, a) => expect(fit.coefficients[a] / value).toBeCloseTo(1, 9));
    // Certified residual standard deviation, 9 degrees of freedom.
    const squares = fit.residuals.reduce((sum, rest) => sum + rest * rest, 0);
    expect(Math.sqrt(squares / (fit.rows - fit.parameters))).toBeCloseTo(304.854073561965, 6);
    // Certified standard deviation of the first coefficient.
    expect(304.854073561965 * Math.sqrt(fit.inverse[0])).toBeCloseTo(84.9149257747669, 6);
  });

  it('leaves out a column that the ones before it already say, and keeps the rest as they were', () => {
    const rows = longley.map((row) => [...row, 2 * row[1] - row[3], 7]);
    const fit = leastSquares(tableOf(rows), 0, [1, 3, 7, 8, 5]);
    const plain = leastSquares(tableOf(longley), 0, [1, 3, 5]);
    expect(fit.coefficients[2]).toBeNaN();
    expect(fit.coefficients[3]).toBeNaN();
    expect(fit.coefficients[4]).toBeCloseTo(plain.coefficients[2], 9);
    expect(fit.parameters).toBe(plain.parameters);
    expect(clusteredErrors(tableOf(rows), fit, [1, 3, 7, 8, 5])[2]).toBeNaN();
  });

  it('gives every period its own level, as dummies would', () => {
    const rows = longley.map((row, i) => [
      row[0],
      row[1],
      row[3],
      i % 3 === 1 ? 1 : 0,
      i % 3 === 2 ? 1 : 0,
    ]);
    const dummies = leastSquares(tableOf(rows), 0, [1, 2, 3, 4]);
    const table = tableOf(rows);
    rows.forEach((_, i) => (table.period[i] = i % 3));
    const within = leastSquares(table, 0, [1, 2]);
    expect(within.coefficients[0]).toBeCloseTo(dummies.coefficients[0], 8);
    expect(within.coefficients[1]).toBeCloseTo(dummies.coefficients[1], 8);
    expect(within.parameters).toBe(dummies.parameters);
  });

  it('reads only the rows of its range', () => {
    const part = leastSquares(tableOf(longley), 0, [1, 3], { from: 4, to: 14 });
    const alone = leastSquares(tableOf(longley.slice(4, 14)), 0, [1, 3]);
    expect([...part.coefficients]).toEqual([...alone.coefficients]);
    expect([...part.residuals]).toEqual([...alone.residuals]);
  });
});

describe('clustered standard errors', () => {
  it('follow from paper and pencil for a slope through two clusters', () => {
    // x = ±1, y as below: slope 2, residuals r; scores by cluster are sums of x·r.
    const rows = [
      [-1, -3],
      [1, 1],
      [-1, -2],
      [1, 3],
      [-1, -1],
      [1, 2],
    ].map(([x, y]) => [y, x]);
    const table = tableOf(rows, [0, 0, 0, 1, 1, 1]);
    const fit = leastSquares(table, 0, [1]);
    expect(fit.coefficients[0]).toBeCloseTo(2, 12);
    // residuals: −1 −1 0 | 1 1 0; scores: 1 − 1 + 0 = 0 | 1 − 1 + 0 = 0
    [-1, -1, 0, 1, 1, 0].forEach((rest, r) => expect(fit.residuals[r]).toBeCloseTo(rest, 12));
    expect(clusteredErrors(table, fit, [1])[0]).toBeCloseTo(0, 12);
    // clusters {1, 4}, {2, 5}, {3, 6}: scores x·r: 1, 1 → 2 | −1, −1 → −2 | 0; variance (4 + 4)/6² · 3/2 · 5/4
    const other = tableOf(rows, [0, 1, 2, 0, 1, 2]);
    const byHand = [1 + 1, -1 - 1, 0].reduce((sum, score) => sum + score * score, 0) / 36;
    expect(clusteredErrors(other, fit, [1])[0]).toBeCloseTo(Math.sqrt(byHand * 1.5 * (5 / 4)), 12);
  });

  it('do not shrink when every row is written down three times, save for the small-sample factor', () => {
    const rows = longley.map((row) => [row[0], row[3], row[4]]);
    const single = tableOf(rows);
    const copied = tableOf(
      [...rows, ...rows, ...rows],
      Array.from({ length: 48 }, (_, i) => i % 16),
    );
    const once = clusteredErrors(single, leastSquares(single, 0, [1, 2]), [1, 2]);
    const thrice = clusteredErrors(copied, leastSquares(copied, 0, [1, 2]), [1, 2]);
    const factor = Math.sqrt(47 / 45 / (15 / 13));
    expect(thrice[0] / once[0]).toBeCloseTo(factor, 9);
    expect(thrice[1] / once[1]).toBeCloseTo(factor, 9);
  });

  it('are not defined with one cluster', () => {
    const table = tableOf(
      longley,
      longley.map(() => 0),
    );
    expect(clusteredErrors(table, leastSquares(table, 0, [1]), [1])[0]).toBeNaN();
  });
});
