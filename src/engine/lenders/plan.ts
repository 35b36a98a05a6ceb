import type { Economy } from '../parameters.ts';
import type { Lender, Market } from '../setup.ts';
import type { Sharing } from '../files/join.ts';
import { planIncomeInference, type IncomeInference } from './inferred-income.ts';
import { priceAtRate, type LenderTerms } from './pricing-terms.ts';
import { referenceBorrowers, type LearningRules } from './learning-rules.ts';

/** Constants of all that lenders do, made once a market. */
export interface LenderPlan {
  readonly terms: LenderTerms;
  /** Lenders that a borrower asks, at most. */
  readonly quotes: number;
  readonly learning: LearningRules;
  readonly income: IncomeInference;
  /** 1 where the lender sees the institution's score. Shape (lenders). */
  readonly scoreReader: Uint8Array;
  /**
   * First lender with the same funding and recovery: what it expects to recover, others of its class do. Shape (lenders).
   */
  readonly classOf: Uint8Array;
}

/** D at the cap, from an annual rate. */
function highestPrice({ pricing, loan }: Economy): number {
  return priceAtRate(pricing.cap / 4, loan.term);
}

export function planLenders(market: Market, sharing: Sharing): LenderPlan {
  const { economy, lenders, borrowers } = market;
  const { pricing, search, scorecard } = economy;
  const column = (of: (lender: Lender) => number) => Float64Array.from(lenders, of);
  return {
    terms: {
      funding: column((l) => l.funding),
      operating: column((l) => l.operating),
      recovery: column((l) => l.recovery),
      fee: sharing.fee,
      collections: economy.loan.collections,
      term: economy.loan.term,
      priceSlope: pricing.priceSlope,
      cap: highestPrice(economy),
    },
    quotes: Math.min(search.quotes, lenders.length),
    learning: {
      decay: scorecard.decay,
      ridge: (scorecard.ridge * borrowers) / referenceBorrowers,
      pool: scorecard.pool,
      stepLimit: scorecard.stepLimit,
      priorIntercept: scorecard.priorIntercept,
    },
    income: planIncomeInference(economy),
    scoreReader: sharing.scoreReader,
    classOf: Uint8Array.from(lenders, (l) =>
      lenders.findIndex((o) => o.funding === l.funding && o.recovery === l.recovery),
    ),
  };
}
