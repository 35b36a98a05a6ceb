import { expect, it } from 'vitest';
import { gammaAt, gammaQuantile, logGamma } from '../../src/math/gamma.ts';

it('ln Γ is that of factorials and halves', () => {
  expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 13);
  expect(logGamma(5)).toBeCloseTo(Math.log(24), 13);
  expect(logGamma(10.5)).toBeCloseTo(13.940625219403763, 12);
});

it('with shape 1 the quantile is that of the exponential', () => {
  for (const u of [1e-9, 1e-3, 0.2, 0.5, 0.9, 0.999, 1 - 1e-9]) {
    const truth = -Math.log1p(-u);
    expect(Math.abs(gammaQuantile(1, u) / truth - 1)).toBeLessThan(1e-13);
  }
});

it('the distribution function gives the chance back', () => {
  const out = { lower: 0, upper: 0, density: 0 };
  for (const shape of [0.2, 0.7, 1.5, 4, 10]) {
    for (const u of [2 ** -33, 1e-4, 0.1, 0.4999, 0.5001, 0.8, 1 - 1e-6, 1 - 2 ** -33]) {
      gammaAt(shape, logGamma(shape), gammaQuantile(shape, u), out);
      expect(Math.abs(out.lower / u - 1)).toBeLessThan(1e-13);
      expect(Math.abs(out.upper / (1 - u) - 1)).toBeLessThan(1e-8);
    }
  }
});
