import type { LenderPlan } from '../lenders/plan.ts';
import type { LenderTerms } from '../lenders/pricing-terms.ts';
import type { Market, SeedKey } from '../setup.ts';

/** Constants of how lenders compete and borrowers take one of them, made once a market. */
export interface CompetitionPlan {
  readonly seed: SeedKey;
  readonly lenders: number;
  /** Lenders that a borrower asks, at most. */
  readonly quotes: number;
  readonly terms: LenderTerms;
  /** σ, scale of the taste for one lender over another. */
  readonly sigma: number;
  readonly maxMarkup: number;
  /** Chance to lend to who is refused, in order to learn. */
  readonly exploration: number;
}

export function planCompetition(
  { economy, seed, lenders }: Market,
  { quotes, terms }: LenderPlan,
): CompetitionPlan {
  const { pricing, search } = economy;
  return {
    seed,
    lenders: lenders.length,
    quotes,
    terms,
    sigma: search.tasteForLender,
    maxMarkup: pricing.maxMarkup,
    exploration: pricing.exploration,
  };
}
