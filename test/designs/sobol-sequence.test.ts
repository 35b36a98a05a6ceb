import { describe, expect, it } from 'vitest';
import { joeKuo } from '../../src/designs/joe-kuo.ts';
import { mostDimensions, sobolSequence } from '../../src/designs/sobol-sequence.ts';
import { standardDeviation } from '../../src/math/statistics.ts';

/** A checksum of 32-bit coordinates: h ← (31 h + word) mod (2³¹ − 1). */
function checksum(points: Iterable<Float64Array>): number {
  let h = 0;
  for (const point of points) for (const x of point) h = (h * 31 + x * 4294967296) % 2147483647;
  return h;
}

function* range(of: (index: number) => Float64Array, count: number) {
  for (let index = 0; index < count; index++) yield of(index);
}

describe('the Sobol sequence', () => {
  // Debian's python3-scipy 1.10.1:
  //   from scipy.stats import qmc
  //   p = qmc.Sobol(d=337, scramble=False, bits=32).random(1024)
  //   [p[n, d] for d in (0, 1, 2, 9, 39, 152, 199, 336)]
  const columns = [0, 1, 2, 9, 39, 152, 199, 336];
  const scipy: readonly (readonly [number, readonly number[]])[] = [
    [0, [0, 0, 0, 0, 0, 0, 0, 0]],
    [1, [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]],
    [2, [0.75, 0.25, 0.25, 0.75, 0.25, 0.25, 0.25, 0.25]],
    [7, [0.125, 0.625, 0.375, 0.875, 0.125, 0.125, 0.125, 0.625]],
    [100, [0.4140625, 0.2578125, 0.7734375, 0.6953125, 0.1328125, 0.1796875, 0.1328125, 0.9453125]],
    [
      1023,
      [
        0.0009765625, 0.7529296875, 0.6123046875, 0.8505859375, 0.6982421875, 0.0732421875,
        0.1865234375, 0.1630859375,
      ],
    ],
  ];
  const sequence = sobolSequence(337);

  it.each(scipy)("has scipy's point %i", (index, values) => {
    const point = sequence(index);
    expect(columns.map((d) => point[d])).toEqual(values);
  });

  it("has all of scipy's first 1,024 points in 337 dimensions, and a late one", () => {
    // h = 0
    // for x in (p * 2**32).astype(int).ravel(): h = (h * 31 + int(x)) % (2**31 - 1)
    expect(checksum(range(sequence, 1024))).toBe(1490009558);
    // The same over qmc.Sobol(d=337, scramble=False, bits=32).fast_forward(54321987).random(1)
    expect(checksum([sequence(54321987)])).toBe(425265763);
  });

  it('has direction numbers that are odd and small enough, one set a polynomial', () => {
    for (const [polynomial, ...m] of joeKuo) {
      expect(31 - Math.clz32(polynomial)).toBe(m.length);
      m.forEach((value, j) => expect(value % 2 === 1 && value < 2 ** (j + 1)).toBe(true));
    }
    expect(new Set(joeKuo.map(([polynomial]) => polynomial)).size).toBe(joeKuo.length);
  });

  it('refuses dimensions that it does not have', () => {
    for (const d of [0, 1.5, mostDimensions + 1, NaN]) {
      expect(() => sobolSequence(d)).toThrow(/1 to 337 dimensions/);
    }
  });
});

describe('a scrambled Sobol sequence', () => {
  it('keeps one point in each slice of every dimension, and of pairs what the bare one has', () => {
    const scrambled = sobolSequence(40, 'slices');
    const points = [...range(scrambled, 256)];
    for (let d = 0; d < 40; d++) {
      expect(new Set(points.map((p) => Math.floor(p[d] * 256))).size).toBe(256);
    }
    // The first two dimensions are a (0, m, 2)-net: one point in each box of area 1/256.
    for (const across of [2, 4, 16, 64]) {
      const box = ([x, y]: Float64Array) =>
        Math.floor(x * across) * 256 + Math.floor((y * 256) / across);
      expect(new Set(points.map(box)).size).toBe(256);
    }
  });

  it('changes with the seed, not with the number of dimensions', () => {
    const wide = sobolSequence(9, 'one')(77);
    expect([...sobolSequence(4, 'one')(77)]).toEqual([...wide.subarray(0, 4)]);
    expect([...sobolSequence(9, 'two')(77)]).not.toEqual([...wide]);
    expect(wide.every((x) => x > 0 && x < 1)).toBe(true);
  });

  it('integrates a smooth function far better than chance, without bias', () => {
    // ∏ (1 + (x − ½)/2) over five dimensions: its integral is 1.
    const integral = (seed: string) => {
      const of = sobolSequence(5, seed);
      let total = 0;
      for (const p of range(of, 512)) total += p.reduce((f, x) => f * (1 + (x - 0.5) / 2), 1);
      return total / 512;
    };
    const estimates = Array.from({ length: 30 }, (_, k) => integral(`integral-${k}`));
    const centre = estimates.reduce((a, b) => a + b) / 30;
    const spread = standardDeviation(estimates);
    expect(Math.abs(centre - 1)).toBeLessThan((3.5 * spread) / Math.sqrt(30));
    // 512 independent points would have a deviation of 0.015.
    expect(spread).toBeLessThan(0.015 / 20);
  });
});
