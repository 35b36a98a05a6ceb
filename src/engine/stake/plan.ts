import type { LenderTerms, PriceConstants } from '../lenders/pricing-terms.ts';
import type { Market } from '../setup.ts';
import { discounts, ownMemory } from './discount.ts';
import type { Future } from './future.ts';
import { markupExpected } from './next-application.ts';
import { sightsOf, type Sight, type StakeSharing } from './sights.ts';

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

/** What of a market the stake needs, made once. */
export interface StakePlan {
  readonly lenders: number;
  readonly future: Future;
  readonly terms: LenderTerms;
  /** First lender with the same funding and recovery, by lender. */
  readonly classOf: Uint8Array;
  /** How a default on a loan of each lender may stand with others, at least one way. */
  readonly sights: readonly (readonly Sight[])[];
  /** What a good record with each lender buys outside credit, in mean loans. */
  readonly perks: Float64Array;
  /** Fee on a loan signed, and whether it reads a score, by lender. */
  readonly fee: Float64Array;
  readonly scoreReader: Uint8Array;
  /** Δ(1, 31). */
  readonly ownWeight: number;
  /** μ̄ and σ, per unit lent. */
  readonly markup: number;
  readonly taste: number;
}

export function planStake(
  market: Market,
  sharing: StakeSharing & Pick<StakePlan, 'fee'>,
  { terms, classOf }: { readonly terms: LenderTerms; readonly classOf: Uint8Array },
  future: Future,
): StakePlan {
  const { economy, lenders } = market;
  const { patience } = economy.behaviour;
  const { tasteForLender } = economy.search;
  const n = lenders.length;
  return {
    lenders: n,
    future,
    terms,
    classOf,
    sights: sightsOf(sharing, n, patience),
    perks: sharing.perks,
    fee: sharing.fee,
    scoreReader: sharing.scoreReader,
    ownWeight: discounts(patience, 1, ownMemory),
    markup: markupExpected(tasteForLender, economy.pricing.maxMarkup),
    taste: tasteForLender,
  };
}
