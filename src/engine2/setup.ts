import type { LenderKindName, Rules } from '../institutions/institution.ts';
import type { Economy } from './parameters.ts';

/** One lender of the market. */
export interface Lender {
  readonly id: string;
  readonly kind: LenderKindName;
  /** Share of borrowers' search, 0..1; shares of a market add up to 1. */
  readonly share: number;
  /** Cost of money, a quarter: v = 1/(1 + funding). */
  readonly funding: number;
  /** Cost of a loan, per unit lent. */
  readonly operating: number;
  /** Share of the collateral's value that the lender gets, 0..1. */
  readonly recovery: number;
}

/** A 64-bit key of all draws of one replicate, as two unsigned words. */
export type SeedKey = readonly [number, number];

/** Everything about a market but its institution. Plain data: it crosses threads as it is. */
export interface Market {
  readonly borrowers: number;
  /** At least burnIn + term. */
  readonly quarters: number;
  /** Quarters not counted in outcomes, while lenders learn. */
  readonly burnIn: number;
  readonly seed: SeedKey;
  readonly economy: Economy;
  readonly lenders: readonly Lender[];
}

/** An institution as one market meets it. */
export interface Regime {
  readonly rules: Rules;
  /** Who of those that may contribute does: lender ids, or a share of them (largest first). Default: all. */
  readonly participation?: number | readonly string[];
}

/**
 * The four worlds of the decomposition (model.md §8): as it is; types visible to lenders; action
 * contractible; both.
 */
export const worlds = [
  'actual',
  'types-visible',
  'action-contractible',
  'full-information',
] as const;
export type World = (typeof worlds)[number];

/** Whether sanctions of the other worlds are the actual one's, or learned anew in each (docs/model.md, section 8). */
export type Sanctions = 'held' | 'relearned';
