import { deriveKey, pageSize, perWord, word } from '../random/draws.ts';
import { purposes } from '../random/purposes.ts';
import type { Draws } from './draw.ts';
import { oddsOf, recovered, type LenderCosts } from './lender-costs.ts';
import type { Page } from './page.ts';
import type { Economy } from './parameters.ts';
import { lowestBit } from './records.ts';

/** Constants and working columns of the market for quotes. */
export interface QuotePlan {
  readonly economy: Economy;
  readonly lenders: number;
  readonly costs: LenderCosts;
  /** Key of each lender's draws in this quarter, three words each. */
  readonly keys: Int32Array;
  readonly best: Float64Array;
  readonly second: Float64Array;
  /** Rows without a quote under the cap. */
  readonly refused: Int32Array;
}

export function planQuotes(economy: Economy, lenders: number, costs: LenderCosts): QuotePlan {
  return {
    economy,
    lenders,
    costs,
    keys: new Int32Array(3 * lenders),
    best: new Float64Array(pageSize),
    second: new Float64Array(pageSize),
    refused: new Int32Array(pageSize + 1),
  };
}

/** Odds of default by each lender's scorecard, and the price at which it breaks even on them. */
export function breakEvenPrices(
  costs: LenderCosts,
  page: Page,
  logOdds: Float64Array,
  odds: Float64Array,
  out: Float64Array,
): void {
  const { rowsOf, lookUps, collateral } = page;
  const { logOddsCap } = costs;
  for (let j = 0; j < lookUps.length; j++) {
    const at = j * pageSize;
    const cost = costs.cost[j];
    const recovery = costs.recovery[j];
    for (let k = 0; k < lookUps[j]; k++) {
      const r = rowsOf[at + k];
      const spread = cost - recovered(recovery, collateral[r], cost);
      const o = oddsOf(logOdds[at + r], logOddsCap);
      odds[at + r] = o;
      out[at + r] = cost + spread * o;
    }
  }
}

/** Larger than any price: no quote. */
const noQuote = 1e9;

/**
 * Bertrand competition under asymmetric information: of the lenders asked, the one with the lowest
 * break-even price wins and charges min(cap, max(own, min(second lowest, own + maxMarkup))); without a
 * quote under the cap the borrower is refused. A lender that refuses grants a small share all the same,
 * at the cap, to keep learning (`explore`).
 *
 * Refused rows keep the would-be winner and the cap, for counterfactual outcomes.
 */
export function compete(
  plan: QuotePlan,
  draws: Draws,
  page: Page,
  quarter: number,
  explore: boolean,
): void {
  const { economy, keys, best, second } = plan;
  const { n, index, asked, winner, approved, explored, price, breakEven } = page;
  const { cap, maxMarkup, exploration } = economy.pricing;
  const { quoteNoise } = economy.search;
  deriveKeys(plan, draws, page, quarter, purposes.quoteNoise);
  for (let r = 0; r < n; r++) {
    let lowest = noQuote;
    let next = noQuote;
    let lender = 0;
    for (let left = asked[r]; left !== 0; left &= left - 1) {
      const j = lowestBit(left);
      const draw = word(index[r], keys[3 * j], keys[3 * j + 1], keys[3 * j + 2]) >>> 0;
      const quote = breakEven[j * pageSize + r] + (2 * (draw * perWord) - 1) * quoteNoise;
      if (quote < lowest) {
        next = lowest;
        lowest = quote;
        lender = j;
      } else if (quote < next) {
        next = quote;
      }
    }
    best[r] = lowest;
    second[r] = next;
    winner[r] = lender;
  }
  for (let r = 0; r < n; r++) {
    const own = best[r];
    const rival = second[r] < own + maxMarkup ? second[r] : own + maxMarkup;
    price[r] = rival < cap ? rival : cap;
    approved[r] = Number(own <= cap);
    explored[r] = 0;
  }
  if (explore && exploration > 0) lendToLearn(plan, draws, page, quarter);
}

/** Each lender asked in vain grants a small share of the refused loans, at the cap; the first in line lends. */
function lendToLearn(plan: QuotePlan, draws: Draws, page: Page, quarter: number): void {
  const { keys, refused } = plan;
  const { n, index, asked, winner, approved, explored, price } = page;
  const { cap, exploration } = plan.economy.pricing;
  deriveKeys(plan, draws, page, quarter, purposes.exploration);
  let count = 0;
  for (let r = 0; r < n; r++) {
    refused[count] = r;
    count += 1 - approved[r];
  }
  for (let k = 0; k < count; k++) {
    const r = refused[k];
    for (let left = asked[r]; left !== 0; left &= left - 1) {
      const j = lowestBit(left);
      const draw = word(index[r], keys[3 * j], keys[3 * j + 1], keys[3 * j + 2]) >>> 0;
      if (draw * perWord >= exploration) continue;
      winner[r] = j;
      approved[r] = 1;
      explored[r] = 1;
      price[r] = cap;
      break;
    }
  }
}

/** The keys of all lenders' draws of one purpose. */
function deriveKeys(
  plan: QuotePlan,
  draws: Draws,
  page: Page,
  quarter: number,
  purpose: number,
): void {
  const { keys, lenders } = plan;
  const { key, seed } = draws;
  for (let j = 0; j < lenders; j++) {
    deriveKey(key, seed, page.first / pageSize, quarter, purpose + j);
    keys[3 * j] = key[0];
    keys[3 * j + 1] = key[1];
    keys[3 * j + 2] = key[2];
  }
}
