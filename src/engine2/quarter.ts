import { pageSize } from '../random/draws.ts';
import { hidden } from './columns/hidden.ts';
import { roll } from './columns/roll.ts';
import { leafSize, leavesPerPage } from './columns/shape.ts';
import { visible } from './columns/visible.ts';
import { furnish } from './files/furnish.ts';
import { readReports } from './files/reports.ts';
import { clearScores, scoreApplicants } from './files/scores.ts';
import { teach } from './lenders/learn.ts';
import { learnFrom } from './lenders/learning-sums.ts';
import { updatePriceConstants } from './lenders/pricing-terms.ts';
import { ask } from './lenders/search.ts';
import { expectTroubleWith } from './loans/choice.ts';
import { listOwing, lookPastToday } from './loans/outlook.ts';
import { ageBook, befall, settle } from './loans/settle.ts';
import { sign } from './loans/sign.ts';
import { sumOpenLoans } from './loans/sums.ts';
import { takeUp, tryContracts } from './loans/take-up.ts';
import { recall, row } from './memory/convictions.ts';
import type { MarketState, WorldState } from './memory/market-state.ts';
import { enrol } from './people/apply.ts';
import { observeBehaviours } from './people/footprint.ts';
import { stepPeople } from './people/step.ts';
import { moveBeliefs, post, remember } from './stake/beliefs.ts';
import { imagine } from './stake/future.ts';
import { sumOffers, weighOffers } from './stake/offer-worth.ts';
import { followTwins, summonTwins } from './stake/twins.ts';
import { tallyTables } from './tally/tables.ts';
import { enterTotals, tally } from './tally/tally.ts';
import type { Strategy } from './worlds/strategy.ts';

/** One world that is run: its state, and what is done there in a way of its own. */
export interface RunningWorld {
  readonly state: WorldState;
  readonly strategy: Strategy;
}

/** The threads that share a market, as one of them sees it. */
export interface Crew {
  /** Which of the threads this is: 0 … threads − 1. */
  readonly thread: number;
  readonly threads: number;
  /** Takes the next page, which no other thread will get before all have met; a number past the last if none is left. */
  readonly nextPage: () => number;
  /** Waits until all threads are here; what each wrote before, all can read after. */
  readonly meet: () => void;
}

/** Called after each page of each quarter in each world, with the columns as they stand, to which it must not write. */
export type Observer = (world: WorldState, page: number, quarter: number) => void;

/**
 * One quarter of a market, in all its worlds, in the order of docs/model.md:
 *
 * 1. the macro state moves (`macroPath`, once for all quarters); what lenders and borrowers have learned is in use;
 * 2. capacity, strain and home lender of everybody move;
 * 3. who needs a loan, how large, what they signal, whom they ask;
 * 4. reports are read, footprints are scored;
 * 5. lenders price;
 * 6. borrowers reckon their stakes (before 5 where lenders see types);
 * 7. borrowers choose whether to take the loan;
 * 8. loans are taken;
 * 9. every open loan lives through the quarter;
 * 10. records of loans that ended are written and furnished;
 * 11. twins: surplus, ends, new ones;
 * 12. the vintage that has come of age teaches the scorecards; θ, D_res and t̄ move.
 *
 * Steps 2 to 11 are done page by page; no page needs another. The sums are added up in leaf order, each thread adding
 * some of them, and all learn the same from them, so nothing depends on who did what.
 */
export function runQuarter(
  market: MarketState,
  worlds: readonly RunningWorld[],
  quarter: number,
  crew: Crew,
  observe?: Observer,
): void {
  for (const world of worlds) begin(market, world, quarter); // 1
  eachPage(market, crew, (page) => {
    open(market, page, quarter); // 2
    for (const world of worlds) {
      live(market, world, page, quarter); // 3–11
      observe?.(world.state, page, quarter);
    }
  });
  for (const { state } of worlds) addLeaves(state, crew); // 12
  crew.meet();
  for (const world of worlds) learn(market, world, quarter); // 12
}

/** Visits every page that falls to this thread, and waits for the others. */
export function eachPage(
  { market }: Pick<MarketState, 'market'>,
  { nextPage, meet }: Crew,
  visit: (page: number) => void,
): void {
  const pages = Math.ceil(market.borrowers / pageSize);
  for (let page = nextPage(); page < pages; page = nextPage()) visit(page);
  meet();
}

/** What has been learned is in use, and posted. */
function begin(market: MarketState, { state, strategy }: RunningWorld, quarter: number): void {
  const { cards, constants, learned, posted, sanctions } = state;
  const { lenders, unaware } = market;
  updatePriceConstants(lenders.terms, cards.times, constants);
  recall(lenders, sanctions, quarter);
  if (unaware) recall(lenders, unaware, quarter);
  // A world that learns no cards shows those that its sanctions are reckoned with: the actual world's.
  const elsewhere = strategy.learnsCards ? undefined : sanctions.posted;
  const inUse = elsewhere ? sanctions.beliefs.cards : cards.coefficients;
  const times = elsewhere ? row(elsewhere.times, quarter, lenders.terms.term) : cards.times;
  post(posted, quarter, inUse, times, sanctions.beliefs.learned);
  remember(learned, sanctions.beliefs.learned, quarter);
}

/** Everybody on the page moves on, once for all worlds. */
function open({ draws, people, moving }: MarketState, page: number, quarter: number): void {
  roll.first = page * pageSize;
  roll.size = Math.min(pageSize, people.n - roll.first);
  stepPeople(moving, draws, people, page, quarter); // 2
}

/** The open page in one world, from applications to twins. */
function live(
  market: MarketState,
  { state, strategy }: RunningWorld,
  page: number,
  quarter: number,
): void {
  const { draws, sharing, choice, taking, living, now } = market;
  const { book, motives, records } = state;
  const { term } = book;
  const twins = state.twins !== undefined;
  if (state.twins) summonTwins(state.twins);
  sumOpenLoans(book, motives, page, quarter, twins);
  // 3. Apply
  enrol(market.applying, draws, page, quarter, twins);
  ask(market.lenders.search, hidden.home, quarter);
  imagine(market.future, draws, quarter);
  // 4. Read
  readReports(market.reports, records, book, page, quarter);
  score(market, state, page, quarter);
  // 5, 6. Price, reckon stakes
  strategy.offer(market, state, quarter);
  // 7. Choose
  tryContracts(taking);
  expectTroubleWith(choice, roll.n, term);
  strategy.lookAhead(choice, roll.n, term, term, 1, false);
  takeUp(taking, draws, page, quarter);
  strategy.estimate();
  weighOffers(taking.taste);
  // 8. Sign
  sign(book, motives, now, sharing.scoreReader, page, quarter);
  // 9. Live
  listOwing(twins);
  lookPastToday(living, book, motives, now, page, quarter, strategy.lookAhead);
  strategy.chooseToday(living, book, motives, now, page, quarter);
  befall(draws, page, quarter);
  settle(book, now, page, quarter);
  // 10. Furnish
  furnish(draws.seed, sharing, records, book, now.wasOpen, page, quarter);
  sum(market, state, page, quarter);
  // 11. Follow twins
  follow(market, state, page, quarter);
  ageBook(book, page, quarter);
}

/** The institution's score of each applicant, if it has one; so far nobody inflates its footprint. */
function score(market: MarketState, { records }: WorldState, page: number, quarter: number): void {
  const { footprint, draws, people, sharing } = market;
  visible.misreports.fill(0, 0, roll.n);
  if (!footprint) {
    clearScores();
    return;
  }
  observeBehaviours(footprint, draws, people);
  const { ecosystem, records: rules } = sharing;
  scoreApplicants(footprint.score, footprint.shown, ecosystem, rules, records, page, quarter);
}

/** The page's sums, leaf by leaf. */
function sum(market: MarketState, state: WorldState, page: number, quarter: number): void {
  const { lenders, now, people } = market;
  const { leafSums, layout, cards, book, motives } = state;
  const { stride } = layout;
  let from = 0;
  for (let leaf = 0; leaf < leavesPerPage && leaf * leafSize < roll.size; leaf++) {
    const at = (page * leavesPerPage + leaf) * stride;
    const to = at + layout.teaching;
    learnFrom(lenders, cards.coefficients, book, page, leaf, quarter, leafSums, to);
    sumOffers(from, roll.leafOriginals[leaf], leafSums, at + layout.offers);
    from = roll.leafEnd[leaf];
  }
  const at = page * leavesPerPage * stride + layout.ledger;
  tally(market.tally, book, motives, now, page, quarter, leafSums, at, stride);
  tallyTables(market.tally, state.tables, state.cells, people, book, now, page, quarter);
}

function follow(market: MarketState, state: WorldState, page: number, quarter: number): void {
  const { twinning, draws, now } = market;
  const { twins, records, book, motives, leafSums, layout, learned } = state;
  if (!twins) return;
  const at = page * leavesPerPage * layout.stride + layout.twins;
  const where = { sums: leafSums, at, stride: layout.stride };
  followTwins(twinning, draws, twins, records, book, motives, now, learned, page, quarter, where);
}

/** Adds this thread's share of the sums up over all leaves, in their order, into `totals`. */
function addLeaves({ leafSums, totals }: WorldState, { thread, threads }: Crew): void {
  const stride = totals.length;
  const from = Math.floor((stride * thread) / threads);
  const to = Math.floor((stride * (thread + 1)) / threads);
  totals.fill(0, from, to);
  for (let at = 0; at < leafSums.length; at += stride) {
    for (let k = from; k < to; k++) totals[k] += leafSums[at + k];
  }
}

/** Ends a quarter whose leaves are added up: keeps the sums, lets lenders and borrowers learn. */
function learn(market: MarketState, { state, strategy }: RunningWorld, quarter: number): void {
  const { totals, layout, cards, learned } = state;
  const { economy, borrowers } = market.market;
  enterTotals(market.tally, totals, layout.ledger, quarter, state.sums, state.lenderBooks);
  if (strategy.learnsCards) {
    teach(market.lenders.learning, cards, totals.subarray(layout.teaching, layout.offers));
  }
  if (strategy.learnsStakes) {
    const offers = totals.subarray(layout.offers, layout.twins);
    const lost = totals[layout.twins];
    const foreseen = totals[layout.twins + 1];
    const { prior } = economy.reputation;
    moveBeliefs(learned, offers, lost, foreseen, prior, borrowers, quarter);
  }
}
