import { describe, expect, it } from 'vitest';
import { mean, standardDeviation } from '../../src/math/statistics.ts';
import { stream } from '../../src/random/stream.ts';

describe('a stream', () => {
  it('is the same for the same name and another for another', () => {
    const draws = (name: string) => Array.from({ length: 5 }, stream(name).uniform);
    expect(draws('a/1')).toEqual(draws('a/1'));
    expect(draws('a/1')).not.toEqual(draws('a/11'));
  });

  it('is uniform between 0 and 1, and normal', () => {
    const { uniform, normal } = stream('moments');
    const u = Array.from({ length: 20_000 }, uniform);
    expect(u.every((value) => value > 0 && value < 1)).toBe(true);
    // Four standard errors.
    expect(Math.abs(mean(u) - 0.5)).toBeLessThan((4 * 0.2887) / Math.sqrt(20_000));
    const z = Array.from({ length: 20_000 }, normal);
    expect(Math.abs(mean(z))).toBeLessThan(4 / Math.sqrt(20_000));
    expect(Math.abs(standardDeviation(z) - 1)).toBeLessThan(4 / Math.sqrt(40_000));
  });

  it('draws whole numbers and permutations evenly', () => {
    const { below, permutation } = stream('whole');
    const counts = new Float64Array(3);
    const places = new Float64Array(3);
    for (let k = 0; k < 9000; k++) {
      counts[below(3)] += 1;
      places[permutation(3).indexOf(0)] += 1;
    }
    for (const count of [...counts, ...places]) expect(Math.abs(count - 3000)).toBeLessThan(180);
    expect([...permutation(6)].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5]);
  });
});
