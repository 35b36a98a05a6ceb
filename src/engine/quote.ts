import { pageSize } from '../random/draws.ts';
import { deriveKey, perWord, word } from '../random/draws.ts';
import { purposes } from '../random/purposes.ts';
import {
  chooseByContract,
  choosePrivately,
  createChoice,
  type Primitives,
} from './borrower-choice.ts';
import type { Draws } from './draw.ts';
import { oddsOf, recovered, type LenderCosts } from './lender-costs.ts';
import type { Page } from './page.ts';
import type { Economy } from './parameters.ts';

/** Constants and working columns of the market for quotes. */
export interface QuotePlan {
  readonly economy: Economy;
  readonly lenders: number;
  readonly costs: LenderCosts;
  /** Per lender: break-even price of every applicant. */
  readonly breakEven: Float64Array;
  readonly best: Float64Array;
  readonly second: Float64Array;
}

export function planQuotes(economy: Economy, lenders: number, costs: LenderCosts): QuotePlan {
  return {
    economy,
    lenders,
    costs,
    breakEven: new Float64Array(pageSize * lenders),
    best: new Float64Array(pageSize),
    second: new Float64Array(pageSize),
  };
}

/** Break-even prices by the lenders' own scorecards. */
export function priceByScorecard(plan: QuotePlan, page: Page): void {
  const { costs, lenders, breakEven } = plan;
  const { n, collateral, logOdds } = page;
  for (let j = 0; j < lenders; j++) {
    const at = j * pageSize;
    const cost = costs.cost[j];
    const recovery = costs.recovery[j];
    for (let r = 0; r < n; r++) {
      const spread = cost - recovered(recovery, collateral[r], cost);
      breakEven[at + r] = cost + spread * oddsOf(logOdds[at + r], costs.logOddsCap);
    }
  }
}

/** Prices closer than this to the fixed point count as it. In principals. */
export const fixedPointTolerance = 1e-6;
const iterationLimit = 500;

/**
 * Break-even prices of lenders who see each borrower's type (worlds S and F): the lowest D at which the
 * lender breaks even on the true PD that D itself brings about.
 *
 * D ← break-even(PD(D)) rises from PD = 0, since PD rises with D, so it stops at the lowest solution or
 * passes the cap. Needs `stakeBy`.
 */
export function priceByType(plan: QuotePlan, page: Page, contractible: boolean): void {
  const { economy, costs, lenders, breakEven } = plan;
  const { n, asked, collateral, hazardOdds, stakeBy } = page;
  const { cap, pdCap } = economy.pricing;
  const choice = createChoice();
  const borrower: Primitives = { value: 0, stigma: 0, collateral: 0, stake: 0 };
  for (let j = 0; j < lenders; j++) {
    const at = j * pageSize;
    const cost = costs.cost[j];
    const recovery = costs.recovery[j];
    for (let r = 0; r < n; r++) {
      if ((asked[r] & (1 << j)) === 0) continue;
      const back = recovered(recovery, collateral[r], cost);
      borrower.value = page.value[r];
      borrower.stigma = page.stigma[r];
      borrower.collateral = collateral[r];
      borrower.stake = stakeBy[at + r];
      let price = cost;
      for (let k = 0; k < iterationLimit; k++) {
        if (contractible) {
          const lost = collateral[r] - recovered(recovery, collateral[r], price);
          chooseByContract(economy, hazardOdds[r], borrower, price, lost, choice);
        } else {
          choosePrivately(economy, hazardOdds[r], borrower, price, choice);
        }
        const pd = choice.pd < pdCap ? choice.pd : pdCap;
        const next = cost + ((cost - back) * pd) / (1 - pd);
        const done = next - price < fixedPointTolerance || next > cap;
        price = next;
        if (done) break;
      }
      breakEven[at + r] = price;
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
  const { economy, lenders, breakEven, best, second } = plan;
  const { n, index, asked, winner, approved, explored, price } = page;
  const { cap, maxMarkup, exploration } = economy.pricing;
  const { quoteNoise } = economy.search;
  const { key } = draws;
  const pageNumber = page.first / pageSize;
  best.fill(noQuote, 0, n);
  second.fill(noQuote, 0, n);
  explored.fill(0, 0, n);
  for (let j = 0; j < lenders; j++) {
    deriveKey(key, draws.seed, pageNumber, quarter, purposes.quoteNoise + j);
    const k0 = key[0];
    const k1 = key[1];
    const k2 = key[2];
    const at = j * pageSize;
    for (let r = 0; r < n; r++) {
      const noise = (2 * ((word(index[r], k0, k1, k2) >>> 0) * perWord) - 1) * quoteNoise;
      const quote = (asked[r] >>> j) & 1 ? breakEven[at + r] + noise : noQuote;
      const lower = quote < best[r];
      second[r] = lower ? best[r] : quote < second[r] ? quote : second[r];
      winner[r] = lower ? j : winner[r];
      best[r] = lower ? quote : best[r];
    }
  }
  for (let r = 0; r < n; r++) {
    const own = best[r];
    const rival = second[r] < own + maxMarkup ? second[r] : own + maxMarkup;
    price[r] = rival < cap ? rival : cap;
    approved[r] = own <= cap ? 1 : 0;
  }
  if (!explore || exploration <= 0) return;
  for (let j = lenders - 1; j >= 0; j--) {
    deriveKey(key, draws.seed, pageNumber, quarter, purposes.exploration + j);
    const k0 = key[0];
    const k1 = key[1];
    const k2 = key[2];
    for (let r = 0; r < n; r++) {
      if (best[r] <= cap || ((asked[r] >>> j) & 1) === 0) continue;
      if ((word(index[r], k0, k1, k2) >>> 0) * perWord >= exploration) continue;
      winner[r] = j;
      approved[r] = 1;
      explored[r] = 1;
      price[r] = cap;
    }
  }
}
