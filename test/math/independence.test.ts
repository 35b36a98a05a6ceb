import { describe, expect, it } from 'vitest';
import { chiSquareTail } from '../../src/math/chi-square.ts';
import { dependence } from '../../src/math/independence.ts';

const units = (n: number) => Int32Array.from({ length: n }, (_, i) => i);

describe('the tail of χ² with one degree of freedom', () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, table 1.3.6.7.4: critical values for one degree of freedom.
  it.each([
    [2.706, 0.1],
    [3.841, 0.05],
    [6.635, 0.01],
    [10.828, 0.001],
  ])('meets the published critical value %d', (critical, tail) => {
    expect(chiSquareTail(critical) / tail).toBeCloseTo(1, 3);
  });

  it('is one at zero and not defined below', () => {
    expect(chiSquareTail(0)).toBeCloseTo(1, 15);
    expect(chiSquareTail(-1)).toBeNaN();
  });
});

describe('dependence of two residuals', () => {
  it('follows from paper and pencil', () => {
    const a = Float64Array.of(1, -1, 2, -2);
    const b = Float64Array.of(1, 1, 1, -3);
    // products 1 −1 2 6: sum 8, squares 42; Σa² = 10, Σb² = 12
    const { correlation, statistic } = dependence(a, b, units(4));
    expect(correlation).toBeCloseTo(8 / Math.sqrt(120), 15);
    expect(statistic).toBeCloseTo(64 / 42, 15);
  });

  it('adds up the rows of one unit before it asks how much they vary', () => {
    const a = Float64Array.of(1, -1, 2, -2);
    const b = Float64Array.of(1, 1, 1, -3);
    // by unit: 1 + 2 = 3 and −1 + 6 = 5
    expect(dependence(a, b, Int32Array.of(0, 1, 0, 1)).statistic).toBeCloseTo(64 / 34, 15);
  });

  it('is not defined where one of them never varies', () => {
    const still = dependence(Float64Array.of(0, 0), Float64Array.of(1, -1), units(2));
    expect(still.correlation).toBeNaN();
    expect(still.p).toBeNaN();
    expect(dependence(new Float64Array(0), new Float64Array(0), units(0)).p).toBeNaN();
  });
});
