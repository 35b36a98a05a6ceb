import { sumNames } from './ledger.ts';
import { learn } from './learn.ts';
import type { MarketState } from './market-state.ts';

/**
 * Adds the leaves up in their order, into `totals`; only the sums `from … to − 1`, so that threads can share the work.
 */
export function addLeaves({ leafSums, totals }: MarketState, from: number, to: number): void {
  const stride = totals.length;
  totals.fill(0, from, to);
  for (let at = 0; at < leafSums.length; at += stride) {
    for (let k = from; k < to; k++) totals[k] += leafSums[at + k];
  }
}

/** Ends a quarter whose leaves are added up: keeps the sums, lets lenders learn. */
export function closeQuarter(state: MarketState, quarter: number): void {
  const { totals, sums, posted, scorecards, market } = state;
  const ledgerAt = totals.length - sumNames.length;
  sums.set(totals.subarray(ledgerAt), quarter * sumNames.length);
  posted.set(scorecards.coefficients, quarter * scorecards.coefficients.length);
  if (state.learning) learn(scorecards, market.economy, totals);
}
