import { describe, expect, it } from 'vitest';
import { movements, type ValuesAt } from '../../src/answers/convergence.ts';
import { curvesOf, levelsOf } from '../../src/answers/curves.ts';
import { stream } from '../../src/random/stream.ts';
import { replicatesToHalve, smallestTold } from '../../src/replicates/power.ts';
import { pointValues } from './made-up.ts';

describe('curves', () => {
  it('go through the means of the points at each value, with bands and a trend', () => {
    const { normal } = stream('curves');
    const noise = Array.from({ length: 6 }, () => normal() / 10);
    const factor = [10, 1, 10, 1, 2, 2];
    const levels = levelsOf(factor);
    expect(levels.map(({ value }) => value)).toEqual([1, 2, 10]);
    const values = pointValues({ none: (r) => noise[r], a: (r, p) => factor[p] + noise[r] }, 6, 6);
    const [none, a] = curvesOf(
      values,
      'none',
      levels.map(({ points }) => points),
      [1, 2, 10],
      's',
    );
    expect(none.difference).toBeUndefined();
    expect(a.level.method).toBe('Bonferroni');
    expect(a.difference?.points.map(({ mean }) => mean)).toEqual([
      expect.closeTo(1, 12),
      expect.closeTo(2, 12),
      expect.closeTo(10, 12),
    ]);
    expect(a.level.points[0].low).toBeLessThan(a.level.points[0].mean);
    expect(a.trend?.mean).toBeCloseTo(1, 12);
    expect(none.trend?.mean).toBeCloseTo(0, 12);
  });

  it('keep words in the order of the file', () => {
    expect(levelsOf(['z', 'a', 'z']).map(({ value, points }) => [value, points])).toEqual([
      ['z', [0, 2]],
      ['a', [1]],
    ]);
    expect(levelsOf([['x'], ['x', 'y'], ['x']]).map(({ points }) => points)).toEqual([[0, 2], [1]]);
  });
});

describe('convergence', () => {
  it('says what holds, what moves and what these replicates cannot tell', () => {
    const { normal } = stream('convergence');
    const luck = Array.from({ length: 8 }, () => normal());
    const at: ValuesAt = (size, institution) =>
      luck.map((z, r) => {
        if (institution === 'none') return z;
        const gap = 10;
        const moved =
          institution === 'steady' ? 0.1 : institution === 'moving' ? 3 : 5 * luck[(r + 3) % 8];
        return gap + z + (size === 0 ? 0 : moved + 0.01 * luck[(r + 1) % 8]);
      });
    const found = movements(
      ['none', 'steady', 'moving', 'noisy'],
      'none',
      ['apr'],
      'welfare',
      [{ of: 'borrowers', from: 4000, to: 1000 }],
      at,
    );
    const levels = found.filter(({ other }) => other === undefined);
    expect(levels.map(({ institution, verdict }) => [institution, verdict])).toEqual([
      ['steady', 'holds'],
      ['moving', 'moves'],
      ['noisy', 'untold'],
    ]);
    expect(levels[0].tolerated).toBeCloseTo(1, 12);
    expect(found.filter(({ other }) => other !== undefined)).toHaveLength(6);
  });
});

describe('what replicates can tell', () => {
  it('is 2.8 standard errors with many, more with few', () => {
    // scipy: t.ppf(0.975, 19) + t.ppf(0.8, 19)
    expect(smallestTold(1, 20)).toBeCloseTo(2.0930240544 + 0.8609505531, 8);
    expect(smallestTold(1, 1)).toBeNaN();
  });

  it('halves with about four times as many', () => {
    expect(replicatesToHalve(100)).toBeGreaterThan(390);
    expect(replicatesToHalve(100)).toBeLessThanOrEqual(400);
    expect(replicatesToHalve(20)).toBe(74);
    expect(replicatesToHalve(1)).toBeNaN();
  });
});
