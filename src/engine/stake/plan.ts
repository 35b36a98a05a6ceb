import { Access } from '../../institutions/institution.ts';
import type { LenderTerms, PriceConstants } from '../lenders/pricing-terms.ts';
import type { Market } from '../setup.ts';
import { discounts, ownMemory } from './discount.ts';
import type { Future } from './future.ts';
import { markupExpected } from './next-application.ts';

/**
 * What lender q would see of a loan of lender o once it has ended: bits, 0 = nothing. It is o itself; it sees a default;
 * it sees a repaid loan, which makes a file; a score that it reads tells of a default; a default makes a file.
 */
export const View = { own: 1, negative: 2, full: 4, score: 8, file: 16 } as const;

/** What a borrower believes of the market it will ask next: its own, or the one without sharing. */
export interface Beliefs {
  /** Scorecards. Shape ((lenders + 1) × features). */
  readonly cards: Float64Array;
  /** Present values at the times of default believed in. */
  readonly constants: PriceConstants;
  /** Fee on a loan signed, by lender. */
  readonly fee: Float64Array;
  /** D_res, t̄ and θ, in the order of `Learned`. */
  readonly learned: Float64Array;
  /** Log-odds of person and files by these cards (`scoreFiles`), at lender · lenderStride + row. */
  readonly logOdds: Float64Array;
  /** R̃ by class of lender and row, at class · lenderStride + row. */
  readonly recovered: Float64Array;
}

/** Who shares with whom, as far as the stake needs it (files/join.ts). */
export interface StakeSharing {
  readonly level: Uint8Array;
  readonly scoreReader: Uint8Array;
  readonly ecosystem: Uint8Array;
  readonly perks: Float64Array;
  readonly records: {
    readonly lag: number;
    readonly retentionNegative: number;
    readonly retentionPositive: number;
    readonly threshold: number;
  };
  readonly errors: { readonly missedDefault: number };
}

/** What of a market the stake needs, made once. */
export interface StakePlan {
  readonly lenders: number;
  readonly future: Future;
  readonly terms: LenderTerms;
  /** First lender with the same funding and recovery, by lender. */
  readonly classOf: Uint8Array;
  /** `View` of lender q on a loan of lender o, at [o · lenders + q]. */
  readonly view: Uint8Array;
  /** What a good record with each lender buys outside credit, in mean loans. */
  readonly perks: Float64Array;
  /** Loans smaller than this are not reported. */
  readonly threshold: number;
  /** Δ(1, 31), and (1 − m_d)·Δ(1 + lag, lag + retention). */
  readonly ownWeight: number;
  readonly sharedWeight: number;
  /** μ̄ and σ, per unit lent. */
  readonly markup: number;
  readonly taste: number;
}

export function planStake(
  market: Market,
  sharing: StakeSharing,
  { terms, classOf }: { readonly terms: LenderTerms; readonly classOf: Uint8Array },
  future: Future,
): StakePlan {
  const { economy, lenders } = market;
  const { patience } = economy.behaviour;
  const { lag, retentionNegative, threshold } = sharing.records;
  const { tasteForLender } = economy.search;
  const n = lenders.length;
  const view = new Uint8Array(n * n);
  for (let o = 0; o < n; o++) {
    for (let q = 0; q < n; q++) view[o * n + q] = viewOf(sharing, n, o, q);
  }
  return {
    lenders: n,
    future,
    terms,
    classOf,
    view,
    perks: sharing.perks,
    threshold,
    ownWeight: discounts(patience, 1, ownMemory),
    sharedWeight:
      (1 - sharing.errors.missedDefault) * discounts(patience, 1 + lag, lag + retentionNegative),
    markup: markupExpected(tasteForLender, economy.pricing.maxMarkup),
    taste: tasteForLender,
  };
}

function viewOf(sharing: StakeSharing, n: number, o: number, q: number): number {
  const { retentionNegative, retentionPositive } = sharing.records;
  // Where defaults are kept for no quarter, neither files nor the score ever show one.
  const told = retentionNegative > 0 && sharing.scoreReader[q] && sharing.ecosystem[o];
  const score = told ? View.score : 0;
  if (q === o) return View.own | score;
  const level = sharing.level[q * n + o];
  if (level === Access.none) return score;
  const negative = retentionNegative > 0 ? View.negative : 0;
  if (level === Access.negative) return score | negative;
  const full = retentionPositive > 0 ? View.full : 0;
  const file = retentionNegative > 0 ? View.file : 0;
  return score | negative | full | file;
}
