import { describe, expect, it } from 'vitest';
import { Chain, type ChainOptions } from '../../src/designs/chain.ts';
import { splitRHat } from '../../src/designs/r-hat.ts';
import { mean, standardDeviation } from '../../src/math/statistics.ts';

type Density = (x: Float64Array) => number;

function walk(
  density: Density,
  start: readonly number[],
  steps: number,
  options: Partial<ChainOptions> = {},
) {
  const at = Float64Array.from(start);
  const chain = new Chain({
    ...{ start: at, logDensity: density(at), seed: 'walk', warmUp: 2000 },
    ...options,
  });
  for (let point = chain.ask(steps); point; point = chain.ask(steps)) chain.tell(density(point));
  return chain;
}

const column = (chain: Chain, i: number) => chain.draws.map((x) => x[i]);

/** Of many correlated draws: the standard error of their mean, by 40 batches. */
function batchError(values: readonly number[]) {
  const size = Math.floor(values.length / 40);
  const means = Array.from({ length: 40 }, (_, b) => mean(values.slice(b * size, (b + 1) * size)));
  return standardDeviation(means) / Math.sqrt(40);
}

describe('a chain', () => {
  it('draws a correlated normal', () => {
    // Deviations 0.05 and 0.1 about (0.5, 0.4), correlation 0.9.
    const normal: Density = ([x, y]) => {
      const [a, b] = [(x - 0.5) / 0.05, (y - 0.4) / 0.1];
      return -(a * a - 1.8 * a * b + b * b) / (2 * 0.19);
    };
    const chain = walk(normal, [0.5, 0.4], 22_000);
    expect(chain.draws).toHaveLength(20_000);
    const [x, y] = [column(chain, 0), column(chain, 1)];
    expect(Math.abs(mean(x) - 0.5)).toBeLessThan(4 * batchError(x));
    expect(Math.abs(mean(y) - 0.4)).toBeLessThan(4 * batchError(y));
    expect(standardDeviation(x) / 0.05).toBeCloseTo(1, 1);
    const product = mean(x.map((v, k) => ((v - 0.5) / 0.05) * ((y[k] - 0.4) / 0.1)));
    expect(product).toBeCloseTo(0.9, 1);
    // Adapted to 0.234 in warm-up and then left alone.
    expect(Math.abs(chain.accepted / 20_000 - 0.25)).toBeLessThan(0.1);
  });

  it('fills a set evenly, up to the bounds of the box', () => {
    // Uniform on the triangle x + y ≤ 1: x has mean ⅓ and variance 1/18.
    const triangle: Density = ([x, y]) => (x + y <= 1 ? 0 : -Infinity);
    const x = column(walk(triangle, [0.2, 0.2], 42_000), 0);
    expect(Math.abs(mean(x) - 1 / 3)).toBeLessThan(4 * batchError(x));
    expect(standardDeviation(x)).toBeCloseTo(Math.sqrt(1 / 18), 2);
    const squares = x.map((v) => v * v); // E x² = 1/6
    expect(Math.abs(mean(squares) - 1 / 6)).toBeLessThan(4 * batchError(squares));
  });

  it('learns the shape of a narrow ridge in ten dimensions', () => {
    // All coordinates nearly equal, their mean free in 0..1.
    const ridge: Density = (x) => {
      const centre = x.reduce((s, v) => s + v, 0) / 10;
      return -x.reduce((s, v) => s + ((v - centre) / 0.02) ** 2, 0) / 2;
    };
    const chains = ['a', 'b', 'c', 'd'].map((seed, k) =>
      column(
        walk(
          ridge,
          Array.from({ length: 10 }, () => 0.2 + 0.2 * k),
          12_000,
          { seed, warmUp: 5000 },
        ),
        0,
      ),
    );
    expect(splitRHat(chains)).toBeLessThan(1.1);
  });

  it('needs less time for it with a shape to begin with, however small', () => {
    const ridge: Density = (x) => {
      const centre = x.reduce((s, v) => s + v, 0) / 10;
      return -x.reduce((s, v) => s + ((v - centre) / 0.02) ** 2, 0) / 2;
    };
    const covariance = Float64Array.from(
      { length: 100 },
      (_, k) => 1e-12 * (1 + (k % 11 === 0 ? 0.005 : 0)),
    );
    const chains = ['a', 'b', 'c', 'd'].map((seed, k) => {
      const start = Array.from({ length: 10 }, () => 0.2 + 0.2 * k);
      return column(walk(ridge, start, 3000, { seed, warmUp: 1000, covariance }), 0);
    });
    expect(splitRHat(chains)).toBeLessThan(1.1);
  });

  it('is taken up again from logged values to the same bytes', () => {
    const density: Density = ([x, y]) => -50 * (x - 0.9) ** 2 - 10 * y;
    const start = Float64Array.of(0.8, 0.1);
    const options = { start, logDensity: density(start), seed: 'r', warmUp: 100 };
    const whole = new Chain(options);
    const log: number[] = [];
    for (let k = 0; k < 300; k++) {
      log.push(density(whole.ask() ?? start));
      whole.tell(log[k]);
    }
    const again = new Chain(options);
    for (const value of log.slice(0, 120)) {
      again.ask();
      again.tell(value);
    }
    for (let k = 120; k < 300; k++) again.tell(density(again.ask() ?? start));
    expect(again.draws).toEqual(whole.draws);
    expect(again.ask()).toEqual(whole.ask());
    expect(again.steps).toBeGreaterThan(300);
  });

  it('keeps to a number of steps, and takes NaN for nought', () => {
    const chain = walk(([x]) => (x > 0.5 ? NaN : 0), [0.25], 500, { warmUp: 100 });
    expect(chain.steps).toBe(500);
    expect(chain.draws).toHaveLength(400);
    expect(Math.max(...column(chain, 0))).toBeLessThanOrEqual(0.5);
  });

  it('refuses a start that cannot be', () => {
    const options = { logDensity: 0, seed: 's', warmUp: 10 };
    expect(() => new Chain({ ...options, start: Float64Array.of(-0.1) })).toThrow(/inside the box/);
    expect(
      () => new Chain({ ...options, start: Float64Array.of(0.1), logDensity: -Infinity }),
    ).toThrow(/finite/);
    expect(() => new Chain({ ...options, start: Float64Array.of(0.1) }).tell(0)).toThrow(/asked/);
  });
});

describe('split R-hat', () => {
  it('is that of the formula', () => {
    // Halves (1, 2), (3, 4), (2, 3), (4, 5): W = ½, means 1.5, 3.5, 2.5, 4.5 with variance 5/3; √((¼ + 5/3)/½).
    expect(
      splitRHat([
        [1, 2, 3, 4],
        [2, 3, 4, 5],
      ]),
    ).toBeCloseTo(Math.sqrt((0.25 + 5 / 3) / 0.5), 12);
  });

  it('sees a chain that drifts, and chains that stand apart', () => {
    const still = Array.from({ length: 100 }, (_, k) => k % 10);
    expect(splitRHat([still, still])).toBeLessThan(1.01);
    expect(splitRHat([still.map((v, k) => v + k)])).toBeGreaterThan(1.5);
    expect(splitRHat([still, still.map((v) => v + 20)])).toBeGreaterThan(2);
  });

  it('has its edges', () => {
    expect(splitRHat([[1, 2, 3]])).toBeNaN();
    expect(splitRHat([[1, 1, 1, 1]])).toBe(1);
    expect(splitRHat([[1, 1, 2, 2]])).toBe(Infinity);
    expect(() => splitRHat([[1, 2, 3, 4], [1]])).toThrow(/same length/);
    expect(() => splitRHat([])).toThrow(/same length/);
  });
});
