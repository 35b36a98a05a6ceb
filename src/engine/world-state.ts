import type { Cards } from './lenders/learn.ts';
import type { PriceConstants } from './lenders/pricing-terms.ts';
import type { LoanQuarter } from './loans/book.ts';
import type { LookAhead } from './loans/choice-plan.ts';
import type { chooseToday } from './loans/today.ts';
import type { World } from './setup.ts';
import type { LearnedState, Posted } from './stake/beliefs.ts';
import type { Conviction, MarketState } from './state.ts';
import type { Tables } from './tally/tables.ts';
import type { WorldMemory } from './world-memory.ts';

/** What differs between the worlds, chosen once for each: no stage of a quarter asks in which world it is. */
export interface Strategy {
  /** Whether lenders learn from the loans of this world; whether borrowers do, by offers and twins. */
  readonly learnsCards: boolean;
  readonly learnsStakes: boolean;
  /** Steps 5 and 6, in the order of this world: lenders price, borrowers reckon their stakes. */
  readonly offer: (market: MarketState, world: WorldState, quarter: number) => void;
  /** How borrowers think a loan through, and choose today. */
  readonly lookAhead: LookAhead;
  readonly chooseToday: typeof chooseToday;
  /** The estimate of the lender that offers, if it is not made with the price. */
  readonly estimate: () => void;
}

/** One world of a market: what happened there, and what its lenders and borrowers learnt. */
export interface WorldState extends WorldMemory {
  readonly world: World;
  /** What is done here in a way of its own. */
  readonly strategy: Strategy;
  /** Scratch of the quarter, for the page at work: all worlds have the same. */
  readonly now: LoanQuarter;
  readonly cards: Cards;
  readonly constants: PriceConstants;
  readonly learned: LearnedState;
  readonly sanctions: Conviction;
  readonly posted: Posted;
  /** What an earlier run of this very world posted, which is in use again instead of being learned. */
  readonly replay: Posted | undefined;
  /** The ledger as it fills: sums (quarters × sums), lenders' sums (lenders × lenderSums) and books, tables. */
  readonly sums: Float64Array;
  readonly lenderBooks: Float64Array;
  /** Shape (quarters × lenders × bookSums). */
  readonly books: Float64Array;
  /** Whether tables are filled. */
  readonly keepsTables: boolean;
  readonly tables: Tables;
}
