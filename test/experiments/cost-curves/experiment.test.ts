import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { costCurves } from '../../../src/experiments/cost-curves/experiment.ts';
import { crossedLoss, linearMarket } from '../../../src/experiments/cost-curves/linear-market.ts';
import {
  addApplicant,
  createWillingness,
  marginalCostAt,
  pricesOf,
  takersAt,
} from '../../../src/experiments/cost-curves/willingness.ts';
import { finder } from '../found.ts';
import { economyWith, builtIn, smallMarket } from '../market.ts';

describe('a linear market', () => {
  // Demand 0.6 − 2p, average cost 0.02 + 0.2p: MC = 0.02 + 0.2(−0.3 + 2p) = −0.04 + 0.4p.
  // p = AC at 0.025, p = MC at −1/15; at 0.025 demand exceeds MC by 0.055, and 11/60 of takers are missing.
  const price = [-0.1, -0.05, 0, 0.05, 0.1];
  const asked = Float64Array.of(1000, 2000, 1000, 500, 1000);
  const taken = asked.map((n, k) => n * (0.6 - 2 * price[k]));
  const cost = taken.map((n, k) => n * (0.02 + 0.2 * price[k]));
  const line = linearMarket(price, asked, taken, cost);

  it('has equilibrium, efficient price and loss where the lines cross', () => {
    expect(line.costSlope).toBeCloseTo(0.2, 12);
    expect(line.equilibrium).toBeCloseTo(0.025, 12);
    expect(line.efficient).toBeCloseTo(-1 / 15, 12);
    expect(line.loss).toBeCloseTo((11 / 60) * 0.055 * 0.5, 12);
    expect(line.marginalCost(0)).toBeCloseTo(-0.04, 12);
  });

  it('loses nothing with a flat cost: average is marginal', () => {
    const flat = linearMarket(
      price,
      asked,
      taken,
      taken.map((n) => n * 0.03),
    );
    expect(flat.costSlope).toBeCloseTo(0, 12);
    expect(flat.equilibrium).toBeCloseTo(0.03, 12);
    expect(flat.efficient).toBeCloseTo(0.03, 12);
    expect(flat.loss).toBeCloseTo(0, 12);
  });

  it('also loses by lending too much: selection is advantageous', () => {
    const falling = linearMarket(
      price,
      asked,
      taken,
      taken.map((n, k) => n * (0.02 - 0.2 * price[k])),
    );
    expect(falling.costSlope).toBeCloseTo(-0.2, 12);
    expect(falling.equilibrium).toBeLessThan(falling.efficient);
    expect(falling.loss).toBeGreaterThan(0);
  });

  it('has no equilibrium where cost rises faster than the price', () => {
    const steep = linearMarket(
      price,
      asked,
      taken,
      taken.map((n, k) => n * (0.02 + 1.2 * price[k])),
    );
    expect(steep.equilibrium).toBeNaN();
    expect(steep.loss).toBeNaN();
  });

  it('is not defined without takers', () => {
    const nobody = new Float64Array(5);
    const empty = linearMarket(price, asked, nobody, nobody);
    expect(empty.costSlope).toBeNaN();
    expect(empty.equilibrium).toBeNaN();
  });
});

describe('all applicants by their willingness to pay', () => {
  // Costs beside the grid of prices: where lenders break even exactly, rounding decides, and either answer is right.
  const person = fc.record({
    worth: fc.integer({ min: -400, max: 400 }).map((thousandths) => (thousandths + 0.5) / 1000),
    cost: fc.integer({ min: -300, max: 300 }).map((thousandths) => (thousandths + 0.31) / 1000),
  });

  it('give takers, equilibrium, best price and loss as a search over every price does', () => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 30 }), (people) => {
        const all = createWillingness();
        for (const { worth, cost } of people) addApplicant(all, worth, cost);
        const at = (price: number) => {
          const takers = people.filter(({ worth }) => worth > price);
          const cost = takers.reduce((sum, one) => sum + one.cost, 0);
          return {
            taken: takers.length,
            cost,
            profit: takers.length * price - cost,
            welfare: takers.reduce((sum, one) => sum + one.worth - one.cost, 0),
          };
        };
        const grid = Array.from({ length: 1200 }, (_, k) => (k - 600) / 1000);
        const best = Math.max(0, ...grid.map((price) => at(price).welfare));
        const even = grid.find((price) => at(price).taken > 0 && at(price).profit >= -1e-12);
        const { equilibrium, efficient, loss } = pricesOf(all);
        if (even === undefined) {
          expect(equilibrium).toBeNaN();
          expect(loss).toBeNaN();
        } else {
          expect(equilibrium).toBeGreaterThan(even - 0.0011);
          expect(equilibrium).toBeLessThan(even + 0.0011);
          expect(loss).toBeCloseTo((best - at(even).welfare) / people.length, 9);
        }
        if (best > 1e-9) expect(at(efficient).welfare).toBeCloseTo(best, 9);
        expect(takersAt(all, 0.1).taken).toBe(at(0.1).taken);
        expect(takersAt(all, 0.1).cost).toBeCloseTo(at(0.1).cost, 9);
      }),
      { numRuns: 60 },
    );
  });

  it('cost at the margin what those cost who would leave at a little more', () => {
    const all = createWillingness();
    addApplicant(all, -0.0005, 0.2);
    addApplicant(all, 0.0005, 0.4);
    addApplicant(all, 0.3, 7);
    expect(marginalCostAt(all, 0, 0.01)).toBeCloseTo(0.3, 12);
  });
});

describe('a loss from two halves', () => {
  it('is that of the whole where they agree, and none where their slopes are luck of opposite sign', () => {
    const price = [-0.1, 0, 0.1];
    const asked = Float64Array.of(1000, 1000, 1000);
    const taken = asked.map((n, k) => n * (0.6 - 2 * price[k]));
    const half = (slope: number) =>
      linearMarket(
        price,
        asked,
        taken,
        taken.map((n, k) => n * slope * price[k]),
      );
    expect(crossedLoss(half(0.2), half(0.2))).toBeCloseTo(half(0.2).loss, 15);
    expect(crossedLoss(half(0.1), half(-0.1))).toBeLessThan(0);
    expect(half(-0.1).loss).toBeGreaterThan(0);
  });
});

describe('the cost curves of a market', () => {
  const none = finder(costCurves.observe(smallMarket({ borrowers: 4000 }), builtIn('none')));
  const at = (measure: string) => `cost-curves:${measure}`;

  it('lie on the truth, price by price, and slope down in demand', () => {
    for (const price of [-0.1, 0, 0.1]) {
      const demand = none(at('demand'), 'actual', price);
      expect(Math.abs(demand - none(at('demand-true'), 'actual', price))).toBeLessThan(0.05);
      const cost = none(at('average-cost'), 'actual', price);
      expect(Math.abs(cost - none(at('average-cost-true'), 'actual', price))).toBeLessThan(0.03);
    }
    expect(none(at('demand-true'), 'actual', -0.1)).toBeGreaterThan(
      none(at('demand-true'), 'actual', 0.1),
    );
    expect(Math.abs(none(at('slope')) - none(at('slope-true')))).toBeLessThan(0.2);
    expect(Math.abs(none(at('equilibrium')) - none(at('equilibrium-true')))).toBeLessThan(0.01);
  });

  it('zero law: are flat where types are visible, and nothing is lost', () => {
    expect(none(at('slope-true'), 'types-visible')).toBe(0);
    expect(none(at('equilibrium-true'), 'types-visible')).toBeCloseTo(0, 12);
    expect(none(at('loss-true'), 'types-visible')).toBeCloseTo(0, 12);
    expect(Math.abs(none(at('slope'), 'types-visible'))).toBeLessThan(0.2);
  });

  it('are not defined where nobody is approved', () => {
    const economy = economyWith({ pricing: { cap: 0, exploration: 0 } });
    const find = finder(
      costCurves.observe(smallMarket({ borrowers: 300, economy }), builtIn('none')),
    );
    for (const measure of ['slope', 'equilibrium', 'loss', 'slope-true', 'loss-true']) {
      expect(find(at(measure))).toBeNaN();
    }
    expect(find(at('demand'), 'actual', 0)).toBeNaN();
  });
});
