import { teach, type Cards } from './lenders/learn.ts';
import { updatePriceConstants } from './lenders/pricing-terms.ts';
import { learnedCount, moveBeliefs, post, remember, type Posted } from './stake/beliefs.ts';
import { enterTotals } from './tally/tally.ts';
import type { Crew } from './crew.ts';
import type { Conviction, MarketState } from './state.ts';
import type { WorldState } from './world-state.ts';

/** Begins a quarter: what has been learned is in use, and posted. */
export function openQuarter(state: MarketState, world: WorldState, quarter: number): void {
  const { cards, constants, learned, posted, sanctions, strategy } = world;
  const { terms } = state.lenders;
  if (world.replay) use(world.replay, cards, learned.learned, quarter);
  updatePriceConstants(terms, cards.times, constants);
  recall(state, sanctions, quarter);
  if (state.unaware) recall(state, state.unaware, quarter);
  // A world that learns no cards shows those that its sanctions are reckoned with: the actual world's.
  const elsewhere = strategy.learnsCards ? undefined : sanctions.posted;
  const inUse = elsewhere ? sanctions.beliefs.cards : cards.coefficients;
  const times = elsewhere ? row(elsewhere.times, quarter, terms.term) : cards.times;
  post(posted, quarter, inUse, times, sanctions.beliefs.learned);
  remember(learned, sanctions.beliefs.learned, quarter);
}

/** What this very world had in use when it was run before. */
function use(replay: Posted, cards: Cards, learned: Float64Array, quarter: number): void {
  const { coefficients, times } = cards;
  const width = coefficients.length;
  const term = times.length;
  coefficients.set(row(replay.cards, quarter, width));
  times.set(row(replay.times, quarter, term));
  learned.set(row(replay.learned, quarter, learnedCount));
}

/** Beliefs that come from elsewhere: what was in use there in this quarter. */
function recall({ lenders }: MarketState, { beliefs, posted }: Conviction, quarter: number): void {
  if (!posted) return;
  const { term } = lenders.terms;
  beliefs.cards.set(row(posted.cards, quarter, beliefs.cards.length));
  beliefs.learned.set(row(posted.learned, quarter, learnedCount));
  updatePriceConstants(lenders.terms, row(posted.times, quarter, term), beliefs.constants);
}

/** One quarter's numbers of a table by quarter. */
function row(table: Float64Array, quarter: number, width: number): Float64Array {
  return table.subarray(quarter * width, (quarter + 1) * width);
}

/** Adds this thread's share of the sums up over all leaves, in their order, into `totals`. */
export function addLeaves(world: WorldState, { thread, threads }: Crew): void {
  const { leafSums, totals, layout } = world;
  const { stride } = layout;
  const from = Math.floor((stride * thread) / threads);
  const to = Math.floor((stride * (thread + 1)) / threads);
  totals.fill(0, from, to);
  for (let at = 0; at < leafSums.length; at += stride) {
    for (let k = from; k < to; k++) totals[k] += leafSums[at + k];
  }
}

/** Ends a quarter whose leaves are added up: the ledger is kept, lenders and borrowers learn. */
export function closeQuarter(state: MarketState, world: WorldState, quarter: number): void {
  const { totals, layout, cards, learned, strategy } = world;
  const { sums, lenderBooks, books } = world;
  enterTotals(state.tally, totals, layout.ledger, quarter, sums, lenderBooks, books);
  if (strategy.learnsCards) {
    teach(state.lenders.learning, cards, totals.subarray(layout.teaching, layout.offers));
  }
  if (strategy.learnsStakes) {
    moveBeliefs(
      learned,
      totals.subarray(layout.offers, layout.twins),
      totals[layout.twins],
      totals[layout.twins + 1],
      state.market.economy.reputation.prior,
      state.market.borrowers,
      quarter,
    );
  }
}
