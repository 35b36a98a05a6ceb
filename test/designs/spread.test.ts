import { expect, it } from 'vitest';
import { rmsDistance, thin } from '../../src/designs/spread.ts';

const points = [0, 0.05, 0.1, 0.3, 0.31, 0.9].map((x) => Float64Array.of(x, 0.5));

it('measures distance by root mean square', () => {
  expect(rmsDistance(Float64Array.of(0, 0, 0, 0), Float64Array.of(1, 1, 1, 1))).toBe(1);
  expect(rmsDistance(Float64Array.of(0, 0), Float64Array.of(0.3, 0.4))).toBeCloseTo(0.3536, 4);
});

it('keeps the first of those that are near to one another', () => {
  // Two coordinates of which one differs: 0.1 apart is 0.0707 by root mean square.
  expect(thin(points, 0.07)).toEqual([0, 2, 3, 5]);
  expect(thin(points, 0.07, 2)).toEqual([0, 2]);
  expect(thin(points, 0)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(thin([], 1)).toEqual([]);
});
