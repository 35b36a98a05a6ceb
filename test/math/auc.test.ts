import fc from 'fast-check';
import { expect, it } from 'vitest';
import { auc } from '../../src/math/auc.ts';

const every = (n: number) => Int32Array.from({ length: n }, (_, i) => i);

it('is one for perfect order, zero for the reverse, a half for no difference', () => {
  expect(auc([1, 2, 3, 4], [1, 1, 0, 0], every(4))).toBe(1);
  expect(auc([1, 2, 3, 4], [0, 0, 1, 1], every(4))).toBe(0);
  expect(auc([7, 7, 7, 7], [1, 0, 1, 0], every(4))).toBe(0.5);
});

it('is not defined without a good or without a bad', () => {
  expect(auc([1, 2], [0, 0], every(2))).toBeNaN();
  expect(auc([1, 2], [1, 1], every(2))).toBeNaN();
  expect(auc([], [], every(0))).toBeNaN();
});

it('is not defined where a score is not', () => {
  expect(auc([1, NaN, 3], [1, 0, 0], every(3))).toBeNaN();
  expect(auc([1, NaN, 3], [1, 0, 0], Int32Array.of(0, 2))).toBe(1);
});

it('counts the rows it is given only', () => {
  expect(auc([1, 2, 3, 4], [1, 0, 1, 0], Int32Array.of(0, 1))).toBe(1);
});

it('equals the count over all pairs of a good and a bad, each weighted', () => {
  const row = fc.record({
    score: fc.integer({ min: 0, max: 6 }),
    bad: fc.double({ min: 0.01, max: 0.99, noNaN: true }),
  });
  fc.assert(
    fc.property(fc.array(row, { minLength: 2, maxLength: 30 }), (rows) => {
      let won = 0;
      let pairs = 0;
      for (const good of rows) {
        for (const bad of rows) {
          const weight = (1 - good.bad) * bad.bad;
          pairs += weight;
          won += weight * (good.score > bad.score ? 1 : good.score === bad.score ? 0.5 : 0);
        }
      }
      const found = auc(
        rows.map(({ score }) => score),
        rows.map(({ bad }) => bad),
        every(rows.length),
      );
      expect(found).toBeCloseTo(won / pairs, 10);
    }),
  );
});
