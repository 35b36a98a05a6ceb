import { createCards } from './lenders/learn.ts';
import { fileLogOdds } from './lenders/score-files.ts';
import { recovered } from './lenders/price-by-card.ts';
import { createPriceConstants } from './lenders/pricing-terms.ts';
import type { Allocate } from './memory/allocate.ts';
import type { World } from './setup.ts';
import { createLearnedState, createPosted, type Posted } from './stake/beliefs.ts';
import type { Beliefs } from './stake/plan.ts';
import { conviction, type MarketState } from './state.ts';
import { bookSumCount, lenderSumCount, sumCount } from './tally/sum-index.ts';
import { createTables } from './tally/tables.ts';
import { allocateWorld, hasTwins } from './world-memory.ts';
import type { WorldState } from './world-state.ts';
import { strategyOf } from './worlds/strategy.ts';

/** Where a world's cards and stakes come from. */
export interface WorldSources {
  /** What the actual world posted. */
  readonly held?: Posted | undefined;
  /** Every world learns its own stakes, twins included. */
  readonly relearned?: boolean;
  readonly replay?: Posted | undefined;
  /** In the slots of twins there will be shadows, which teach nothing. */
  readonly shadows?: boolean;
  /** Whether tables are kept; if nothing is said, they are. */
  readonly tables?: boolean;
}

/** @throws Error if a world other than the actual one is given nothing posted and does not learn its own */
export function createWorldState(
  { market, room, sharing, files, lenders: plan, tally, now }: MarketState,
  world: World,
  { held, relearned = false, replay, shadows = false, tables = true }: WorldSources,
  allocate: Allocate,
): WorldState {
  const { economy, borrowers, quarters } = market;
  const n = market.lenders.length;
  const { term } = economy.loan;
  const ownSanctions = world === 'actual' || relearned;
  if (!ownSanctions && !held) {
    throw new Error(`world ${world} needs the sanctions that the actual world posted`);
  }
  const learns = ownSanctions && !replay;
  const cards = createCards(plan.learning, n, term, borrowers);
  const constants = createPriceConstants(plan.terms);
  const learned = createLearnedState(quarters);
  const own: Beliefs = {
    cards: cards.coefficients,
    constants,
    fee: sharing.fee,
    learned: learned.learned,
    logOdds: fileLogOdds,
    recovered,
  };
  return {
    ...allocateWorld(market, files, room, shadows || (learns && hasTwins(economy)), allocate),
    world,
    strategy: strategyOf(world, learns, replay !== undefined),
    now,
    cards,
    constants,
    learned,
    sanctions:
      held && !ownSanctions
        ? conviction(plan, held, sharing.fee, sharing.scoreReader)
        : { beliefs: own, posted: undefined, scoreReader: sharing.scoreReader },
    posted: createPosted(quarters, cards.coefficients.length, term),
    replay,
    sums: new Float64Array(quarters * sumCount),
    lenderBooks: new Float64Array(n * lenderSumCount),
    books: new Float64Array(quarters * n * bookSumCount),
    keepsTables: tables,
    tables: createTables(tally),
  };
}
