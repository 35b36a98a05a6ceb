import { expect, it } from 'vitest';
import { sampleQuantile } from '../../src/math/sample-quantile.ts';

it('agrees with R', () => {
  // R: quantile(c(1, 2, 4, 8, 16), c(0, 0.1, 0.25, 0.5, 0.9, 1))
  const sorted = Object.freeze([1, 2, 4, 8, 16]);
  const expected = [1, 1.4, 2, 4, 12.8, 16];
  [0, 0.1, 0.25, 0.5, 0.9, 1].forEach((p, i) => {
    expect(sampleQuantile(sorted, p)).toBeCloseTo(expected[i], 12);
  });
});

it('is the value of a sample of one, and not defined without any', () => {
  expect(sampleQuantile([3], 0.7)).toBe(3);
  expect(sampleQuantile([], 0.5)).toBeNaN();
});

it('is an infinite value only where one is reached', () => {
  expect(sampleQuantile([1, 2, Infinity], 0.5)).toBe(2);
  expect(sampleQuantile([1, 2, Infinity], 0.6)).toBe(Infinity);
  expect(sampleQuantile([1, Infinity, Infinity], 0.8)).toBe(Infinity);
});
