import { teach } from './lenders/learn.ts';
import { updatePriceConstants } from './lenders/pricing-terms.ts';
import { learnedCount, moveBeliefs, post, remember } from './stake/beliefs.ts';
import { enterTotals } from './tally/tally.ts';
import type { Conviction, MarketState, WorldState } from './state.ts';

/** Begins a quarter: what has been learned is in use, and posted. */
export function openQuarter(state: MarketState, world: WorldState, quarter: number): void {
  const { cards, constants, learned, posted, sanctions } = world;
  const { terms } = state.lenders;
  updatePriceConstants(terms, cards.times, constants);
  recall(state, sanctions, quarter);
  if (state.unaware) recall(state, state.unaware, quarter);
  // A world that learns no cards shows those that its sanctions are reckoned with: the actual world's.
  const elsewhere = world.learnsCards ? undefined : sanctions.posted;
  const inUse = elsewhere ? sanctions.beliefs.cards : cards.coefficients;
  const times = elsewhere ? row(elsewhere.times, quarter, terms.term) : cards.times;
  post(posted, quarter, inUse, times, sanctions.beliefs.learned);
  remember(learned, sanctions.beliefs.learned, quarter);
}

/** Beliefs that come from elsewhere: what was in use there in this quarter. */
function recall({ lenders }: MarketState, { beliefs, posted }: Conviction, quarter: number): void {
  if (!posted) return;
  const width = beliefs.cards.length;
  const { term } = lenders.terms;
  beliefs.cards.set(row(posted.cards, quarter, width));
  beliefs.learned.set(row(posted.learned, quarter, learnedCount));
  updatePriceConstants(lenders.terms, row(posted.times, quarter, term), beliefs.constants);
}

/** One quarter's numbers of a table by quarter. */
function row(table: Float64Array, quarter: number, width: number): Float64Array {
  return table.subarray(quarter * width, (quarter + 1) * width);
}

/** Ends a quarter: leaves are added up in their order, lenders and borrowers learn. */
export function closeQuarter(state: MarketState, world: WorldState, quarter: number): void {
  const { leafSums, totals, layout, cards, learned } = world;
  totals.fill(0);
  for (let at = 0; at < leafSums.length; at += layout.stride) {
    for (let k = 0; k < layout.stride; k++) totals[k] += leafSums[at + k];
  }
  enterTotals(state.tally, totals, layout.ledger, quarter, world.sums, world.lenderBooks);
  if (world.learnsCards) {
    teach(state.lenders.learning, cards, totals.subarray(layout.teaching, layout.offers));
  }
  if (world.learnsStakes) {
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
