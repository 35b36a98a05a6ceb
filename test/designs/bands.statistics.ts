import { expect, it } from 'vitest';
import { simultaneousBands, trend } from '../../src/designs/bands.ts';
import { stream } from '../../src/random/stream.ts';
import { curve, truth } from './drawn-curve.ts';

/** Share of studies whose band holds the whole true curve, and whose trend's interval holds the true slope. */
function coverage(replicates: number, rho: number, studies: number) {
  const draws = stream(`coverage-${replicates}-${rho}`);
  const x = truth.map((_, p) => p);
  const trueSlope = trend(x, [truth]).mean;
  let [whole, slopes] = [0, 0];
  for (let k = 0; k < studies; k++) {
    const curves = Array.from({ length: replicates }, () => curve(draws, rho));
    const bands = simultaneousBands(curves, `${k}`, 400).points;
    whole += Number(truth.every((v, p) => bands[p].low <= v && v <= bands[p].high));
    const { low, high } = trend(x, curves);
    slopes += Number(low <= trueSlope && trueSlope <= high);
  }
  return { whole: whole / studies, slopes: slopes / studies };
}

const studies = 500;
const error = 3 * Math.sqrt((0.95 * 0.05) / studies);

it.each([
  [6, 0],
  [6, 0.9],
  [12, 0.9],
  [20, 0],
  [20, 0.9],
])(
  'simultaneous bands cover with %i replicates and neighbours correlated by %f',
  (replicates, rho) => {
    const { whole, slopes } = coverage(replicates, rho, studies);
    expect(whole).toBeGreaterThan(0.95 - error);
    // Never less than it says; more with the few that a bootstrap has at 20, or where Bonferroni's ignores what hangs together.
    expect(whole).toBeLessThan(0.98 + error);
    expect(Math.abs(slopes - 0.95)).toBeLessThan(error);
  },
);
