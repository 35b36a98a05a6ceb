import { describe, expect, it } from 'vitest';
import { boxColumns, hunt } from '../../src/answers/discovery.ts';
import { contenders, indicatorsOf, leadsOf } from '../../src/answers/first.ts';
import { robustness } from '../../src/answers/robustness.ts';
import { stream } from '../../src/random/stream.ts';
import { pointValues } from './made-up.ts';

describe('who is first', () => {
  const values = pointValues(
    { a: (_, p) => p, b: (r) => 10 - (r === 0 ? 1 : -1), c: () => -5 },
    2,
    20,
  );

  it('is told by means over replicates', () => {
    const { first, points } = robustness(values, 'higher');
    expect(points).toBe(20);
    // b is 10 on the mean: a is behind it to point 9, level with it at 10 (the earlier counts), ahead from 11.
    expect(first.map((one) => [values.institutions[one.institution], one.points])).toEqual(
      [
        ['b', 10],
        ['a', 10],
        ['c', 0],
      ].toSorted((x, y) => (x[0] < y[0] ? -1 : 1)),
    );
    expect(contenders(values, 'higher')).toEqual([0, 1]);
    expect(contenders(values, 'lower')).toEqual([2]);
  });

  it('is an indicator in each replicate', () => {
    const [r0, r1] = indicatorsOf(values, 0, 'higher');
    expect([...r0].indexOf(1)).toBe(9);
    expect([...r1].indexOf(1)).toBe(11);
    expect(leadsOf(values, 0, 'higher')[0][12]).toBe(3);
    expect(leadsOf(values, 2, 'lower')[0][12]).toBe(14);
  });

  it('leaves out points where nobody has a value', () => {
    const holes = pointValues(
      { a: (_, p) => (p < 3 ? NaN : p), b: (_, p) => (p < 3 ? NaN : 0) },
      1,
      9,
    );
    const found = robustness(holes, 'higher');
    expect(found.points).toBe(6);
    expect(found.first[0].share).toBe(1);
    expect(found.pairs[0]).toMatchObject({ ahead: 6, behind: 0, alike: 0 });
  });
});

describe('pairs and regret', () => {
  it('tells a pair apart by intervals at each point', () => {
    const { normal } = stream('pairs');
    const noise = Array.from({ length: 12 }, () => normal());
    const values = pointValues(
      { a: (r, p) => 5 * (p - 10) + noise[r], b: (r) => 0.5 * noise[(r + 5) % 12] },
      12,
      21,
    );
    expect(robustness(values, 'higher').pairs[0]).toEqual({
      a: 0,
      b: 1,
      ahead: 10,
      behind: 10,
      alike: 1,
    });
    expect(robustness(values, 'lower').pairs[0]).toMatchObject({ ahead: 10, behind: 10 });
  });

  it('counts regret against the best, by the good direction', () => {
    const values = pointValues({ a: (_, p) => p, b: () => 4 }, 4, 9);
    const [least, most] = robustness(values, 'higher').regret;
    // a lacks 4, 3, 2, 1 at the first points; b lacks 1 to 4 at the last.
    expect(least.mean).toBeCloseTo(10 / 9, 12);
    expect(most.mean).toBeCloseTo(10 / 9, 12);
    expect(least).toMatchObject({ largest: 4, at: 0 });
    expect(most.at).toBe(8);
    expect(least.ninety).toBeCloseTo(3.2, 12);
  });

  it('does not flatter the best by the luck it was chosen by', () => {
    const { normal } = stream('flattered');
    const draws = Array.from({ length: 4 * 400 * 3 }, () => normal());
    const of = (i: number) => (r: number, p: number) => draws[(i * 4 + r) * 400 + p];
    const values = pointValues({ a: of(0), b: of(1), c: of(2) }, 4, 400);
    // All are alike: regret is nothing on the mean. Chosen and valued by the same luck it would be 0.42.
    for (const { mean } of robustness(values, 'higher').regret)
      expect(Math.abs(mean)).toBeLessThan(0.1);
  });
});

describe('scenario discovery', () => {
  const { uniform } = stream('box');
  const points = Array.from({ length: 600 }, () => [
    uniform(),
    uniform(),
    uniform() < 0.5,
    uniform() < 0.5 ? 'x' : 'y',
  ]);
  const columns = boxColumns(
    ['one', 'two', 'yes', 'word', 'same'],
    points.map((p) => [...p, 7]),
  );

  it('has a column a number or switch, and one a word', () => {
    expect(columns.map(({ key, word }) => [key, word])).toEqual([
      ['one', undefined],
      ['two', undefined],
      ['yes', undefined],
      ['word', points[0][3]],
      ['word', points[0][3] === 'x' ? 'y' : 'x'],
    ]);
  });

  it('finds where an institution is first', () => {
    const isFirst = (p: number) => Number(points[p][0]) > 0.7 && points[p][3] === 'x';
    const values = pointValues({ a: (_, p) => (isFirst(p) ? 1 : -1), b: () => 0 }, 2, 600);
    const found = hunt(values, 'higher', [0], columns, 'seed')!;
    expect(found).toMatchObject({ institution: 'a', happens: true });
    expect(found.discovery.found).toBe(true);
    expect(found.discovery.density).toBeGreaterThan(0.9);
    // Of b the same box says where it is not first.
    const other = hunt(values, 'higher', [1, 0], columns, 'seed')!;
    expect(other).toMatchObject({ institution: 'b', other: 'a', happens: false });
    expect(other.discovery.bounds).toEqual(found.discovery.bounds);
  });

  it('has nothing to say where all points agree', () => {
    const values = pointValues({ a: () => 1, b: () => 0 }, 2, 600);
    expect(hunt(values, 'higher', [0], columns, 'seed')).toBeUndefined();
  });
});
