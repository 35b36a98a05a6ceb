import { describe, expect, it } from 'vitest';
import { simultaneousBands, trend } from '../../src/designs/bands.ts';
import { stream } from '../../src/random/stream.ts';
import { curve } from './drawn-curve.ts';

describe('simultaneous bands', () => {
  it('are narrower by sup-t than by Bonferroni where points hang together', () => {
    const draws = stream('narrow');
    const curves = Array.from({ length: 30 }, () => curve(draws, 0.97));
    const width = ({ points: all }: ReturnType<typeof simultaneousBands>) =>
      (all[5].high - all[5].low) / all[5].standardError;
    const supT = simultaneousBands(curves, 's');
    expect(supT.method).toBe('sup-t');
    const few = simultaneousBands(curves.slice(0, 19), 's');
    expect(few.method).toBe('Bonferroni');
    // scipy: 2 * t.ppf(1 - 0.025 / 28, 18)
    expect(width(few)).toBeCloseTo(7.322810890226045, 6);
    expect(width(supT)).toBeLessThan(6.4);
    expect(width(supT)).toBeGreaterThan(2 * 2.05); // one t interval
  });

  it('leave out what is not defined or does not vary', () => {
    const draws = stream('holes');
    const curves = Array.from({ length: 24 }, (_, r) => {
      const one = curve(draws, 0.5);
      one[3] = NaN;
      one[4] = 7;
      if (r > 1) one[5] = NaN;
      return one;
    });
    const { points: all } = simultaneousBands(curves, 's', 200);
    expect(all[3]).toMatchObject({ n: 0, low: NaN });
    expect(all[4]).toMatchObject({ mean: 7, low: 7, high: 7 });
    expect(all[5].n).toBe(2);
    expect(all[0].low).toBeLessThan(all[0].mean);
  });

  it('need curves with the same points', () => {
    expect(() => simultaneousBands([[1, 2], [1]], 's')).toThrow(/same points/);
    expect(simultaneousBands([], 's').points).toEqual([]);
  });

  it('are the same for the same seed', () => {
    const draws = stream('same');
    const curves = Array.from({ length: 20 }, () => curve(draws, 0.5));
    expect(simultaneousBands(curves, 's')).toEqual(simultaneousBands(curves, 's'));
    expect(simultaneousBands(curves, 's')).not.toEqual(simultaneousBands(curves, 't'));
  });
});

describe('the trend', () => {
  it("is the mean of replicates' slopes", () => {
    const x = [1, 2, 4];
    const { mean, n, low, high } = trend(x, [
      [2, 4, 8],
      [1, 4, 10],
    ]);
    expect(mean).toBeCloseTo(2.5, 12);
    expect(n).toBe(2);
    expect(high - low).toBeCloseTo(2 * 12.7062047362 * 0.5, 6);
  });

  it('leaves out points that are not defined', () => {
    expect(trend([1, 2, 3], [[1, NaN, 5]]).mean).toBe(2);
    expect(trend([1, 2, 3], [[1, NaN, NaN]]).n).toBe(0);
    expect(trend([2, 2], [[1, 3]]).mean).toBeNaN();
  });
});
