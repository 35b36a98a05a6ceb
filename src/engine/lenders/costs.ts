import * as exponentials from '../../math/exp.ts';
import type { Sharing } from '../files/join.ts';
import type { Economy } from '../parameters.ts';
import type { Lender } from '../setup.ts';

/** Constants of this module, for its loops (see `workingPage`). */
const { exp, log } = exponentials;

/**
 * What lenders price with. The break-even price solves (1 − p)·D + p·min(recovery·ℓ, D) = cost, so with
 * odds o = p/(1 − p) and recovered = min(recovery·ℓ, cost) it is D = cost + (cost − recovered)·o.
 */
export interface LenderCosts {
  /** 1 + funding + operating + report fee. Shape (lenders). */
  readonly cost: Float64Array;
  readonly recovery: Float64Array;
  /** Largest log-odds that a lender reckons with, from `pricing.pdCap`. */
  readonly logOddsCap: number;
}

export function lenderCosts(
  economy: Economy,
  lenders: readonly Lender[],
  sharing: Sharing,
): LenderCosts {
  const { pdCap } = economy.pricing;
  return {
    cost: Float64Array.from(lenders, (l, j) => 1 + l.funding + l.operating + sharing.fee[j]),
    recovery: Float64Array.from(lenders, (l) => l.recovery),
    logOddsCap: log(pdCap / (1 - pdCap)),
  };
}

/** What a lender recovers of collateral ℓ when it prices at `cost`: never more than it is owed. */
export function recovered(recovery: number, collateral: number, cost: number): number {
  const value = recovery * collateral;
  return value < cost ? value : cost;
}

/** Odds of default at these log-odds, capped. */
export function oddsOf(logOdds: number, logOddsCap: number): number {
  return exp(logOdds < logOddsCap ? logOdds : logOddsCap);
}
