import { expect, it } from 'vitest';
import fc from 'fast-check';
import { arcsine } from '../../src/math/arcsine.ts';

it('gives the known angles', () => {
  expect(arcsine(0)).toBe(0);
  expect(arcsine(0.5)).toBeCloseTo(Math.PI / 6, 15);
  expect(arcsine(Math.SQRT1_2)).toBeCloseTo(Math.PI / 4, 15);
  expect(arcsine(1)).toBe(Math.PI / 2);
  expect(arcsine(-1)).toBe(-Math.PI / 2);
});

it('is not defined outside −1..1', () => {
  expect(arcsine(1.01)).toBeNaN();
  expect(arcsine(-2)).toBeNaN();
  expect(arcsine(Number.NaN)).toBeNaN();
});

it('agrees with the platform to three units in the last place', () => {
  fc.assert(
    fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (x) => {
      const reference = Math.asin(x);
      expect(Math.abs(arcsine(x) - reference)).toBeLessThanOrEqual(
        3 * 2 ** -52 * Math.abs(reference),
      );
    }),
  );
});
