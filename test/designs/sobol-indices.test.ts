import { describe, expect, it } from 'vitest';
import { luckShares, saltelliDesign, sobolIndices } from '../../src/designs/sobol-indices.ts';
import { stream } from '../../src/random/stream.ts';
import { gFunction, gIndices, ishigami, ishigamiIndices } from './functions.ts';

function run(
  factors: number,
  bases: number,
  f: (x: Float64Array) => number,
  seed = 'saltelli',
): Float64Array {
  const block = saltelliDesign(factors, seed);
  return Float64Array.from(Array.from({ length: bases }, (_, j) => block(j).map(f)).flat());
}

const values = (shares: readonly { readonly value: number }[]) => shares.map(({ value }) => value);

describe("Saltelli's design", () => {
  it('takes one coordinate after the other from B', () => {
    const [a, b, ...mixed] = saltelliDesign(3, 'seed')(5);
    expect(mixed.map((x) => [...x])).toEqual([
      [b[0], a[1], a[2]],
      [a[0], b[1], a[2]],
      [a[0], a[1], b[2]],
    ]);
  });
});

describe('Sobol indices', () => {
  it("are Ishigami's", () => {
    const { first, total } = ishigamiIndices();
    const found = sobolIndices([[run(3, 4096, ishigami)]], 3, 'i', 200);
    found.first.forEach(({ value }, i) => expect(Math.abs(value - first[i])).toBeLessThan(0.01));
    found.total.forEach(({ value }, i) => expect(Math.abs(value - total[i])).toBeLessThan(0.01));
    // The closed form of the literature: 0.3139, 0.4424, 0; 0.5576, 0.4424, 0.2437.
    expect(first).toEqual([0.3139, 0.4424, 0].map((v) => expect.closeTo(v, 4)));
    expect(total).toEqual([0.5576, 0.4424, 0.2437].map((v) => expect.closeTo(v, 4)));
  });

  it("are the g-function's, with intervals that hold them", () => {
    const a = [0, 1, 4.5, 9, 99, 99, 99, 99];
    const { first, total } = gIndices(a);
    const found = sobolIndices([[run(8, 1024, (x) => gFunction(x, a))]], 8, 'g', 400);
    found.first.forEach(({ value, low, high }, i) => {
      expect(Math.abs(value - first[i])).toBeLessThan(0.03);
      expect(low <= value && value <= high).toBe(true);
    });
    found.total.forEach(({ value }, i) => expect(Math.abs(value - total[i])).toBeLessThan(0.02));
    expect(found.first[0].low < first[0] && first[0] < found.first[0].high).toBe(true);
    expect(found.used).toBe(1024);
  });

  it('have intervals that hold the truth about as often as they say', () => {
    const a = [0, 1, 9];
    const { first, total } = gIndices(a);
    let held = 0;
    for (let k = 0; k < 60; k++) {
      const f = run(3, 128, (x) => gFunction(x, a), `design-${k}`);
      const found = sobolIndices([[f]], 3, `${k}`, 200);
      [found.first, found.total].forEach((shares, order) =>
        shares.forEach(({ low, high }, i) => {
          const truth = [first, total][order][i];
          if (low <= truth && truth <= high) held += 1;
        }),
      );
    }
    // Points of a Sobol sequence vary less than the independent ones that a bootstrap imitates: it is on the safe side.
    expect(held / 360).toBeGreaterThan(0.93);
  });

  it('are those of an indicator', () => {
    // 1{u₁ < ½ and u₂ < ½}: V = 3/16, V₁ = V₂ = 1/16, V₁₂ = 1/16.
    const f = run(3, 1024, ([a, b]) => Number(a < 0.5 && b < 0.5));
    const { first, total } = sobolIndices([[f]], 3, 'i', 100);
    expect(values(first)).toEqual([1 / 3, 1 / 3, 0].map((v) => expect.closeTo(v, 1)));
    expect(values(total)).toEqual([2 / 3, 2 / 3, 0].map((v) => expect.closeTo(v, 1)));
    expect(total[2]).toEqual({ value: 0, low: 0, high: 0 });
  });

  it('are the mean over replicates of those in each', () => {
    const one = run(2, 512, ([a, b]) => a + b);
    const other = run(2, 512, ([a, b]) => a + 3 * b + 5);
    const found = sobolIndices([[one, other]], 2, 'r', 50);
    const alone = [one, other].map((f) => values(sobolIndices([[f]], 2, 'r', 50).first));
    expect(found.first[0].value).toBeCloseTo((alone[0][0] + alone[1][0]) / 2, 12);
    expect(found.first[0].value).toBeCloseTo((1 / 2 + 1 / 10) / 2, 2);
  });

  it('of several outputs are weighted by their variances', () => {
    const one = run(2, 512, ([a]) => a);
    const other = run(2, 512, ([, b]) => 2 * b);
    const { first } = sobolIndices([[one], [other]], 2, 'w', 50);
    expect(values(first)).toEqual([expect.closeTo(1 / 5, 2), expect.closeTo(4 / 5, 2)]);
  });

  it('leave out base points that are not defined, and say how many are used', () => {
    const f = run(2, 256, ([a, b]) => a + b);
    f[4 * 7 + 3] = NaN;
    f[4 * 9] = NaN;
    const { used, first } = sobolIndices([[f]], 2, 'n', 50);
    expect(used).toBe(254);
    expect(first[0].value).toBeCloseTo(0.5, 1);
  });

  it('are not defined where nothing varies', () => {
    const { first, total } = sobolIndices([[run(2, 64, () => 1)]], 2, 'c', 20);
    expect(first[0]).toEqual({ value: NaN, low: NaN, high: NaN });
    expect(total[1].value).toBeNaN();
  });

  it('are the same bits for the same seed', () => {
    const f = run(2, 128, ([a, b]) => a * b);
    expect(sobolIndices([[f]], 2, 's', 50)).toEqual(sobolIndices([[f]], 2, 's', 50));
    expect(sobolIndices([[f]], 2, 's', 50)).not.toEqual(sobolIndices([[f]], 2, 't', 50));
  });
});

describe("luck's share", () => {
  it('is that of the parts of replicates', () => {
    // f = u₁ + c·z_r + d·z_rp with variances 1/12, c², d².
    const { normal } = stream('luck');
    const [c, d] = [0.2, 0.1];
    const bare = run(2, 256, ([a]) => a);
    const output = Array.from({ length: 200 }, () => {
      const shift = c * normal();
      return bare.map((value) => value + shift + d * normal());
    });
    const variance = 1 / 12 + c * c + d * d;
    const { first, total } = luckShares(output, 2);
    expect(Math.abs(first - (c * c) / variance)).toBeLessThan(0.1);
    expect(Math.abs(total - (c * c + d * d) / variance)).toBeLessThan(0.1);
    expect(total - first).toBeCloseTo((d * d) / variance, 1);
  });

  it('is nought where replicates agree, not defined with one', () => {
    const f = run(2, 64, ([a]) => a);
    expect(luckShares([f, f], 2).total).toBeCloseTo(0, 12);
    expect(luckShares([f], 2)).toEqual({ first: NaN, total: NaN });
  });
});
