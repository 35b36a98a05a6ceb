import { exp, log } from '../../math/exp.ts';
import type { Sharing } from '../files/join.ts';
import type { Economy } from '../parameters.ts';
import type { Lender } from '../setup.ts';

/** What lenders price with. */
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

/** What a lender recovers of collateral ℓ when it is owed `due`: never more than that. */
export function recovered(recovery: number, collateral: number, due: number): number {
  const value = recovery * collateral;
  return value < due ? value : due;
}

/** What a lender that prices at `cost` loses in a default: cost − min(recovery·ℓ, cost). */
export function amountAtRisk(cost: number, recovery: number, collateral: number): number {
  return cost - recovered(recovery, collateral, cost);
}

/**
 * Price at which a lender breaks even. It solves (1 − p)·D + p·min(recovery·ℓ, D) = cost, so with odds o = p/(1 − p) it
 * is D = cost + (amount at risk)·o.
 */
export function breakEvenPrice(cost: number, atRisk: number, odds: number): number {
  return cost + atRisk * odds;
}

/** Odds of default at these log-odds, capped. */
export function oddsOf(logOdds: number, logOddsCap: number): number {
  return exp(logOdds < logOddsCap ? logOdds : logOddsCap);
}
