import { describe, expect, it } from 'vitest';
import {
  morrisEffects,
  morrisOrder,
  morrisTrajectory,
  orderStability,
} from '../../src/designs/morris.ts';
import { gFunction } from './functions.ts';

const design = (factors: number, count: number, levels?: number) =>
  Array.from({ length: count }, (_, t) => morrisTrajectory(factors, 'design', t, levels));
const run = (trajectories: ReturnType<typeof design>, f: (x: Float64Array) => number) =>
  trajectories.map(({ points }) => Float64Array.from(points, f));

describe('a Morris trajectory', () => {
  it('moves each factor once by Δ, on the grid of its levels', () => {
    for (const levels of [2, 4, 8]) {
      const delta = levels / (2 * (levels - 1));
      for (const { points, moved } of design(7, 20, levels)) {
        expect([...moved].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6]);
        expect(points).toHaveLength(8);
        moved.forEach((factor, k) => {
          points[k].forEach((x, i) => {
            const change = Math.abs(points[k + 1][i] - x);
            expect(change).toBeCloseTo(i === factor ? delta : 0, 12);
            expect(x >= 0 && x <= 1).toBe(true);
            expect(x * (levels - 1)).toBeCloseTo(Math.round(x * (levels - 1)), 12);
          });
        });
      }
    }
  });

  it('visits each level as often, up as often as down', () => {
    const counts = new Float64Array(4);
    let up = 0;
    for (const { points, moved } of design(3, 4000)) {
      counts[Math.round(points[0][1] * 3)] += 1;
      const k = moved.indexOf(1);
      if (points[k + 1][1] > points[k][1]) up += 1;
    }
    for (const count of counts) expect(Math.abs(count - 1000)).toBeLessThan(110);
    expect(Math.abs(up - 2000)).toBeLessThan(130);
  });

  it('refuses odd levels and no factor', () => {
    expect(() => morrisTrajectory(3, 'a', 0, 5)).toThrow(/even number of levels, not 5/);
    expect(() => morrisTrajectory(0, 'a', 0)).toThrow(/need a factor/);
  });
});

describe('elementary effects', () => {
  it('are the slopes of a linear function, with no spread', () => {
    const trajectories = design(3, 6);
    const effects = morrisEffects(
      trajectories,
      run(trajectories, ([a, b]) => 3 * a - 2 * b),
    );
    expect(effects.map(({ mu }) => mu)).toEqual([
      expect.closeTo(3, 12),
      expect.closeTo(-2, 12),
      expect.closeTo(0, 12),
    ]);
    expect(effects.map(({ muStar }) => muStar)[1]).toBeCloseTo(2, 12);
    for (const { sigma, n } of effects) {
      expect(sigma).toBeCloseTo(0, 12);
      expect(n).toBe(6);
    }
  });

  it('of a product have the moments of the other factor', () => {
    // The effect of x₁ in x₁·x₂ is x₂, uniform on {0, ⅓, ⅔, 1}: mean ½, variance 5/36.
    const trajectories = design(2, 4000);
    const [first] = morrisEffects(
      trajectories,
      run(trajectories, ([a, b]) => a * b),
    );
    expect(Math.abs(first.mu - 0.5)).toBeLessThan(0.024);
    expect(Math.abs(first.sigma - Math.sqrt(5) / 6)).toBeLessThan(0.01);
  });

  // Morris (1991), §4: twenty factors of which ten matter; wᵢ = 2 (1.1 x/(x + 0.1) − ½) for i = 3, 5, 7, else 2 (x − ½).
  // β = 20 for the first ten, −15 for pairs of the first six, −10 for triples of the first five, 5 for the first four.
  // The rest are standard normal in the paper; here nought, so that the last ten do nothing.
  it("tell Morris's ten factors that matter from the ten that do not", () => {
    const f = (x: Float64Array) => {
      const w = [...x].map((v, i) =>
        [2, 4, 6].includes(i) ? 2 * ((1.1 * v) / (v + 0.1) - 0.5) : 2 * (v - 0.5),
      );
      let y = w[0] * w[1] * w[2] * w[3] * 5;
      for (let i = 0; i < 10; i++) y += 20 * w[i];
      for (let i = 0; i < 6; i++) for (let j = i + 1; j < 6; j++) y -= 15 * w[i] * w[j];
      for (let i = 0; i < 5; i++)
        for (let j = i + 1; j < 5; j++)
          for (let k = j + 1; k < 5; k++) y -= 10 * w[i] * w[j] * w[k];
      return y;
    };
    const trajectories = design(20, 10);
    const effects = morrisEffects(trajectories, run(trajectories, f));
    expect(
      morrisOrder(effects)
        .slice(0, 10)
        .toSorted((a, b) => a - b),
    ).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    // As in the paper's figure: factors 8, 9 and 10 act alone and in a line (mean 40 = 20 × 2), the first seven with spread.
    for (const i of [7, 8, 9]) {
      expect(effects[i].mu).toBeCloseTo(40, 10);
      expect(effects[i].sigma).toBeCloseTo(0, 10);
    }
    for (const i of [0, 1, 2, 3, 4, 5, 6]) expect(effects[i].sigma).toBeGreaterThan(4);
  });

  it('leave out what is not defined', () => {
    const trajectories = design(2, 3);
    const outputs = run(trajectories, ([a, b]) => a + b);
    outputs[0][1] = NaN;
    const effects = morrisEffects(trajectories, outputs);
    expect(effects.map(({ n }) => n)).toEqual([2, 2]);
    const none = morrisEffects(
      trajectories,
      run(trajectories, () => NaN),
    );
    expect(none[0].muStar).toBeNaN();
    expect(morrisOrder([none[0], effects[1]])).toEqual([1, 0]);
  });
});

describe('the order by half of the trajectories', () => {
  it('is that by all when factors are far apart', () => {
    const a = [0, 1, 4.5, 9, 99, 99, 99, 99];
    const trajectories = design(8, 20);
    const outputs = run(trajectories, (x) =>
      gFunction(
        x.map((v) => v * 0.4),
        a,
      ),
    );
    expect(orderStability(trajectories, outputs, 4)).toEqual({
      all: [0, 1, 2, 3],
      half: [0, 1, 2, 3],
      shared: 4,
      sameOrder: true,
    });
  });

  it('is another when nothing but noise is there', () => {
    const trajectories = design(30, 10);
    const outputs = run(
      trajectories,
      (x) => (x.reduce((s, v, i) => s + v * i * 7919, 0) * 100) % 1,
    );
    const { sameOrder, shared } = orderStability(trajectories, outputs);
    expect(sameOrder).toBe(false);
    expect(shared).toBeLessThan(10);
  });
});
