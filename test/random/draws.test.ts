import { sampleCorrelation } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { createDrawKey, deriveKey, perWord, word } from '../../src/random/draws.ts';
import { purposes, retiredPurposes } from '../../src/random/purposes.ts';
import { seedKey } from '../../src/random/seed.ts';
import { threefry } from '../../src/random/threefry.ts';

/** Uniform draws of the first n borrowers for one quarter and purpose. */
function column(n: number, quarter: number, purpose: number, seed = seedKey('draws', 0)): number[] {
  const key = createDrawKey();
  const out: number[] = [];
  for (let i = 0; i < n; i++) {
    if (i % 4096 === 0) deriveKey(key, seed, i / 4096, quarter, purpose);
    out.push((word(i % 4096, key[0], key[1], key[2]) >>> 0) * perWord);
  }
  return out;
}

const n = 40_000;
/** Five standard errors of a correlation of independent columns. */
const bound = 5 / Math.sqrt(n);

describe('threefry', () => {
  test('known-answer vectors of Random123 (threefry4x32, 20 rounds)', () => {
    const out = new Int32Array(4);
    const hex = () => Array.from(out, (x) => (x >>> 0).toString(16).padStart(8, '0'));
    threefry(0, 0, 0, 0, 0, 0, 0, 0, out);
    expect(hex()).toEqual(['9c6ca96a', 'e17eae66', 'fc10ecd4', '5256a7d8']);
    threefry(-1, -1, -1, -1, -1, -1, -1, -1, out);
    expect(hex()).toEqual(['2a881696', '57012287', 'f6c7446e', 'a16a6732']);
    const pi = [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344] as const;
    threefry(...pi, 0xa4093822, 0x299f31d0, 0x082efa98, 0xec4e6c89, out);
    expect(hex()).toEqual(['59cd1dbb', 'b8879579', '86b5d00c', 'ac8b6d84']);
  });
});

describe('draws', () => {
  test('are uniform: χ² over 256 cells, upper and lower bits alike', () => {
    const draws = column(n, 3, purposes.failure);
    for (const cell of [(u: number) => u * 256, (u: number) => (u / perWord) % 256]) {
      const counts = Array.from({ length: 256 }, () => 0);
      for (const u of draws) counts[Math.floor(cell(u))]++;
      const expected = n / 256;
      const chi2 = counts.reduce((sum, c) => sum + (c - expected) ** 2 / expected, 0);
      // χ²(255): mean 255, s.d. 22.6; five s.d. either way
      expect(chi2).toBeGreaterThan(142);
      expect(chi2).toBeLessThan(368);
    }
  });

  test('have numbers that were never another purpose’s', () => {
    const used = Object.values(purposes);
    expect(new Set<number>(used).size).toBe(used.length);
    const reused = used.filter((number) =>
      retiredPurposes.some(([first, last]) => number >= first && number <= last),
    );
    expect(reused).toEqual([]);
  });

  test('of different purposes are uncorrelated', () => {
    const columns = Object.values(purposes).map((purpose) => column(n, 5, purpose));
    for (let a = 1; a < columns.length; a++) {
      expect(Math.abs(sampleCorrelation(columns[0], columns[a]))).toBeLessThan(bound);
      expect(Math.abs(sampleCorrelation(columns[a - 1], columns[a]))).toBeLessThan(bound);
    }
  });

  test('of different quarters and seeds are uncorrelated', () => {
    const first = column(n, 0, purposes.needNow);
    for (let quarter = 1; quarter < 12; quarter++) {
      const later = column(n, quarter, purposes.needNow);
      expect(Math.abs(sampleCorrelation(first, later))).toBeLessThan(bound);
    }
    const other = column(n, 0, purposes.needNow, seedKey('draws', 1));
    expect(Math.abs(sampleCorrelation(first, other))).toBeLessThan(bound);
  });

  test('of neighbouring borrowers are uncorrelated, within and across pages', () => {
    const draws = column(n, 7, purposes.take);
    for (const lag of [1, 2, 64, 1024, 4096, 8192]) {
      const r = sampleCorrelation(draws.slice(lag), draws.slice(0, -lag));
      expect(Math.abs(r)).toBeLessThan(bound);
    }
  });

  test('no borrower’s stream is another’s, shifted in time or purpose', () => {
    // A short key makes streams permuted or shifted copies of each other; then words repeat in blocks.
    const words = new Map<number, string>();
    let repeats = 0;
    for (let quarter = 0; quarter < 8; quarter++) {
      for (const purpose of [purposes.needNow, purposes.failure, purposes.take]) {
        column(8192, quarter, purpose).forEach((u, i) => {
          const other = words.get(u);
          if (other !== undefined && other !== `${i}`) repeats++;
          words.set(u, `${i}`);
        });
      }
    }
    // 196,608 words of 32 bits: 4.5 chance repeats expected
    expect(repeats).toBeLessThan(20);
  });

  test('neighbouring inputs flip half the bits', () => {
    const key = createDrawKey();
    let flips = 0;
    const trials = 2000;
    for (let i = 0; i < trials; i++) {
      deriveKey(key, seedKey('bits', 0), i, 0, 0);
      const a = word(i & 4095, key[0], key[1], key[2]);
      const b = word((i & 4095) ^ 1, key[0], key[1], key[2]);
      let x = a ^ b;
      while (x !== 0) {
        flips += x & 1;
        x >>>= 1;
      }
    }
    expect(flips / trials).toBeGreaterThan(15.5);
    expect(flips / trials).toBeLessThan(16.5);
  });
});

describe('human seeds', () => {
  test('repeat themselves and differ by text and replicate', () => {
    expect(seedKey('lecture-3', 0)).toEqual(seedKey('lecture-3', 0));
    const keys = new Set<string>();
    for (const seed of ['', '0', '1', '11', '111', 'lecture-3', '课程']) {
      for (let replicate = 0; replicate < 50; replicate++)
        keys.add(seedKey(seed, replicate).join());
    }
    expect(keys.size).toBe(350);
  });
});
