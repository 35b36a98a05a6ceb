import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exp, log, log1pUnit } from '../../src/math/exp.ts';
import { logistic, logit, softplus } from '../../src/math/logistic.ts';
import { normalCdf, normalDensity, normalQuantile } from '../../src/math/normal.ts';
import { logisticTable, normalTable, quantileOf } from '../../src/math/quantile-table.ts';

const relative = (a: number, b: number) => Math.abs(a / b - 1);

describe('exp and log', () => {
  test('agree with the platform’s to a few units in the last place', () => {
    fc.assert(
      fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
        expect(relative(exp(x), Math.exp(x))).toBeLessThan(1e-15);
        if (Math.abs(x) > 1e-6) expect(relative(log(Math.exp(x)), x)).toBeLessThan(1e-9);
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 1e300, noNaN: true }), (x) => {
        expect(Math.abs(log(x) - Math.log(x))).toBeLessThan(1e-15 * Math.abs(Math.log(x)) + 1e-300);
      }),
    );
  });

  test('exact points', () => {
    expect(exp(0)).toBe(1);
    expect(log(1)).toBe(0);
    expect(log(0)).toBe(-Infinity);
    expect(log(-1)).toBeNaN();
    expect(log(Number.MIN_VALUE)).toBeCloseTo(-744.4400719213812, 10);
    expect(log1pUnit(0)).toBe(0);
    expect(log1pUnit(1)).toBeCloseTo(Math.LN2, 15);
  });

  test('saturate instead of overflowing', () => {
    expect(Number.isFinite(exp(1e9))).toBe(true);
    expect(exp(-1e9)).toBeGreaterThan(0);
    expect(exp(NaN)).toBeNaN();
  });

  test('give the same bits on every engine: a fixed checksum of 10,000 values', () => {
    let hash = 0;
    const view = new DataView(new ArrayBuffer(8));
    for (let k = 0; k < 10_000; k++) {
      view.setFloat64(0, exp((k - 5000) / 97) + log(1 + k * 0.37) + normalCdf((k - 5000) / 700));
      hash = (Math.imul(hash ^ view.getUint32(0), 0x01000193) + view.getUint32(4)) | 0;
    }
    expect(hash).toBe(1720209340);
  });
});

describe('logistic functions', () => {
  test('softplus is the integral of the logistic', () => {
    for (const x of [-30, -3, -0.1, 0, 0.1, 3, 30]) {
      const slope = (softplus(x + 1e-5) - softplus(x - 1e-5)) / 2e-5;
      expect(slope).toBeCloseTo(logistic(x), 7);
    }
  });

  test('logit inverts the logistic', () => {
    for (const p of [1e-6, 0.1, 0.5, 0.9]) expect(logistic(logit(p))).toBeCloseTo(p, 12);
  });
});

describe('the normal distribution', () => {
  test('distribution function: values of R 4.3, pnorm(c(-3, -1, 0, 0.5, 1.96))', () => {
    const expected = [
      0.001349898031630095, 0.15865525393145705, 0.5, 0.6914624612740131, 0.9750021048517795,
    ];
    [-3, -1, 0, 0.5, 1.96].forEach((x, k) => expect(normalCdf(x)).toBeCloseTo(expected[k], 14));
  });

  test('distribution function by table meets the tails that it is made from', () => {
    for (const end of [-5, 5]) {
      expect(normalCdf(end * (1 - 1e-15))).toBeCloseTo(normalCdf(end * (1 + 1e-15)), 15);
    }
    expect(normalCdf(-4.9) / 4.791832765903205e-7).toBeCloseTo(1, 9); // erfc(4.9 / √2) / 2 by the C library
    expect(normalCdf(NaN)).toBeNaN();
  });

  test('quantile: values of Wichura (1988) for AS 241', () => {
    expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 14);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167814, 13);
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.262340089798408, 12);
  });

  test('edges', () => {
    expect(normalQuantile(0)).toBe(-Infinity);
    expect(normalQuantile(1)).toBe(Infinity);
    expect(normalQuantile(1.1)).toBeNaN();
    expect(normalCdf(-40)).toBe(0);
    expect(normalCdf(40)).toBe(1);
  });

  test('quantile and distribution function invert each other', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1 - 1e-6, noNaN: true }), (p) => {
        expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 12);
      }),
    );
  });

  test('density is the slope of the distribution function', () => {
    const slope = (normalCdf(0.7 + 1e-5) - normalCdf(0.7 - 1e-5)) / 2e-5;
    expect(normalDensity(0.7)).toBeCloseTo(slope, 9);
  });
});

describe('draws by table', () => {
  const tail = (word: number) => Math.max(1, word >>> 1) / 4294967296;
  const sign = (word: number) => (word & 1 ? -1 : 1);

  test('stay within 10⁻⁶ of the exact quantile', () => {
    fc.assert(
      fc.property(fc.integer(), (word) => {
        const p = tail(word);
        const normal = sign(word) * normalQuantile(p);
        const logistic1 = sign(word) * Math.log(p / (1 - p));
        expect(Math.abs(quantileOf(normalTable, word) - normal)).toBeLessThan(1e-6);
        expect(Math.abs(quantileOf(logisticTable, word) - logistic1)).toBeLessThan(1e-6);
      }),
      { numRuns: 2000 },
    );
  });

  test('are symmetric and finite at the ends', () => {
    for (const word of [0, 1, -1, -2, 2, 3]) {
      expect(Number.isFinite(quantileOf(normalTable, word))).toBe(true);
      expect(quantileOf(normalTable, word ^ 1)).toBe(-quantileOf(normalTable, word));
    }
  });
});
