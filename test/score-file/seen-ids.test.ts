import fc from 'fast-check';
import { expect, it } from 'vitest';
import { SeenIds } from '../../src/score-file/seen-ids.ts';

it('knows every id again, and no other, as a Map does', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 400 }), (ids) => {
      const seen = new SeenIds();
      const map = new Map<string, number>();
      ids.forEach((id, k) => {
        expect(seen.add(id, k + 1)).toBe(map.get(id) ?? 0);
        if (!map.has(id)) map.set(id, k + 1);
      });
    }),
  );
});

it('keeps a hundred thousand apart that differ in little', () => {
  const seen = new SeenIds();
  let repeated = 0;
  for (let k = 0; k < 100_000; ++k) if (seen.add(`b${k}`, k + 1) > 0) repeated += 1;
  for (let k = 0; k < 1000; ++k) expect(seen.add(`b${k}`, 0)).toBe(k + 1);
  expect(repeated).toBe(0);
});
