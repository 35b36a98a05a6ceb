import { describe, expect, it } from 'vitest';
import { discover } from '../../src/designs/prim.ts';
import { sobolSequence } from '../../src/designs/sobol-sequence.ts';
import { stream } from '../../src/random/stream.ts';

function sample(parameters: number, count: number, of: (x: Float64Array, u: number) => number) {
  const sequence = sobolSequence(parameters, 'prim');
  const { uniform } = stream('prim');
  const rows = Array.from({ length: count }, (_, k) => sequence(k));
  return {
    columns: Array.from({ length: parameters }, (_, d) => Float64Array.from(rows, (x) => x[d])),
    interest: Float64Array.from(rows, (x) => of(x, uniform())),
  };
}

const named = (bounds: readonly { readonly parameter: number; readonly side: string }[]) =>
  bounds.map(({ parameter, side }) => `${parameter} ${side}`).toSorted();

describe('scenario discovery', () => {
  it('finds a box in two of forty parameters', () => {
    const { columns, interest } = sample(40, 1024, (x) => Number(x[3] > 0.6 && x[17] < 0.5));
    const found = discover(columns, interest, 'halves');
    expect(found.found).toBe(true);
    expect(named(found.bounds)).toEqual(['17 at most', '3 at least']);
    for (const { parameter, value, quasiP } of found.bounds) {
      expect(value).toBeCloseTo(parameter === 3 ? 0.6 : 0.5, 1);
      expect(quasiP).toBeLessThan(1e-6);
    }
    expect(found.baseRate).toBeCloseTo(0.2, 1);
    expect(found.density).toBeGreaterThan(0.9);
    expect(found.coverage).toBeGreaterThan(0.9);
    expect(found.mass).toBeCloseTo((found.coverage * found.baseRate) / found.density, 12);
    expect(found.unseen + found.peeled).toBe(1024);
  });

  it('finds it in noise, with both ends of a parameter', () => {
    // Inside 0.3 < x₀ < 0.6 and x₁ < 0.6: 80%, elsewhere 5%.
    const { columns, interest } = sample(20, 2048, (x, u) =>
      Number(u < (x[0] > 0.3 && x[0] < 0.6 && x[1] < 0.6 ? 0.8 : 0.05)),
    );
    const found = discover(columns, interest, 'halves');
    expect(named(found.bounds)).toEqual(['0 at least', '0 at most', '1 at most']);
    expect(found.found).toBe(true);
    expect(found.density).toBeGreaterThan(0.65);
    for (const { quasiP } of found.bounds) expect(quasiP).toBeLessThan(0.001);
  });

  it('bounds at most three parameters', () => {
    const { columns, interest } = sample(10, 4096, (x) =>
      Number([0, 1, 2, 3, 4].every((d) => x[d] > 0.25)),
    );
    const { bounds, found, density, baseRate } = discover(columns, interest, 'halves');
    expect(new Set(bounds.map(({ parameter }) => parameter)).size).toBe(3);
    // (¾)⁵ = 0.24 at large, (¾)² = 0.56 in a box of three.
    expect(found).toBe(density >= 2 * baseRate);
    expect(density).toBeGreaterThan(0.5);
  });

  it('says that there is none where nothing but luck is there', () => {
    let found = 0;
    let bounded = 0;
    for (let k = 0; k < 20; k++) {
      const { uniform } = stream(`luck-${k}`);
      const { columns, interest } = sample(30, 512, () => Number(uniform() < 0.2));
      const one = discover(columns, interest, `${k}`);
      found += Number(one.found);
      bounded += Number(one.bounds.length > 0);
    }
    expect(found).toBe(0);
    expect(bounded).toBeLessThanOrEqual(6);
  });

  it('says that there is none where the base rate cannot double', () => {
    const { columns, interest } = sample(4, 512, (x) => Number(x[0] > 0.3));
    const { found, density, bounds } = discover(columns, interest, 'halves');
    expect(found).toBe(false);
    expect(density).toBeGreaterThan(0.95);
    expect(named(bounds)).toEqual(['0 at least']);
  });

  it('takes whole numbers and categories, with their ties', () => {
    const { columns, interest } = sample(6, 1024, (x) => Number(x[1] > 0.75 && x[2] < 0.5));
    const levels = columns.map((column, d) =>
      d === 1 || d === 3 ? column.map((x) => Math.floor(x * 4)) : column,
    );
    const { bounds, density } = discover(levels, interest, 'halves');
    expect(named(bounds)).toEqual(['1 at least', '2 at most']);
    expect(bounds.find(({ parameter }) => parameter === 1)?.value).toBe(3);
    expect(density).toBeGreaterThan(0.9);
  });

  it('leaves out points that are not defined, and has answers for none and all', () => {
    const { columns, interest } = sample(3, 256, (x) => (x[2] > 0.9 ? NaN : Number(x[0] > 0.8)));
    const { unseen, peeled, found } = discover(columns, interest, 'halves');
    expect(unseen + peeled).toBe(interest.filter((v) => !Number.isNaN(v)).length);
    expect(found).toBe(true);
    expect(
      discover(
        columns,
        interest.map(() => 0),
        'a',
      ),
    ).toMatchObject({ found: false, bounds: [] });
    expect(
      discover(
        columns,
        interest.map(() => 1),
        'a',
      ),
    ).toMatchObject({ found: false, bounds: [] });
  });

  it('is the same for the same seed', () => {
    const { columns, interest } = sample(5, 256, (x, u) => Number(u < x[0] * x[1]));
    expect(discover(columns, interest, 's')).toEqual(discover(columns, interest, 's'));
  });
});
