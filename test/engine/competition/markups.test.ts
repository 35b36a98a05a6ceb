import { describe, expect, it } from 'vitest';
import {
  block,
  blockSize,
  markUpThree,
  markUpTwo,
} from '../../../src/engine/competition/markup-columns.ts';
import { equilibriumMarkups } from '../../../src/engine/competition/markups.ts';

const cap = 1.2347;
const room = new Float64Array(12);

const markupsOf = (prices: readonly number[], sigma = 0.0132, most = 0.097) => {
  const markup = new Float64Array(12);
  equilibriumMarkups(Float64Array.from(prices), prices.length, sigma, most, cap, room, markup);
  return [...markup.subarray(0, prices.length)];
};

/** The page's rounds, word for word. */
function byThePage(prices: readonly number[], sigma = 0.0132, most = 0.097): number[] {
  const k = prices.length;
  if (k === 1) return [most];
  const low = Math.min(...prices);
  let mu = prices.map(() => Math.min(most, (sigma * k) / (k - 1)));
  for (let round = 0; round < 12; round++) {
    const w = prices.map((be, j) => Math.exp(-(Math.min(cap, be + mu[j]) - low) / sigma));
    const sum = w.reduce((a, b) => a + b, 0);
    mu = mu.map((m, j) => 0.65 * m + 0.35 * Math.min(most, sigma / (1 - w[j] / sum)));
  }
  return mu;
}

describe('markups', () => {
  it('take twelve rounds towards the answer to all others', () => {
    for (const prices of [
      [1.1],
      [1.1, 1.1],
      [1.08, 1.13],
      [1.2, 1.09],
      [1.1, 1.11, 1.12],
      [1.2, 1.05, 1.23],
      [1.1, 1.1, 1.1],
      [1.1, 1.12, 1.09, 1.2, 1.15],
    ]) {
      const got = markupsOf(prices);
      byThePage(prices).forEach((expected, j) => expect(got[j]).toBeCloseTo(expected, 12));
    }
  });

  it('are σk/(k − 1) among equals, and the largest for one alone or far ahead', () => {
    expect(markupsOf([1.1, 1.1])).toEqual([0.0264, 0.0264]);
    expect(markupsOf([1.1, 1.1, 1.1])[2]).toBeCloseTo(0.0198, 14);
    expect(markupsOf([1.1])).toEqual([0.097]);
    const [ahead] = markupsOf([1.02, 1.23], 0.0005);
    expect(ahead).toBeGreaterThan(0.09);
    expect(ahead).toBeLessThanOrEqual(0.097);
  });

  it('stay finite at the smallest taste and at none in a price', () => {
    for (const prices of [
      [1, 1.2347],
      [1, 1.1, 1.2],
      [1.2347, 1.2347],
    ]) {
      for (const one of markupsOf(prices, 0.0005)) expect(Number.isFinite(one)).toBe(true);
    }
  });

  it('of many rows at once are those of each', () => {
    const n = 200;
    for (const sigma of [0.0132, 0.0005, 0.05]) {
      for (let i = 0; i < n; i++) {
        block.price[i] = 1 + (0.2347 * ((i * 37) % n)) / n;
        block.price[blockSize + i] = 1 + (0.2347 * ((i * 71) % n)) / n;
        block.price[2 * blockSize + i] = 1 + (0.2347 * ((i * 113) % n)) / n;
      }
      const priceOf = (m: number, i: number) => block.price[m * blockSize + i];
      const markupOf = (m: number, i: number) => block.markup[m * blockSize + i];
      markUpThree(n, sigma, 0.097, cap);
      for (let i = 0; i < n; i++) {
        const alone = markupsOf([priceOf(0, i), priceOf(1, i), priceOf(2, i)], sigma);
        alone.forEach((one, m) => expect(markupOf(m, i)).toBeCloseTo(one, 13));
      }
      markUpTwo(n, sigma, 0.097, cap);
      for (let i = 0; i < n; i++) {
        const alone = markupsOf([priceOf(0, i), priceOf(1, i)], sigma);
        alone.forEach((one, m) => expect(markupOf(m, i)).toBeCloseTo(one, 13));
      }
    }
  });
});
