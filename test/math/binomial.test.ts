import { expect, it } from 'vitest';
import { binomialUpperTail } from '../../src/math/binomial.ts';

it('agrees with scipy', () => {
  // scipy.stats.binom.sf(k - 1, n, p)
  const expected = [
    [10, 0.3, 5, 0.15026833259999992],
    [10, 0.3, 1, 0.9717524751],
    [200, 0.1, 40, 1.700733319727223e-5],
    [200, 0.1, 18, 0.7150714262292266],
    [5000, 0.2, 1100, 0.000251156002653354],
    [20, 0.5, 20, 9.5367431640625e-7],
    [100000, 0.01, 1100, 0.0009117803412451032],
  ] as const;
  for (const [n, p, k, tail] of expected) {
    expect(binomialUpperTail(n, p, k) / tail).toBeCloseTo(1, 9);
  }
});

it('has its edges', () => {
  expect(binomialUpperTail(5, 0.3, 0)).toBe(1);
  expect(binomialUpperTail(5, 0.3, 6)).toBe(0);
  expect(binomialUpperTail(5, 0, 1)).toBe(0);
  expect(binomialUpperTail(5, 1, 5)).toBe(1);
  expect(binomialUpperTail(0, 0.5, 1)).toBe(0);
  expect(binomialUpperTail(5, NaN, 2)).toBeNaN();
});
