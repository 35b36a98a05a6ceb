import { expect, it } from 'vitest';
import { hasTwoStates } from '../../src/charts/kit/row-dots.ts';

it('replicates of which some froze fall into two heaps', () => {
  expect(hasTwoStates([0.001, 0, 0.18, 0.19, 0.2, 0.21])).toBe(true);
});

it('an ordinary spread is one heap, even with half of its range empty, and so is one far value', () => {
  expect(hasTwoStates([0.1901, 0.1901, 0.1919, 0.192, 0.1981, 0.2023])).toBe(false);
  expect(hasTwoStates([0.1, 0.12, 0.18, 0.19, 0.2, 0.21])).toBe(false);
  expect(hasTwoStates([0, 0.18, 0.19, 0.2, 0.2, 0.21])).toBe(false);
});

it('equal values, and fewer than six, are not two heaps', () => {
  expect(hasTwoStates([0.1, 0.1, 0.1, 0.1, 0.1, 0.1])).toBe(false);
  expect(hasTwoStates([0, 0, 1, 1])).toBe(false);
});
