import * as fc from 'fast-check';
import jstat from 'jstat';
import { describe, expect, it } from 'vitest';
import { studentTCdf, studentTQuantile, twoSidedP } from '../../src/math/student-t.ts';

describe("Student's t", () => {
  it('agrees with R', () => {
    // R: format(qt(0.975, c(1, 2, 4, 9, 19, 29, 99)), digits = 10)
    const quantiles = [
      [1, 12.70620474],
      [2, 4.30265273],
      [4, 2.776445105],
      [9, 2.262157163],
      [19, 2.093024054],
      [29, 2.045229642],
      [99, 1.984216952],
    ] as const;
    for (const [degrees, t] of quantiles) {
      expect(studentTQuantile(0.975, degrees)).toBeCloseTo(t, 8);
    }
  });

  it('has the closed forms of one and two degrees of freedom', () => {
    for (const p of [0.001, 0.2, 0.5, 0.77, 0.975, 0.99999]) {
      const cauchy = Math.tan(Math.PI * (p - 0.5));
      const two = (2 * p - 1) * Math.sqrt(2 / (1 - (2 * p - 1) ** 2));
      expect(Math.abs(studentTQuantile(p, 1) - cauchy)).toBeLessThan(1e-9 * (1 + Math.abs(cauchy)));
      expect(Math.abs(studentTQuantile(p, 2) - two)).toBeLessThan(1e-9 * (1 + Math.abs(two)));
    }
  });

  it('agrees with jstat to the digits that jstat has (it is off by 2·10⁻⁸ at zero)', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -8, max: 8, noNaN: true }),
        fc.integer({ min: 1, max: 300 }),
        (t, degrees) => {
          expect(studentTCdf(t, degrees)).toBeCloseTo(jstat.studentt.cdf(t, degrees), 7);
        },
      ),
    );
  });

  it('keeps relative accuracy far in the tail', () => {
    // With two degrees of freedom P(|T| ≥ t) = 1 − t/√(2 + t²) = 2/(s·(s + t)), s = √(2 + t²).
    for (const t of [10, 1e3, 1e5]) {
      const s = Math.sqrt(2 + t * t);
      expect(twoSidedP(t, 2) * ((s * (s + t)) / 2)).toBeCloseTo(1, 12);
    }
  });

  it('inverts its own distribution function', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.0005, max: 0.9995, noNaN: true }),
        fc.integer({ min: 1, max: 60 }),
        (p, degrees) => {
          expect(studentTCdf(studentTQuantile(p, degrees), degrees)).toBeCloseTo(p, 12);
        },
      ),
    );
  });

  it('has no quantile without degrees of freedom', () => {
    expect(studentTQuantile(0.975, 0)).toBeNaN();
    expect(twoSidedP(2, 0)).toBeNaN();
    expect(twoSidedP(NaN, 3)).toBeNaN();
    expect(studentTQuantile(1.2, 3)).toBeNaN();
  });

  it('ends at infinity', () => {
    expect(studentTQuantile(1, 5)).toBe(Infinity);
    expect(studentTQuantile(0, 5)).toBe(-Infinity);
    expect(twoSidedP(Infinity, 5)).toBe(0);
    expect(twoSidedP(0, 5)).toBe(1);
  });
});
