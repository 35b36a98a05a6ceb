import { describe, expect, it } from 'vitest';
import { proposalShape } from '../../src/calibration/proposals.ts';
import { scanSize, search } from '../../src/calibration/search.ts';
import { densityAtMost, logDensityOf, walk } from '../../src/calibration/walk.ts';
import { targetOf } from './small.ts';

const bowl = (point: Float64Array) =>
  point.reduce((sum, x, i) => sum + (x - 0.2 - 0.2 * i) * (x - 0.2 - 0.2 * i), 0);

/** All points that a search asks, as far as `most`. */
function asked(most: number, starts = 2) {
  const searching = search({ origin: Float64Array.of(0.9, 0.9, 0.9), seed: 'test', starts });
  const points: { stage: string; point: number[]; value: number }[] = [];
  let next = searching.next();
  while (next.done !== true && points.length < most) {
    const values = next.value.map(({ point }) => bowl(point));
    next.value.forEach(({ stage, point }, k) => {
      points.push({ stage, point: [...point], value: values[k] });
    });
    next = searching.next(values);
  }
  return points;
}

describe('a search', () => {
  it('scans from the vector that is there, then descends from starts apart', () => {
    const points = asked(200);
    expect(points[0]).toMatchObject({ stage: 'scan', point: [0.9, 0.9, 0.9] });
    expect(points.filter(({ stage }) => stage === 'scan')).toHaveLength(scanSize(3));
    expect(new Set(points.map(({ stage }) => stage))).toEqual(
      new Set(['scan', 'start-1', 'start-2']),
    );
  });

  it('finds the bottom of a bowl', () => {
    const best = asked(600).reduce((a, b) => (b.value < a.value ? b : a));
    best.point.forEach((x, i) => expect(x).toBeCloseTo(0.2 + 0.2 * i, 2));
  });

  it('asks the same again, and a short one is the beginning of a long one', () => {
    const short = asked(100);
    expect(asked(300).slice(0, short.length)).toEqual(short);
  });
});

describe('a walk', () => {
  const targets = [targetOf('a', 0.5, [0.2, 0.8]), targetOf('b', 0.5, [0.4, 0.6], 'none')];

  it('has one density inside all bands, less outside, and none for what is not defined', () => {
    expect(logDensityOf(targets, [0.3, 0.45], [])).toBeCloseTo(0, 12);
    expect(logDensityOf(targets, [0.85, 0.45], [])).toBeLessThan(-0.1);
    expect(logDensityOf(targets, [0.85, 0.45], [0])).toBeCloseTo(0, 12);
    expect(logDensityOf(targets, [NaN, 0.45], [])).toBeLessThan(-1e6);
  });

  it('is stopped early by what no further market can mend', () => {
    const most = densityAtMost(targets, [0.85, NaN], []);
    expect(most).toBeGreaterThanOrEqual(logDensityOf(targets, [0.85, 0.45], []));
    expect(most).toBeCloseTo(logDensityOf(targets, [0.85, 0.5], []), 12);
  });

  it('draws evenly from what fits, from every start', () => {
    const starts = [0.25, 0.7].map((x, k) => ({
      start: `start-${k + 1}`,
      point: Float64Array.of(x, 0.5),
      logDensity: 0,
    }));
    const flat = (point: Float64Array) => logDensityOf(targets, [point[0], point[1]], []);
    const walking = walk({
      ...{ starts, seed: 'test', steps: 4000, warmUp: 400 },
      covariance: Float64Array.of(1, 0, 0, 1),
    });
    let next = walking.next();
    while (next.done !== true) {
      // Who is told early that it will be refused tells no more than that.
      next = walking.next(
        next.value.map(({ point, bar }) => (flat(point) < bar ? -Infinity : flat(point))),
      );
    }
    for (const { draws } of next.value) {
      const inside = draws.filter(([x, y]) => x >= 0.2 && x <= 0.8 && y >= 0.4 && y <= 0.6);
      expect(inside.length / draws.length).toBeGreaterThan(0.55);
      const left = inside.filter(([x]) => x < 0.5).length / inside.length;
      expect(Math.abs(left - 0.5)).toBeLessThan(0.12);
    }
  });
});

it('proposes far where no target minds and near where one does', () => {
  const shape = proposalShape([
    { strength: 20, vector: Float64Array.of(1, 0) },
    { strength: 0, vector: Float64Array.of(0, 1) },
  ]);
  expect(shape[0]).toBeCloseTo(1 / 412, 12);
  expect(shape[3]).toBeCloseTo(1 / 12, 12);
  expect(shape[1]).toBe(0);
});
