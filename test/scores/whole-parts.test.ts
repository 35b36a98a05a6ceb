import { expect, it } from 'vitest';
import fc from 'fast-check';
import { wholeParts } from '../../src/scores/whole-parts.ts';

it('raises the parts that lost most', () => {
  expect(wholeParts([1.6, 1.7, 0.9, -0.2], 4)).toEqual([1, 2, 1, 0]);
});

it('gives a tie to the first part', () => {
  expect(wholeParts([0.5, 0.5], 1)).toEqual([1, 0]);
});

it('adds up to the rounded sum and moves no part by one or more', () => {
  const part = fc.double({ min: -500, max: 500, noNaN: true });
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), (parts) => {
      const whole = Math.floor(parts.reduce((sum, x) => sum + x, 0) + 0.5);
      const rounded = wholeParts(parts, whole);
      expect(rounded.reduce((sum, x) => sum + x, 0)).toBe(whole);
      rounded.forEach((x, i) => expect(Math.abs(x - parts[i])).toBeLessThan(1 + 1e-9));
    }),
  );
});
