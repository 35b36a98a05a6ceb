import { sumNames } from './ledger.ts';
import type { MarketState } from './market-state.ts';
import { learn } from './learn.ts';

/** Ends a quarter: adds the leaves up in their order, keeps the sums, lets lenders learn. */
export function closeQuarter(state: MarketState, quarter: number): void {
  const { leafSums, totals, stride, sums, posted, scorecards, market } = state;
  addLeaves(leafSums, totals);
  const ledgerAt = stride - sumNames.length;
  sums.set(totals.subarray(ledgerAt), quarter * sumNames.length);
  posted.set(scorecards.coefficients, quarter * scorecards.coefficients.length);
  if (state.learning) learn(scorecards, market.economy, totals);
}

/** Sums of all leaves, in their order, into `totals`. */
function addLeaves(leafSums: Float64Array, totals: Float64Array): void {
  const stride = totals.length;
  totals.fill(0);
  for (let at = 0; at < leafSums.length; at += stride) {
    for (let k = 0; k < stride; k++) totals[k] += leafSums[at + k];
  }
}
