import { sumNames } from './ledger.ts';
import { learn } from './lenders/learn.ts';
import type { WorldState } from './memory/market-state.ts';
import type { Economy } from './parameters.ts';

/**
 * Adds the leaves up in their order, into `totals`; only the sums `from … to − 1`, so that threads can share the work.
 */
export function addLeaves({ leafSums, totals }: WorldState, from: number, to: number): void {
  const stride = totals.length;
  totals.fill(0, from, to);
  for (let at = 0; at < leafSums.length; at += stride) {
    for (let k = from; k < to; k++) totals[k] += leafSums[at + k];
  }
}

/** Begins a quarter: lenders post the scorecards they will use. */
export function openQuarter({ posted, scorecards }: WorldState, quarter: number): void {
  posted.set(scorecards.coefficients, quarter * scorecards.coefficients.length);
}

/** Ends a quarter whose leaves are added up: keeps the sums, lets lenders learn. */
export function closeQuarter(state: WorldState, economy: Economy, quarter: number): void {
  const { totals, sums, scorecards } = state;
  const ledgerAt = totals.length - sumNames.length;
  sums.set(totals.subarray(ledgerAt), quarter * sumNames.length);
  if (state.learning) learn(scorecards, economy, totals);
}
