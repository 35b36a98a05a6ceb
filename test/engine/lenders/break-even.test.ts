import { describe, expect, it } from 'vitest';
import { breakEvenPrice, estimateAt, refusal } from '../../../src/engine/lenders/break-even.ts';
import { breakEvenPrices, pricing } from '../../../src/engine/lenders/break-even-columns.ts';
import {
  createPriceConstants,
  priceAtRate,
  recoveryValue,
  updatePriceConstants,
  type LenderTerms,
} from '../../../src/engine/lenders/pricing-terms.ts';

const terms: LenderTerms = {
  funding: Float64Array.of(0.01, 0.02),
  operating: Float64Array.of(0.041, 0.041),
  recovery: Float64Array.of(0.8, 0.5),
  fee: Float64Array.of(0, 0.002),
  collections: 0.1,
  term: 4,
  priceSlope: 2,
  cap: priceAtRate(0.09, 4),
};
const times = Float64Array.of(3, 2, 4, 1);
const constants = createPriceConstants(terms);
updatePriceConstants(terms, times, constants);

/** The page's formulas, word for word. */
function byThePage(eta: number, collateral: number, j: number, size: number): number {
  const { term, collections, priceSlope, cap } = terms;
  const v = 1 / (1 + terms.funding[j]);
  const lambda = (x: number) => 1 / (1 + Math.exp(-x));
  const total = times.reduce((sum, one) => sum + one, 0);
  const annuity = (x: number) =>
    Array.from({ length: x }, (_, i) => v ** (i + 1)).reduce((a, b) => a + b, 0);
  const instalment = (4 * 0.05) / (1 - 1.05 ** -4) / 4;
  let abar = 0;
  let recovery = 0;
  for (let x = 1; x <= term; x++) {
    const d = times[x - 1] / total;
    abar += d * annuity(x - 1);
    let balance = 0;
    for (let n = 1; n <= term - x + 1; n++) balance += instalment * 1.05 ** -n;
    recovery +=
      d * v ** x * Math.min(terms.recovery[j] * collateral + collections * balance, balance);
  }
  const cost = 1 + terms.operating[j] + terms.fee[j] / size;
  const p = (D: number) => lambda(eta + priceSlope * (D - 1.1));
  const g = (D: number) =>
    (D * ((1 - p(D)) * annuity(term) + p(D) * abar)) / term + p(D) * recovery - cost;
  const slope = (D: number) =>
    ((1 - p(D)) * annuity(term) + p(D) * abar) / term +
    priceSlope * p(D) * (1 - p(D)) * (recovery - (D * (annuity(term) - abar)) / term);
  const bend = (D: number) =>
    priceSlope *
    p(D) *
    (1 - p(D)) *
    (priceSlope * (1 - 2 * p(D)) * (recovery - (D * (annuity(term) - abar)) / term) -
      (2 * (annuity(term) - abar)) / term);
  if (slope(1) <= 1e-3) return Infinity;
  let D =
    1 - (g(1) * slope(1)) / Math.max(slope(1) ** 2 - (g(1) * bend(1)) / 2, 0.75 * slope(1) ** 2);
  for (let step = 1; step <= 6; step++) {
    if (step > 1 && g(D) > -2e-5) return D;
    if (slope(D) <= 1e-3) return Infinity;
    D -= g(D) / slope(D);
    if (D > cap) return Infinity;
  }
  return D;
}

const priceOf = (eta: number, collateral: number, j: number, size: number) =>
  breakEvenPrice(
    eta,
    recoveryValue(terms, constants, j, collateral),
    1 + terms.operating[j] + terms.fee[j] / size,
    constants.paidInFull[j],
    constants.unpaid[j],
    terms.priceSlope,
    terms.cap,
  );

describe('D at a rate', () => {
  it('is 1.2347 at 36 % a year and four quarters, and 1 without interest', () => {
    expect(priceAtRate(0.09, 4)).toBeCloseTo(1.2347, 4);
    expect(priceAtRate(0, 4)).toBe(1);
    expect(priceAtRate(0.1, 1)).toBeCloseTo(1.1, 14);
  });
});

describe('the break-even price', () => {
  it('is the page’s, for cards that lend and cards that refuse', () => {
    let refused = 0;
    let lent = 0;
    for (let eta = -8; eta <= 3; eta += 0.11) {
      for (const collateral of [0, 0.05, 0.3, 2]) {
        for (const j of [0, 1]) {
          for (const size of [0.2, 1, 3]) {
            const expected = byThePage(eta, collateral, j, size);
            const got = priceOf(eta, collateral, j, size);
            if (expected === Infinity) {
              refused++;
              expect(got).toBe(refusal);
            } else {
              lent++;
              expect(got).toBeCloseTo(expected, 12);
            }
          }
        }
      }
    }
    expect(refused).toBeGreaterThan(100);
    expect(lent).toBeGreaterThan(100);
  });

  it('of somebody who never defaults covers money and running cost', () => {
    const v = 1 / 1.01;
    const annuity = v + v ** 2 + v ** 3 + v ** 4;
    expect(priceOf(-700, 0, 0, 1)).toBeCloseTo((1.041 * 4) / annuity, 12);
  });

  it('rises with risk and falls with collateral', () => {
    const prices = [-5, -4, -3, -2.5].map((eta) => priceOf(eta, 0.05, 0, 1));
    for (let k = 1; k < prices.length; k++) expect(prices[k]).toBeGreaterThan(prices[k - 1]);
    expect(priceOf(-3, 0.2, 0, 1)).toBeLessThan(priceOf(-3, 0.1, 0, 1));
  });

  it('records the estimate at the price charged', () => {
    expect(estimateAt(-2, 1.1, 2)).toBeCloseTo(1 / (1 + Math.exp(2)), 14);
    expect(estimateAt(-2, 1.2, 2)).toBeCloseTo(1 / (1 + Math.exp(1.8)), 14);
  });

  it('of many loans at once is that of each, to the bit', () => {
    const n = 1000;
    for (let k = 0; k < n; k++) {
      pricing.logOdds[k] = -7 + (9 * ((k * 617) % n)) / n;
      pricing.recovered[k] = (0.3 * ((k * 31) % 7)) / 7;
      pricing.cost[k] = 1 + 0.1 * ((k % 5) / 5);
      pricing.paidInFull[k] = 0.97 + 0.02 * (k % 2);
      pricing.unpaid[k] = 0.6 + 0.1 * (k % 3);
    }
    for (const slope of [2, 0, 12]) {
      breakEvenPrices(n, slope, 1.3);
      const lent = new Set<boolean>();
      for (let k = 0; k < n; k++) {
        const { logOdds, recovered, cost, paidInFull, unpaid } = pricing;
        const alone = breakEvenPrice(
          logOdds[k],
          recovered[k],
          cost[k],
          paidInFull[k],
          unpaid[k],
          slope,
          1.3,
        );
        expect(pricing.price[k]).toBe(alone);
        lent.add(alone < refusal);
      }
      expect(lent.size).toBe(2);
    }
  });
});
