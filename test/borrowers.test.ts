import { expect, it } from 'vitest';
import { moveOf } from '../scripts/borrowers-content.ts';

it('says that a gap has settled only if its move and the interval of that are below a quarter of it', () => {
  const gap = (middle: number, large: number, half: number) =>
    moveOf({ bySize: [middle, middle, large].map((one) => ({ gap: one, half, n: 4 })) });
  expect(gap(-0.04, -0.035, 0.001)).toMatchObject({ holds: true });
  expect(gap(-0.04, -0.035, 0.004)).toMatchObject({ holds: false });
  expect(gap(-0.04, -0.029, 0)).toMatchObject({ holds: false });
  expect(gap(0.01, 0.012, 0.0003).half).toBeCloseTo(0.0003 * Math.SQRT2, 12);
});
