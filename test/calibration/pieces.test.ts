import { describe, expect, it } from 'vitest';
import { candidatesOf, spreadOf } from '../../src/calibration/admissible.ts';
import { alikeGroups } from '../../src/calibration/alike.ts';
import { worstOf } from '../../src/calibration/conditions.ts';
import { leastMissed } from '../../src/run/calibration/misses.ts';
import { conflictOf } from '../../src/calibration/conflict.ts';
import { fitOf, missedIn } from '../../src/calibration/fit.ts';
import { boundsOf, fitting, freedomOf } from '../../src/calibration/freedom.ts';
import { logHeader, logLine, readLog } from '../../src/calibration/log.ts';
import { better, misfitOf } from '../../src/calibration/misfit.ts';
import { factKey, neededFor, valueOf } from '../../src/calibration/quantity.ts';
import { pointOf, valuesAt } from '../../src/calibration/space.ts';
import { withoutRounding } from '../../src/calibration/tables.ts';
import { free, targetOf } from './small.ts';

const targets = [
  targetOf('default-rate', 0.1, [0.06, 0.14]),
  targetOf('apr', 0.2, [0.1, 0.3]),
  targetOf('approval-rate', 0.8, [0.7, 0.9], 'none'),
];

describe('a quantity', () => {
  it('is a measure, a ratio of two, or a fact, which may share its id with a measure', () => {
    const numbers = { a: 6, b: 3, [factKey('a')]: 7, zero: 0 };
    expect(valueOf({ kind: 'measure', measure: 'a' }, numbers)).toBe(6);
    expect(valueOf({ kind: 'ratio', top: 'a', bottom: 'b' }, numbers)).toBe(2);
    expect(valueOf({ kind: 'fact', fact: 'a' }, numbers)).toBe(7);
    expect(valueOf({ kind: 'ratio', top: 'a', bottom: 'zero' }, numbers)).toBeNaN();
    expect(valueOf({ kind: 'measure', measure: 'c' }, numbers)).toBeNaN();
  });

  it('asks for each measure once', () => {
    const ratio = { kind: 'ratio', top: 'a', bottom: 'b' } as const;
    const needed = neededFor([
      ratio,
      { kind: 'measure', measure: 'b' },
      { kind: 'fact', fact: 'f' },
    ]);
    expect(needed).toEqual({ measures: ['a', 'b'], facts: ['f'] });
  });
});

describe('a range', () => {
  it('has its ends at 0 and 1, its geometric middle between them on a log scale, and whole numbers in equal parts', () => {
    expect(valuesAt(free, Float64Array.of(0, 0, 0))).toEqual([2, 0.004, 1]);
    expect(valuesAt(free, Float64Array.of(1, 1, 1))).toEqual([7, 0.08, 6]);
    expect(valuesAt(free, Float64Array.of(0.5, 0.5, 0.5))).toEqual([4.5, 0.0178885, 4]);
  });

  it('gives the point back from its values', () => {
    const values = valuesAt(free, Float64Array.of(0.3, 0.7, 0.4));
    const back = valuesAt(free, pointOf(free, values));
    expect(back[0]).toBe(values[0]);
    expect(back[1]).toBeCloseTo(values[1], 7);
    expect(back[2]).toBe(values[2]);
  });

  it('is left at an end within a fiftieth of it', () => {
    expect(boundsOf(free, [2.09, 0.0799, 3])).toEqual([
      { key: 'economy.hazard.own', end: 'low' },
      { key: 'everyLender.operating', end: 'high' },
    ]);
    expect(boundsOf(free, [2.11, 0.07, 3])).toEqual([]);
  });
});

describe('a misfit', () => {
  it('is the sum of squared misses in scales, and what lies outside a band counts tenfold more', () => {
    expect(misfitOf(targets, [0.12, 0.2, 0.8])).toEqual({
      value: expect.closeTo(1, 9),
      outside: [],
    });
    // 0.16 misses by three scales of 0.02 and lies one scale outside.
    expect(misfitOf(targets, [0.16, 0.2, 0.8])).toEqual({
      value: expect.closeTo(19, 9),
      outside: [0],
    });
  });

  it('counts what is not defined as far outside', () => {
    const { value, outside } = misfitOf(targets, [0.1, NaN, 0.8]);
    expect(outside).toEqual([1]);
    expect(value).toBe(1100);
  });

  it('prefers fewer targets outside to a smaller sum', () => {
    expect(better({ value: 9, outside: [] }, { value: 1, outside: [0] })).toBe(true);
    expect(better({ value: 2, outside: [1] }, { value: 1, outside: [0] })).toBe(false);
  });
});

describe('what keeps targets apart', () => {
  it('is nothing where a vector meets all', () => {
    expect(
      conflictOf(targets, [
        [0.1, 0.2, 0.8],
        [0.5, 0.2, 0.8],
      ]),
    ).toBeUndefined();
  });

  it('is each single target without which the others were met', () => {
    const moments = [
      [0.5, 0.2, 0.8],
      [0.1, 0.5, 0.8],
      [0.5, 0.2, 0.8],
      [0.5, 0.5, 0.8],
    ];
    expect(conflictOf(targets, moments)).toEqual({ fewest: 1, without: [[0], [1]] });
  });

  it('is a pair where no single target will do, and told by number where no pair will', () => {
    expect(conflictOf(targets, [[0.5, 0.5, 0.8]])).toEqual({ fewest: 2, without: [[0, 1]] });
    expect(conflictOf(targets, [[0.5, 0.5, 0.1]])).toEqual({ fewest: 3, without: [] });
  });
});

describe('parameters that cannot be told apart', () => {
  const pair = (i: number, j: number, cosine: number) => ({ pair: [i, j] as const, cosine });

  it('are told in groups of which every two are a pair, those that move targets the other way apart', () => {
    const pairs = [pair(0, 2, 0.99), pair(0, 3, -0.97), pair(2, 3, -0.96), pair(4, 5, -1)];
    expect(alikeGroups(pairs)).toEqual([
      { same: [0, 2], opposite: [3] },
      { same: [4], opposite: [5] },
    ]);
  });

  it('are in two groups where they resemble others that do not resemble each other', () => {
    expect(alikeGroups([pair(0, 1, 0.96), pair(1, 2, 0.96)])).toEqual([
      { same: [0, 1], opposite: [] },
      { same: [1, 2], opposite: [] },
    ]);
  });
});

describe('a log', () => {
  const layout = { free, targets };
  const one = { stage: 'scan', values: [2.5, 0.0123456, 3], moments: [0.1 + 0.2, NaN, 1 / 3] };
  const line = logLine(layout, 0, one);

  it('gives every number back to the bit, and what was not defined', () => {
    expect(readLog(layout, `${logHeader(layout)}\n${line}\n`)).toEqual([one]);
  });

  it('leaves out a last line that was cut short', () => {
    const text = `${logHeader(layout)}\n${line}\n${line.slice(0, 20)}`;
    expect(readLog(layout, text)).toHaveLength(1);
    expect(readLog(layout, logHeader(layout).slice(0, 9))).toEqual([]);
  });

  it('is refused where it is another search’s, or was changed', () => {
    expect(readLog({ free, targets: targets.slice(1) }, `${logHeader(layout)}\n`)).toBeUndefined();
    const changed = `${logHeader(layout)}\n${line.replace('0.0123456', '0.0123457777')}x\n`;
    expect(readLog(layout, changed)).toBeUndefined();
  });
});

describe('the freedom that targets leave', () => {
  it('is told of vectors that miss no more than is stated', () => {
    const vector = (own: number, moments: number[]) => ({
      ...{ stage: 'scan', values: [own, 0.02, 3], moments },
    });
    const all = [
      vector(3, [0.1, 0.2, 0.8]),
      vector(5, [0.1, 0.5, 0.8]),
      vector(6, [0.5, 0.2, 0.8]),
    ];
    expect(fitting(targets, all, [])).toHaveLength(1);
    const fits = fitting(targets, all, [1]);
    expect(freedomOf(free, fits)[0]).toEqual({
      ...{ key: 'economy.hazard.own', low: 3, high: 5 },
      share: expect.closeTo(0.4, 12),
    });
  });
});

describe('a fit', () => {
  it('judges by the mean over seeds, and says where more seeds might decide otherwise', () => {
    const checks = [
      [0.1, 0.29, 0.95],
      [0.102, 0.33, 0.951],
      [0.098, 0.25, 0.949],
    ];
    const fit = fitOf(targets, [0.2, 0.2, 0.2], checks);
    expect(fit.map(({ verdict }) => verdict)).toEqual(['inside', 'inside, near', 'outside']);
    expect(missedIn(fit)).toEqual([2]);
  });
});

describe('a condition', () => {
  const condition = { measure: 'gap', min: -0.01, max: 0.01 };
  it('is told by its worst value', () => {
    expect(worstOf(condition, [0.002, -0.02, 0.015])).toBe(-0.02);
    expect(worstOf(condition, [0.002, NaN])).toBeNaN();
  });
});

it('lets a set miss what the start misses that misses least', () => {
  const at = (...moments: number[]) => ({ stage: 's', values: [], moments });
  const inside = targets.map(({ value }) => value);
  const far = targets.map(({ band: [, high] }) => high + 1);
  const one = inside.with(1, far[1]);
  expect(leastMissed(targets, [at(...far), at(...one)])).toEqual([1]);
  expect(leastMissed(targets, [at(...far), at(...one), at(...inside)])).toEqual([]);
});

describe('candidates for the set', () => {
  const draws = ['start-1', 'start-2'].map((_, c) =>
    Array.from({ length: 40 }, (__, k) => Float64Array.of(k / 40, c, 0.5)),
  );
  it('come from all chains in turn, none near another', () => {
    const candidates = candidatesOf(free, ['start-1', 'start-2'], draws, 8);
    expect(candidates.map(({ start }) => start).slice(0, 2)).toEqual(['start-1', 'start-2']);
    expect(candidates).toHaveLength(8);
    expect(candidatesOf(free, ['start-1', 'start-2'], draws, 80).length).toBeLessThan(16);
    expect(candidatesOf(free, ['start-1', 'start-2'], draws, 8, candidates)).toEqual([]);
  });

  it('are told by how they fill ranges, and whether chains agree', () => {
    const set = candidatesOf(free, ['start-1', 'start-2'], draws, 8);
    const [own, operating] = spreadOf(free, draws, set);
    expect(own.filled).toBeCloseTo(0.75, 6);
    expect(own.byStart[0].mean).toBeCloseTo(0.4875, 12);
    expect(operating.rHat).toBe(Infinity);
  });
});

describe('the directions that targets settle', () => {
  it('have a word in place of a value that is rounding, however small a settled one is', () => {
    const head = ['direction', 'singular value', 'settled'];
    const rows = [
      [1, 92.4, 'yes'],
      [2, 1e-6, 'no'],
      [3, 1.22e-154, 'no'],
    ];
    expect(withoutRounding({ head, rows }).rows.map((row) => row[1])).toEqual([92.4, 1e-6, 'none']);
  });
});
