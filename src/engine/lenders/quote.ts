import * as selecting from '../../math/select.ts';
import * as drawing from '../../random/draws.ts';
import { purposes } from '../../random/purposes.ts';
import type { Draws } from '../people/draw.ts';
import type { LenderCosts } from './costs.ts';
import * as lending from './costs.ts';
import { maxLenders, workingPage } from '../columns/page.ts';
import type { Economy } from '../parameters.ts';
import * as filing from '../files/records.ts';

/** Constants of this module, for its loops (see `workingPage`). */
const page = workingPage;
const { deriveKey, pageSize, perWord, word } = drawing;
const { lower, select } = selecting;
const { oddsOf, recovered } = lending;
const { lowestBit } = filing;

/** Key of each lender's draws in this quarter, three words each. */
const keys = new Int32Array(3 * maxLenders);
/** The two lowest quotes of each row. */
const best = new Float64Array(pageSize);
const second = new Float64Array(pageSize);
/** Rows without a quote under the cap. */
const refused = new Int32Array(pageSize + 1);

/**
 * Odds of default by each lender's scorecard, and the price at which it breaks even on them.
 *
 * @param sanctioning whether these scorecards are the ones that sanction
 */
export function breakEvenPrices(costs: LenderCosts, sanctioning: boolean): void {
  const { rowsOf, lookUps, collateral, logOdds, odds, breakEven } = page;
  const { sanctionLogOdds, sanctionPrice } = page;
  const { logOddsCap } = costs;
  for (let j = 0; j < costs.cost.length; j++) {
    const at = j * pageSize;
    const cost = costs.cost[j];
    const recovery = costs.recovery[j];
    for (let k = 0; k < lookUps[j]; k++) {
      const r = rowsOf[at + k];
      const spread = cost - recovered(recovery, collateral[r], cost);
      const x = logOdds[at + r];
      const o = oddsOf(x, logOddsCap);
      odds[at + r] = o;
      breakEven[at + r] = cost + spread * o;
      if (!sanctioning) continue;
      sanctionLogOdds[at + r] = x;
      sanctionPrice[at + r] = cost + spread * o;
    }
  }
}

/** Larger than any price: no quote. */
const noQuote = 1e9;

/**
 * Bertrand competition under asymmetric information: of the lenders asked, the one with the lowest
 * break-even price wins and charges min(cap, max(own, min(second lowest, own + maxMarkup))); without a
 * quote under the cap the borrower is refused. A lender that refuses grants a small share all the same, to keep
 * learning (`explore`), at the price at which it would break even on `explorationPd`, or at the cap if that is lower.
 *
 * Refused rows keep the would-be winner and the cap, for counterfactual outcomes.
 */
export function compete(
  economy: Economy,
  costs: LenderCosts,
  draws: Draws,
  quarter: number,
  explore: boolean,
): void {
  const { exploration } = economy.pricing;
  deriveKeys(draws, costs.cost.length, quarter, purposes.quoteNoise);
  findWinners(economy.search.quoteNoise);
  setPrices(economy.pricing);
  if (explore && exploration > 0) lendToLearn(economy, costs, draws, quarter);
}

/** The two lowest quotes, break-even prices with their noise, and whose is the lowest. */
function findWinners(quoteNoise: number): void {
  const { n, index, asked, winner, breakEven } = page;
  for (let r = 0; r < n; r++) {
    let lowest = noQuote;
    let next = noQuote;
    let lender = 0;
    for (let left = asked[r]; left !== 0; left &= left - 1) {
      const j = lowestBit(left);
      const draw = word(index[r], keys[3 * j], keys[3 * j + 1], keys[3 * j + 2]) >>> 0;
      const quote = breakEven[j * pageSize + r] + (2 * (draw * perWord) - 1) * quoteNoise;
      const wins = Number(quote < lowest);
      const loser = select(wins, lowest, quote);
      lowest = select(wins, quote, lowest);
      next = lower(loser, next);
      lender += wins * (j - lender);
    }
    best[r] = lowest;
    second[r] = next;
    winner[r] = lender;
  }
}

/** What the winner charges, and whether it lends at all. */
function setPrices({ cap, maxMarkup }: Economy['pricing']): void {
  const { n, approved, explored, price } = page;
  for (let r = 0; r < n; r++) {
    const own = best[r];
    price[r] = lower(lower(second[r], own + maxMarkup), cap);
    approved[r] = Number(own <= cap);
    explored[r] = 0;
  }
}

/**
 * Each lender asked in vain grants a small share of the refused loans; the first in line lends. Not at the cap: a
 * burden that few would bear teaches how borrowers fare under it, and keeps shut out who would pay a fair price.
 */
function lendToLearn(economy: Economy, costs: LenderCosts, draws: Draws, quarter: number): void {
  const { index, asked, winner, approved, explored, price, collateral } = page;
  const { cap, exploration, explorationPd } = economy.pricing;
  const odds = explorationPd / (1 - explorationPd);
  deriveKeys(draws, costs.cost.length, quarter, purposes.exploration);
  const count = listRefused();
  for (let k = 0; k < count; k++) {
    const r = refused[k];
    for (let left = asked[r]; left !== 0; left &= left - 1) {
      const j = lowestBit(left);
      const draw = word(index[r], keys[3 * j], keys[3 * j + 1], keys[3 * j + 2]) >>> 0;
      if (draw * perWord >= exploration) continue;
      const cost = costs.cost[j];
      const fair = cost + (cost - recovered(costs.recovery[j], collateral[r], cost)) * odds;
      winner[r] = j;
      approved[r] = 1;
      explored[r] = 1;
      price[r] = fair < cap ? fair : cap;
      break;
    }
  }
}

/** Lists the rows without a quote under the cap; says how many. */
function listRefused(): number {
  const { n, approved } = page;
  let count = 0;
  for (let r = 0; r < n; r++) {
    refused[count] = r;
    count += 1 - approved[r];
  }
  return count;
}

/** The keys of all lenders' draws of one purpose. */
function deriveKeys(draws: Draws, lenders: number, quarter: number, purpose: number): void {
  const { key, seed } = draws;
  for (let j = 0; j < lenders; j++) {
    deriveKey(key, seed, page.first / pageSize, quarter, purpose + j);
    keys[3 * j] = key[0];
    keys[3 * j + 1] = key[1];
    keys[3 * j + 2] = key[2];
  }
}
