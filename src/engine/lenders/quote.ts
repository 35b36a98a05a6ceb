import { lowestBit } from '../../math/bits.ts';
import { lower, select } from '../../math/select.ts';
import { pageSize, perWord, word } from '../../random/draws.ts';
import { f64, rowList } from '../columns/layout.ts';
import { roll } from '../columns/roll.ts';
import { termsWriter } from '../columns/terms.ts';
import { scoresWriter, visible } from '../columns/visible.ts';
import type { Economy } from '../parameters.ts';
import { amountAtRisk, breakEvenPrice, oddsOf, type LenderCosts } from './costs.ts';

/** The two lowest quotes of each row. */
const best = f64();
const second = f64();
/** Rows without a quote under the cap. */
const refused = rowList();

/** Larger than any price: no quote. */
const noQuote = 1e9;

/**
 * Odds of default by each lender's scorecard, and the price at which it breaks even on them.
 *
 * @param sanctioning whether these scorecards are the ones that sanction
 */
export function breakEvenPrices(costs: LenderCosts, sanctioning: boolean): void {
  const { rowsOf, lookUps } = roll;
  const { collateral } = visible;
  const { logOdds, odds, breakEven, sanctionLogOdds, sanctionPrice } = scoresWriter;
  const { logOddsCap } = costs;
  for (let j = 0; j < costs.cost.length; j++) {
    const at = j * pageSize;
    const cost = costs.cost[j];
    const recovery = costs.recovery[j];
    for (let k = 0; k < lookUps[j]; k++) {
      const r = rowsOf[at + k];
      const x = logOdds[at + r];
      const o = oddsOf(x, logOddsCap);
      const price = breakEvenPrice(cost, amountAtRisk(cost, recovery, collateral[r]), o);
      odds[at + r] = o;
      breakEven[at + r] = price;
      if (!sanctioning) continue;
      sanctionLogOdds[at + r] = x;
      sanctionPrice[at + r] = price;
    }
  }
}

/**
 * Bertrand competition under asymmetric information: of the lenders asked, the one with the lowest
 * break-even price wins and charges min(cap, max(own, min(second lowest, own + maxMarkup))); without a
 * quote under the cap the borrower is refused.
 *
 * Refused rows keep the would-be winner and the cap, for counterfactual outcomes.
 *
 * @param keys of the noise of each lender's quotes, three words each. Shape (lenders × 3).
 */
export function compete(economy: Economy, keys: Int32Array): void {
  findWinners(economy.search.quoteNoise, keys);
  setPrices(economy.pricing);
}

/** The two lowest quotes, break-even prices with their noise, and whose is the lowest. */
function findWinners(quoteNoise: number, keys: Int32Array): void {
  const { n, index, asked } = roll;
  const { breakEven } = visible;
  const { winner } = termsWriter;
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
  const { n } = roll;
  const { approved, explored, price } = termsWriter;
  for (let r = 0; r < n; r++) {
    const own = best[r];
    price[r] = lower(lower(second[r], own + maxMarkup), cap);
    approved[r] = Number(own <= cap);
    explored[r] = 0;
  }
}

/**
 * A lender that refuses grants a small share all the same, to keep learning, at the price at which it would break even
 * on `explorationPd`, or at the cap if that is lower; the first in line lends. Not at the cap: a burden that few would
 * bear teaches how borrowers fare under it, and keeps shut out who would pay a fair price.
 *
 * @param keys of each lender's draws, three words each. Shape (lenders × 3).
 */
export function lendToLearn(economy: Economy, costs: LenderCosts, keys: Int32Array): void {
  const { cap, exploration, explorationPd } = economy.pricing;
  if (exploration <= 0) return;
  const { index, asked } = roll;
  const { collateral } = visible;
  const { winner, approved, explored, price } = termsWriter;
  const odds = explorationPd / (1 - explorationPd);
  const count = listRefused();
  for (let k = 0; k < count; k++) {
    const r = refused[k];
    for (let left = asked[r]; left !== 0; left &= left - 1) {
      const j = lowestBit(left);
      const draw = word(index[r], keys[3 * j], keys[3 * j + 1], keys[3 * j + 2]) >>> 0;
      if (draw * perWord >= exploration) continue;
      const cost = costs.cost[j];
      const atRisk = amountAtRisk(cost, costs.recovery[j], collateral[r]);
      const fair = breakEvenPrice(cost, atRisk, odds);
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
  const { n } = roll;
  const { approved } = termsWriter;
  let count = 0;
  for (let r = 0; r < n; r++) {
    refused[count] = r;
    count += 1 - approved[r];
  }
  return count;
}

/** The winner's price-setting PD of every applicant, by its scorecard. */
export function estimateByScorecard(costs: LenderCosts): void {
  const { n } = roll;
  const { logOdds, odds } = visible;
  const { winner, estimate, estimateLogOdds } = termsWriter;
  const { logOddsCap } = costs;
  for (let r = 0; r < n; r++) {
    const at = winner[r] * pageSize + r;
    const x = logOdds[at];
    estimate[r] = odds[at] / (1 + odds[at]);
    estimateLogOdds[r] = x < logOddsCap ? x : logOddsCap;
  }
}
