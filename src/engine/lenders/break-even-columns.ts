import { exp } from '../../math/exp.ts';
import { maxRows } from '../columns/shape.ts';
import { enough, leastGain, newtonSteps, offsetPrice } from './break-even.ts';

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
/** η − γ·1.1 of a block's loans. */
const base = new Float64Array(blockSize);
/** 1 for those that no price under the cap covers. */
const refused = new Uint8Array(blockSize);

/**
 * `breakEvenPrice` of the first n loans of `pricing`, to the bit. Loans are taken through a Newton step together: one loan's
 * steps wait for each other, loans do not; and no number is handed from function to function, which would be stored for it.
 */
export function breakEvenPrices(n: number, priceSlope: number, cap: number): void {
  for (let from = 0; from < n; from += blockSize) {
    const size = Math.min(blockSize, n - from);
    startBlock(from, size, priceSlope);
    let left = size;
    for (let step = 0; step < newtonSteps && left > 0; step++) {
      left = stepBlock(from, left, priceSlope, cap);
    }
    endBlock(from, size, left, cap);
  }
}

/** Prices for p at D = 1. */
function startBlock(from: number, size: number, priceSlope: number): void {
  const { logOdds, recovered, cost, paidInFull, unpaid, price } = pricing;
  for (let i = 0; i < size; i++) {
    const k = from + i;
    const b = logOdds[k] - priceSlope * offsetPrice;
    const p = 1 / (1 + exp(-(b + priceSlope)));
    base[i] = b;
    price[k] = (cost[k] - p * recovered[k]) / (paidInFull[k] - p * unpaid[k]);
    looking[i] = i;
  }
}

/**
 * One step of those that still look; says how many go on.
 *
 * After a step of δ from D, g is at least −½·max|g″|·δ², and |g″| ≤ γ·p(1 − p)·(2u + γ·|R̃ − u·D|), u what is unpaid; between D
 * and D + δ that grows by no more than e^γδ ≤ 1 + 2γδ. Where this says that the next price stands, it is not looked at again.
 */
function stepBlock(from: number, left: number, priceSlope: number, cap: number): number {
  const { recovered, cost, paidInFull, unpaid, price } = pricing;
  let on = 0;
  for (let a = 0; a < left; a++) {
    const i = looking[a];
    const k = from + i;
    const D = price[k];
    const u = unpaid[k];
    const p = 1 / (1 + exp(-(base[i] + priceSlope * D)));
    const perPrice = paidInFull[k] - p * u;
    const value = D * perPrice + p * recovered[k] - cost[k];
    const steepness = p * (1 - p) * priceSlope;
    const less = recovered[k] - D * u;
    const gain = perPrice + steepness * less;
    const within = Number(D <= cap);
    const falls = Number(!(value > -enough));
    const rises = Number(gain > leastGain);
    const moves = within & falls & rises;
    const step = value / (rises * gain + (1 - rises));
    const next = D - moves * step;
    const reach = priceSlope * (less < 0 ? -less : less) + (2 - priceSlope * step) * u;
    const short = 0.5 * steepness * reach * (1 - 2 * priceSlope * step) * step * step;
    const sure = Number(short < surely);
    const goes = moves & (1 - sure);
    // Everyone is listed, and the next one overwrites it unless it goes on: a branch would be guessed wrong too often.
    looking[on] = i;
    on += goes;
    price[k] = next;
    refused[i] = 1 - (within & ((1 - falls) | rises) & (goes | Number(next <= cap)));
  }
  return on;
}

/** After the last step a price stands if it lies under the cap. */
function endBlock(from: number, size: number, left: number, cap: number): void {
  const { price } = pricing;
  for (let a = 0; a < left; a++) {
    const i = looking[a];
    refused[i] = Number(!(price[from + i] <= cap));
  }
  for (let i = 0; i < size; i++) {
    if (refused[i] === 1) price[from + i] = Infinity;
  }
}
