import { roll } from '../columns/roll.ts';
import { maxRows } from '../columns/shape.ts';
import { terms, termsWriter } from '../columns/terms.ts';
import { visible } from '../columns/visible.ts';
import type { RateAQuarter, TotalRepayment } from '../../units.ts';

const steps = 8;
/** Up to so much above 1 a price is of no rate: Newton's derivative would be rounding error. */
const leastMarkup = 1e-6;
/** A change of the rate, as a share of it, after which no step changes more than its 13th digit: each squares the error. */
const settled = 3e-7;

/**
 * ρ, the rate a quarter at which T instalments of D/T per unit lent are worth 1: Newton steps on D = Tρ/(1 − (1 + ρ)^−T), eight
 * at most; D − 1 if T = 1; 0 up to D = 1 + 10⁻⁶, where Newton's derivative would be rounding error.
 *
 * They begin at the series of ρ in y = 1 − 1/D, 2y/(T + 1) + 4(T + 2)y²/3(T + 1)² + …, its tail taken for a geometric one.
 */
export function contractRate(price: TotalRepayment, term: number): RateAQuarter {
  if (price <= 1 + leastMarkup) return 0;
  if (term === 1) return price - 1;
  let rate = firstRate(price, term);
  for (let step = 0; step < steps; step++) {
    const factor = 1 / (1 + rate);
    let worth = 1;
    for (let n = 0; n < term; n++) worth *= factor;
    const annuity = 1 - worth;
    const value = (term * rate) / annuity;
    const slope = (term * (annuity - rate * term * worth * factor)) / (annuity * annuity);
    const change = (value - price) / slope;
    rate -= change;
    if (change < settled * rate && change > -settled * rate) break;
  }
  return rate;
}

function firstRate(price: number, term: number): number {
  const y = 1 - 1 / price;
  const first = 2 / (term + 1);
  const second = (first * first * (term + 2)) / 3;
  const ratio = (first * (5 * term + 7)) / 12;
  return y * (first + (y * second) / (1 - y * ratio));
}

/** B_n: balance with n instalments left. */
export function balanceOf(instalment: number, rate: RateAQuarter, left: number): number {
  const discount = 1 / (1 + rate);
  let balance = 0;
  for (let n = 0; n < left; n++) balance = (balance + instalment) * discount;
  return balance;
}

/** Rows whose rate is still sought. One more: lists are branch-free. */
const moving = new Int32Array(maxRows + 1);

/** Instalment and rate (`contractRate`, to the bit) of every row's contract: all rows take a step together. */
export function writeContracts(term: number): void {
  const { n } = roll;
  const { price } = terms;
  const { instalment, rate } = termsWriter;
  const { size } = visible;
  let left = 0;
  for (let r = 0; r < n; r++) {
    instalment[r] = (price[r] * size[r]) / term;
    rate[r] = 0;
    if (price[r] <= 1 + leastMarkup) continue;
    rate[r] = term === 1 ? price[r] - 1 : firstRate(price[r], term);
    moving[left++] = r;
  }
  if (term === 1) return;
  for (let step = 0; step < steps && left > 0; step++) left = moveRates(left, term);
}

/** One of Newton's steps for the rows that are listed; says how many go on. */
function moveRates(left: number, term: number): number {
  const { price } = terms;
  const { rate } = termsWriter;
  let on = 0;
  for (let k = 0; k < left; k++) {
    const r = moving[k];
    const before = rate[r];
    const factor = 1 / (1 + before);
    let worth = 1;
    for (let n = 0; n < term; n++) worth *= factor;
    const annuity = 1 - worth;
    const value = (term * before) / annuity;
    const slope = (term * (annuity - before * term * worth * factor)) / (annuity * annuity);
    const change = (value - price[r]) / slope;
    const after = before - change;
    rate[r] = after;
    moving[on] = r;
    on += Number(!(Math.abs(change) < settled * after));
  }
  return on;
}
