import { describe, expect, it } from 'vitest';
import { defaultsOf } from '../../../src/parameters.ts';
import { normalCdf, normalDensity } from '../../../src/math/normal.ts';
import { meanGrade, meanProductOfGrades } from '../../../src/scores/sesame/grades.ts';
import { sesameParameters } from '../../../src/scores/sesame/parameters.ts';
import { defaultLoadings, sesameScale } from '../../../src/scores/sesame/scale.ts';

/** E f(X, Y) by the midpoint rule on a grid: X = m + sZ, Y with the given correlation. */
function byGrid(
  f: (x: number, y: number) => number,
  mean: readonly [number, number],
  sd: readonly [number, number],
  correlation: number,
): number {
  const step = 0.05;
  const rest = Math.sqrt(1 - correlation * correlation);
  let sum = 0;
  for (let a = -8 + step / 2; a < 8; a += step) {
    for (let b = -8 + step / 2; b < 8; b += step) {
      const x = mean[0] + sd[0] * a;
      const y = mean[1] + sd[1] * (correlation * a + rest * b);
      sum += f(x, y) * normalDensity(a) * normalDensity(b) * step * step;
    }
  }
  return sum;
}

describe('moments of grades', () => {
  it('match a grid over two normals, shifted and narrowed', () => {
    const got = meanProductOfGrades({
      meanX: -0.7,
      meanY: 0.3,
      varianceX: 0.9,
      varianceY: 1,
      covariance: 0.6 * Math.sqrt(0.9),
    });
    const grid = byGrid(
      (x, y) => normalCdf(x) * normalCdf(y),
      [-0.7, 0.3],
      [Math.sqrt(0.9), 1],
      0.6,
    );
    expect(got).toBeCloseTo(grid, 10);
    const alone = byGrid((x) => normalCdf(x), [-0.7, 0], [Math.sqrt(0.9), 1], 0);
    expect(meanGrade(-0.7, 0.9)).toBeCloseTo(alone, 10);
  });

  it('are those of ranks where nothing is shifted', () => {
    const r = 0.4;
    const pair = { meanX: 0, meanY: 0, varianceX: 1, varianceY: 1, covariance: r };
    expect(meanProductOfGrades(pair)).toBeCloseTo(0.25 + Math.asin(r / 2) / (2 * Math.PI), 14);
    // The quadrature meets the closed form.
    expect(meanProductOfGrades({ ...pair, meanX: 1e-9 })).toBeCloseTo(
      0.25 + Math.asin(r / 2) / (2 * Math.PI),
      9,
    );
  });
});

describe('the scale under strain', () => {
  const values = defaultsOf(sesameParameters);

  it('is the scale of always without strain', () => {
    const plain = sesameScale(values, defaultLoadings);
    for (const strain of [
      { footprint: 0, share: 0.1 },
      { footprint: 0.5, share: 0 },
      { footprint: 0.5, share: 1 },
    ]) {
      expect(sesameScale(values, defaultLoadings, strain)).toEqual(plain);
    }
    expect(new Set(plain.mean)).toEqual(new Set([0.5]));
  });

  it('goes over into it as strain fades', () => {
    const plain = sesameScale(values, defaultLoadings);
    const faint = sesameScale(values, defaultLoadings, { footprint: 1e-5, share: 0.1 });
    expect(faint.deviation).toBeCloseTo(plain.deviation, 8);
  });

  it('moves the mean of spending alone', () => {
    const { mean } = sesameScale(values, defaultLoadings, { footprint: 0.5, share: 0.1 });
    mean.forEach((one, b) => {
      if (b === 6 || b === 7) expect(Math.abs(one - 0.5)).toBeGreaterThan(1e-6);
      else expect(one).toBe(0.5);
    });
  });
});
