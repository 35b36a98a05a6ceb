import { describe, expect, it } from 'vitest';
import { estimate, halfWidth } from '../../src/math/interval.ts';
import { holm } from '../../src/math/holm.ts';
import { mean, standardDeviation, standardError, sum } from '../../src/math/statistics.ts';

describe('an estimate over replicates', () => {
  it("is R's t.test on Student's sleep data", () => {
    // R: t.test(with(sleep, extra[group == 2] - extra[group == 1])): 95 percent 0.7001142 2.4598858, mean 1.58
    const differences = [1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4];
    const { n, mean: centre, low, high } = estimate(differences);
    expect(n).toBe(10);
    expect(centre).toBeCloseTo(1.58, 12);
    expect(low).toBeCloseTo(0.7001142, 7);
    expect(high).toBeCloseTo(2.4598858, 7);
  });

  it('leaves out what is not defined and counts what is', () => {
    expect(estimate([1, NaN, 3])).toEqual(estimate([1, 3]));
  });

  it('has no interval from one value and no mean from none', () => {
    const one = estimate([0.25]);
    expect(one.mean).toBe(0.25);
    expect([one.standardError, one.low, one.high]).toEqual([NaN, NaN, NaN]);
    expect(estimate([NaN])).toEqual({ n: 0, mean: NaN, standardError: NaN, low: NaN, high: NaN });
  });

  it('shrinks to a point when replicates agree', () => {
    expect(halfWidth(estimate([0, 0, 0]))).toBe(0);
  });
});

describe("Holm's adjustment", () => {
  it('agrees with R', () => {
    // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") gives 0.03 0.06 0.06 0.02
    const adjusted = holm([0.01, 0.04, 0.03, 0.005]);
    for (const [i, p] of [0.03, 0.06, 0.06, 0.02].entries()) expect(adjusted[i]).toBeCloseTo(p, 12);
  });

  it('does not count tests that could not be made, and never exceeds one', () => {
    expect(holm([NaN, 0.02, 0.9])).toEqual([NaN, 0.04, 0.9]);
    expect(holm([0.7, 0.8])).toEqual([1, 1]);
    expect(holm([])).toEqual([]);
  });
});

describe('wrapped statistics', () => {
  it('do not change what they are given and answer for empty lists', () => {
    const values = Object.freeze([3, 1, 2]);
    expect(sum(values)).toBe(6);
    expect(mean(values)).toBe(2);
    expect(standardDeviation(values)).toBe(1);
    expect(standardError([2, 4])).toBe(1);
    expect([sum([]), mean([]), standardDeviation([1])]).toEqual([0, NaN, NaN]);
  });
});
