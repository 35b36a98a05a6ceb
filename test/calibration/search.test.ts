import { describe, expect, it } from 'vitest';
import { proposalShape } from '../../src/calibration/proposals.ts';
import { scanSize, search } from '../../src/calibration/search.ts';
import { foresightOf } from '../../src/calibration/foresight.ts';
import { valuesAt } from '../../src/calibration/space.ts';
import { logChanceInside, walk } from '../../src/calibration/walk.ts';
import { free, targetOf } from './small.ts';

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

  it('is likely to fit inside all bands, less so at their ends, and hardly outside', () => {
    const chance = (x: number, y: number, stated: number[] = []) =>
      logChanceInside(targets, [x, y], [0.05, 0.02], stated);
    expect(chance(0.5, 0.5)).toBeCloseTo(0, 5);
    expect(chance(0.8, 0.5)).toBeCloseTo(Math.log(0.5), 4);
    expect(chance(0.8, 0.4)).toBeCloseTo(2 * Math.log(0.5), 4);
    expect(chance(0.8, 0.5, [0])).toBeCloseTo(0, 5);
    // Far away there is still a slope that leads back.
    expect(chance(9, 0.5)).toBeLessThan(chance(8, 0.5));
    expect(chance(8, 0.5)).toBeLessThan(chance(1.2, 0.5));
    expect(Number.isFinite(chance(9, 0.5))).toBe(true);
  });

  it('draws evenly from what fits, from every start', () => {
    const starts = [0.25, 0.7].map((x, k) => ({
      start: `start-${k + 1}`,
      point: Float64Array.of(x, 0.5),
    }));
    const chains = walk({
      ...{ starts, seed: 'test', steps: 4000, warmUp: 400 },
      covariance: Float64Array.of(1, 0, 0, 1),
      densityAt: (point) => logChanceInside(targets, [...point], [0.05, 0.05], []),
    });
    for (const { draws } of chains) {
      const inside = draws.filter(([x, y]) => x >= 0.2 && x <= 0.8 && y >= 0.4 && y <= 0.6);
      expect(inside.length / draws.length).toBeGreaterThan(0.55);
      const left = inside.filter(([x]) => x < 0.5).length / inside.length;
      expect(Math.abs(left - 0.5)).toBeLessThan(0.12);
    }
  });

  it('knows beforehand what large markets give, the better the more of them it saw', () => {
    const space = free.slice(0, 2);
    const small = (x: number, y: number) => [0.5 + 0.3 * x * y, 0.45 + 0.1 * y];
    const large = (x: number, y: number) => {
      const [a, b] = small(x, y);
      return [a + 0.1, b - 0.05 * x];
    };
    const grid = Array.from({ length: 64 }, (_, k) => [(k % 8) / 7, Math.floor(k / 8) / 7]);
    const evaluations = grid.map(([x, y]) => ({
      ...{ stage: 'scan', values: valuesAt(space, Float64Array.of(x, y)), moments: small(x, y) },
    }));
    const expect0 = foresightOf({ free: space, targets }, evaluations);
    const at = Float64Array.of(0.5, 0.5);
    const blind = expect0([]);
    expect(blind.valuesAt(at)[0]).toBeCloseTo(small(0.5, 0.5)[0], 2);
    expect(blind.errors).toEqual(targets.map(({ scale }) => 0.35 * scale));
    const judged = grid.slice(0, 40).map(([x, y], k) => ({
      point: Float64Array.of(x, y),
      // One of them was given up before its second market.
      found: k === 3 ? [large(x, y)[0], NaN] : large(x, y),
      expected: blind.valuesAt(Float64Array.of(x, y)),
    }));
    const taught = expect0(judged);
    taught.valuesAt(at).forEach((value, i) => {
      expect(Math.abs(value - large(0.5, 0.5)[i])).toBeLessThan(0.004);
    });
    expect(taught.errors[0]).toBeCloseTo(0.6 * targets[0].scale, 6);
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
