import type { LenderKindName, Rules } from '../institutions/institution.ts';
import type { Economy } from './parameters.ts';
import type { RateAQuarter, RateAYear } from '../units.ts';

/** One lender of the market. */
export interface Lender {
  readonly id: string;
  readonly kind: LenderKindName;
  /** Share of borrowers' search, 0..1; shares of a market add up to 1. */
  readonly share: number;
  /** Cost of money, a quarter: v = 1/(1 + funding). */
  readonly funding: RateAQuarter;
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

/** Who of those that may contribute does: lender ids, or a share of them (largest first). */
type Participation = number | readonly string[];

/** An institution as one market meets it. */
export interface MarketInstitution {
  readonly rules: Rules;
  /** Default: all. */
  readonly participation?: Participation | undefined;
  /** What changes later, in the order of quarters. Default: nothing ever does. */
  readonly phases?: readonly Phase[] | undefined;
}

/** Whose defaults an act strikes off the shared files. */
export interface Erasure {
  /** Fifths of income in the quarter of the act, 1 (lowest) … 5. Default: all. */
  readonly incomeFifths?: readonly number[] | undefined;
  /** Those with no more defaults on the shared files than this. Default: all. */
  readonly atMost?: number | undefined;
}

/** What changes in a market from one quarter on (model.md §18); all else stays as it was. */
export interface Phase {
  /** Quarter of the run, burn-in counted. */
  readonly from: number;
  /** Quarter from which borrowers reckon with the new rules, after the phase before began. Default: `from`. */
  readonly announced?: number | undefined;
  readonly rules?: Rules | undefined;
  readonly participation?: Participation | undefined;
  /** Quarters before `from` whose records a lender furnishes when it begins to contribute. Default: 0. */
  readonly backfill?: number | undefined;
  /** What is read of a lender that no longer contributes: nothing (default), or what stands on file until it fades. */
  readonly leavers?: 'fade' | undefined;
  /** Share of borrowers who know that lenders share. */
  readonly awareness?: number | undefined;
  /** Highest APR. */
  readonly cap?: RateAYear | undefined;
  /** Added to the macro state in the quarter `from`; it wears off as the state does. */
  readonly shock?: number | undefined;
  readonly erase?: Erasure | undefined;
  /** Lenders get at once the cards that they would have learned by then had the new rules always held. Default: they learn. */
  readonly told?: boolean | undefined;
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

/** Whether the other worlds' sanctions are those that the actual world posted (held) or learnt anew in each. */
export type Sanctions = 'held' | 'relearned';
