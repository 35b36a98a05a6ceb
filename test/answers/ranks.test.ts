import { describe, expect, it } from 'vitest';
import { concentration } from '../../src/answers/concentration.ts';
import { rankShares } from '../../src/answers/ranks.ts';
import { sensitivitySentences } from '../../src/answers/words/sensitivity-words.ts';

describe('ranks', () => {
  it('run from 0 to 1 over all replicates, equal values the same, what is not defined left out', () => {
    const values = [Float64Array.of(5, NaN, -1e12), Float64Array.of(5, 2, 1e12)];
    expect(rankShares(values)).toEqual([
      Float64Array.of(2.5 / 4, NaN, 0),
      Float64Array.of(2.5 / 4, 1 / 4, 1),
    ]);
    expect(rankShares([Float64Array.of(7)])).toEqual([Float64Array.of(0)]);
  });
});

describe('half of all variation', () => {
  const even = Float64Array.from({ length: 100 }, (_, p) => p % 10);

  it('is spread over many points, or lies at few', () => {
    expect(concentration([even])).toBeUndefined();
    expect(concentration([even.with(3, 1e6)])).toEqual({ points: 1, of: 100 });
    const long = Float64Array.from({ length: 200 }, (_, p) => p % 10);
    const two = long.with(3, 1e6).with(50, 1e6).with(7, NaN);
    expect(concentration([two, two])).toEqual({ points: 2, of: 199 });
    expect(concentration([even.map((_, p) => (p < 3 ? 1 : 0))])).toEqual({ points: 2, of: 100 });
  });

  it('of few points, or where nothing varies, is not told', () => {
    expect(concentration([even.subarray(0, 49).with(3, 1e6)])).toBeUndefined();
    expect(concentration([new Float64Array(100)])).toBeUndefined();
    expect(concentration([])).toBeUndefined();
  });

  it('is said where it lies at few', () => {
    const screened = {
      effects: [{ mu: 1, muStar: 1, sigma: 0, n: 10 }],
      order: [0],
      stability: { first: 1, shared: 1, sameOrder: true },
    };
    const factors = [{ key: 'economy.use.dial', owner: 'economy' as const }];
    const facts = { question: 'welfare', factors, trajectories: 10, replicates: 1, screened };
    const told = sensitivitySentences({ ...facts, outliers: { points: 1, of: 84 } });
    expect(told.join('\n')).toContain('Half of all variation lies at one point of 84');
    expect(sensitivitySentences(facts).join('\n')).not.toContain('Half');
  });
});
