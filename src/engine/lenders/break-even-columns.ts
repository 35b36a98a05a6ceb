import { either } from '../../math/either.ts';
import { exp } from '../../math/exp.ts';
import { maxRows } from '../columns/shape.ts';
import { enough, leastCurb, leastGain, newtonSteps, offsetPrice, refusal } from './break-even.ts';
import type { TotalRepayment } from '../../units.ts';

/** Loans to be priced, one a place, and their prices: fill the first five (as in `breakEvenPrice`), read the last. */
export const pricing = {
  logOdds: new Float64Array(maxRows),
  recovered: new Float64Array(maxRows),
  cost: new Float64Array(maxRows),
  paidInFull: new Float64Array(maxRows),
  unpaid: new Float64Array(maxRows),
  price: new Float64Array(maxRows),
};

/** Loans that are worked on at once: their columns stay in the nearest cache. */
const blockSize = 256;
/** Less than `enough` by far more than rounding. */
const surely = 0.95 * enough;
/** Those of a block that still look for their price. */
const looking = new Int32Array(blockSize + 1);
/** Places in `pricing` of those that are refused. */
const refused = new Int32Array(blockSize + 1);
/** η − γ·1.1 of a block's loans. */
const base = new Float64Array(blockSize);
/** 1 + e^−(η + γ(D − 1.1)), or 1/p, at the price at hand. */
const perDefault = new Float64Array(blockSize);

/**
 * `breakEvenPrice` of the first n loans of `pricing`, to the bit. Loans are taken through a step together: one loan's steps
 * wait for each other, loans do not; and no number is handed from function to function, which would be stored for it.
 * Loops are short, so that a processor has several loans in hand.
 */
export function breakEvenPrices(n: number, priceSlope: number, cap: TotalRepayment): void {
  for (let from = 0; from < n; from += blockSize) {
    const size = Math.min(blockSize, n - from);
    startBlock(from, size, priceSlope);
    let left = firstStep(from, size, priceSlope, cap);
    for (let step = 1; step < newtonSteps && left > 0; step++) {
      left = nextStep(from, left, priceSlope, cap);
    }
  }
}

/** Halley's step from D = 1; a loan on which a higher price gains nothing is refused by the next one. */
function startBlock(from: number, size: number, priceSlope: number): void {
  const { logOdds, recovered, cost, paidInFull, unpaid, price } = pricing;
  for (let i = 0; i < size; i++) {
    const b = logOdds[from + i] - priceSlope * offsetPrice;
    base[i] = b;
    perDefault[i] = 1 + exp(-(b + priceSlope));
  }
  for (let i = 0; i < size; i++) {
    const k = from + i;
    const u = unpaid[k];
    const p = 1 / perDefault[i];
    const less = recovered[k] - u;
    const value = paidInFull[k] - cost[k] + p * less;
    const steepness = p * (1 - p) * priceSlope;
    const gain = paidInFull[k] - p * u + steepness * less;
    const bend = steepness * (priceSlope * (1 - 2 * p) * less - 2 * u);
    const square = gain * gain;
    const curbed = square - 0.5 * value * bend;
    const least = leastCurb * square;
    const by = either(least, curbed, Number(curbed > least));
    price[k] = gain > leastGain ? 1 - (value * gain) / by : refusal;
  }
}

/**
 * Newton's first step; lists those that go on, and says how many they are.
 *
 * After a step of δ from D, g is at least −½·max|g″|·δ², and |g″| ≤ γ·p(1 − p)·(2u + γ·|R̃ − u·D|), u what is unpaid; between D
 * and D + δ that grows by no more than e^γ|δ| ≤ 1 + 2γ|δ|. Where this says that the next price stands, it is not looked at again.
 */
function firstStep(from: number, size: number, priceSlope: number, cap: TotalRepayment): number {
  const { recovered, cost, paidInFull, unpaid, price } = pricing;
  for (let i = 0; i < size; i++) {
    perDefault[i] = 1 + exp(-(base[i] + priceSlope * price[from + i]));
  }
  let on = 0;
  let off = 0;
  for (let i = 0; i < size; i++) {
    const k = from + i;
    const D = price[k];
    const u = unpaid[k];
    const p = 1 / perDefault[i];
    const less = recovered[k] - D * u;
    const value = D * paidInFull[k] - cost[k] + p * less;
    const steepness = p * (1 - p) * priceSlope;
    const gain = paidInFull[k] - p * u + steepness * less;
    const step = value / gain;
    const next = D - step;
    const far = Math.abs(step);
    const reach = priceSlope * (Math.abs(less) + u * far) + 2 * u;
    const short = 0.5 * steepness * reach * (1 + 2 * priceSlope * far) * step * step;
    const lends = Number(gain > leastGain) & Number(next <= cap);
    price[k] = next;
    // Everyone is listed, and the next one overwrites it unless it goes on, or is refused.
    looking[on] = i;
    on += lends & Number(!(short < surely));
    refused[off] = k;
    off += 1 - lends;
  }
  for (let a = 0; a < off; a++) price[refused[a]] = refusal;
  return on;
}

/** One step more of those that are listed; says how many go on. */
function nextStep(from: number, left: number, priceSlope: number, cap: TotalRepayment): number {
  const { recovered, cost, paidInFull, unpaid, price } = pricing;
  let on = 0;
  for (let a = 0; a < left; a++) {
    const i = looking[a];
    const k = from + i;
    const D = price[k];
    const p = 1 / (1 + exp(-(base[i] + priceSlope * D)));
    const less = recovered[k] - D * unpaid[k];
    const value = D * paidInFull[k] - cost[k] + p * less;
    if (value > -enough) continue;
    const gain = paidInFull[k] - p * unpaid[k] + p * (1 - p) * priceSlope * less;
    const next = D - value / gain;
    const lends = gain > leastGain && next <= cap;
    price[k] = lends ? next : refusal;
    if (lends) looking[on++] = i;
  }
  return on;
}
