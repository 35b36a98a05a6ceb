import { pageSize } from '../random/draws.ts';
import { eachPage, type Crew } from './crew.ts';
import { hidden } from './columns/hidden.ts';
import { roll, rollWriter } from './columns/roll.ts';
import { leafSize, leavesPerPage } from './columns/shape.ts';
import { signalsWriter } from './columns/visible.ts';
import { furnish } from './files/furnish.ts';
import { readReports } from './files/reports.ts';
import { clearScores, scoreApplicants } from './files/scores.ts';
import { addLeaves, closeQuarter, openQuarter } from './learn-quarter.ts';
import { learnFrom } from './lenders/learning-sums.ts';
import { ask } from './people/search.ts';
import type { LookAhead } from './loans/choice-plan.ts';
import { comeOfAge } from './loans/come-of-age.ts';
import { expectTroubleWith } from './loans/trouble.ts';
import { listOwing, lookPastToday } from './loans/outlook.ts';
import { befall, settle } from './loans/settle.ts';
import { sign } from './loans/sign.ts';
import { sumOpenLoans } from './loans/sums.ts';
import { takeUp, tryContracts } from './loans/take-up.ts';
import type { Watch } from './observe/observer.ts';
import { enrol } from './people/apply.ts';
import { observeBehaviours } from './people/footprint.ts';
import { erase, inform } from './phases/acts.ts';
import { stepPeople } from './people/step.ts';
import type { Phase } from './setup.ts';
import { imagine } from './stake/future.ts';
import { sumOffers, weighOffers } from './stake/offer-worth.ts';
import { followTwins, summonTwins } from './stake/twins.ts';
import type { MarketState } from './state.ts';
import { tallyTables } from './tally/tables.ts';
import { tally } from './tally/tally.ts';
import type { WorldState } from './world-state.ts';

/**
 * One quarter of a market, in all its worlds, in the order of docs/model.md:
 *
 * 1. The macro state moves.
 * 2. Capacity, strain and home lender of everybody move (from quarter 1 on).
 * 3. Who needs a loan, how large, what they signal and whom they ask.
 * 4. Reports are read; footprints are scored, and inflated by those whom it pays.
 * 5. Lenders price.
 * 6. Borrowers reckon their stakes.
 * 7. Borrowers choose: the lender, and whether to take the loan; a lender may explore one who is refused.
 * 8. Loans are taken: the book, the outlays of signing and the features are written down.
 * 9. Every open loan lives through the quarter: effort, failure, refusal, payment.
 * 10. Records of loans that ended are written and furnished.
 * 11. Twins: surplus is added, the old ones end, new ones are made, θ is set.
 * 12. The vintage that has come of age teaches the scorecards; then D_res and t̄ move.
 *
 * Where types are visible, 6 comes before 5. Steps 2 to 11 are done page by page; no page needs another. The sums are
 * added up in leaf order, each thread adding some of them, and all learn the same from them, so nothing depends on who did
 * what.
 */
export function runQuarter(
  market: MarketState,
  worlds: readonly WorldState[],
  quarter: number,
  crew: Crew,
  watches: readonly (Watch | undefined)[],
  acts?: Phase,
): void {
  for (const world of worlds) openQuarter(market, world, quarter); // 1
  eachPage(market.market.borrowers, crew, (page) => {
    if (acts?.awareness !== undefined) inform(market.draws, market.people, page, acts.awareness);
    openPage(market, page, quarter); // 2
    worlds.forEach((world, k) => runPage(market, world, page, quarter, watches[k], acts)); // 3–11
  });
  for (const world of worlds) addLeaves(world, crew); // 12
  crew.meet();
  for (const world of worlds) closeQuarter(market, world, quarter); // 12
}

/** Everybody on the page moves on, once for all worlds. */
function openPage({ draws, people, moving }: MarketState, page: number, quarter: number): void {
  rollWriter.first = page * pageSize;
  rollWriter.size = Math.min(pageSize, people.n - roll.first);
  stepPeople(moving, draws, people, page, quarter); // 2
}

/** The open page in one world, from applications to twins. */
function runPage(
  market: MarketState,
  state: WorldState,
  page: number,
  quarter: number,
  watch: Watch | undefined,
  acts: Phase | undefined,
): void {
  const { draws, sharing, taking, living, now } = market;
  const { book, motives, records, strategy } = state;
  rollWriter.twinCount = 0;
  if (state.twins) summonTwins(state.twins, page);
  if (acts?.erase) erase(acts.erase, records, sharing.tiers, page);
  sumOpenLoans(book, motives, now, page, quarter);
  // 3. Apply
  enrol(market.applying, draws, page, quarter);
  ask(market.searching, hidden.home, quarter);
  imagine(market.future, draws, quarter);
  // 4. Read
  readReports(market.reports, records, book, now, page, quarter);
  score(market, state, quarter);
  // 4–6. Footprints are inflated where that pays, by card; price, reckon stakes
  strategy.offer(market, state, quarter);
  // 7. Choose
  tryOffers(market, strategy.lookAhead);
  takeUp(taking, draws, page, quarter);
  strategy.estimate();
  weighOffers(taking.taste);
  if (watch?.applications) {
    watch.applications(page, quarter);
    // The observer may have put other contracts on trial.
    tryOffers(market, strategy.lookAhead);
  }
  // 8. Sign
  sign(book, motives, now, sharing.scoreReader, page, quarter);
  // 9. Live
  listOwing();
  lookPastToday(living, book, motives, now, page, quarter, strategy.lookAhead);
  strategy.chooseToday(living, book, motives, now, page, quarter);
  befall(draws, page, quarter);
  settle(book, now, page, quarter);
  // 10. Furnish
  furnish(draws.seed, sharing, records, book, now, page, quarter);
  sumLeaves(market, state, page, quarter);
  // 11. Follow twins
  follow(market, state, page, quarter);
  watch?.quarterEnd?.(page, quarter);
}

/** What each applicant would do with the contract that it ends with. */
function tryOffers({ choice, taking }: MarketState, lookAhead: LookAhead): void {
  tryContracts(taking);
  expectTroubleWith(choice, roll.n, choice.term);
  lookAhead(choice, roll.n, choice.term, choice.term, 1, false);
}

/** The institution's score of each applicant, if it has one; so far nobody inflates its footprint. */
function score(market: MarketState, { records }: WorldState, quarter: number): void {
  const { footprint, draws, people, sharing } = market;
  signalsWriter.misreports.fill(0, 0, roll.n);
  if (!footprint) {
    clearScores();
    return;
  }
  observeBehaviours(footprint, draws, people);
  const { ecosystem, scoreRecords, scoreFile, fed } = sharing;
  const { struck } = records.tiers[scoreFile];
  const keeper = { ecosystem, rules: scoreRecords, fed, struck };
  scoreApplicants(footprint.score, footprint.shown, keeper, records, quarter);
}

/** The page's sums, leaf by leaf. */
function sumLeaves(market: MarketState, state: WorldState, page: number, quarter: number): void {
  const { lenders, now, people } = market;
  const { leafSums, layout, cards, book, motives } = state;
  const { stride } = layout;
  let from = 0;
  for (let leaf = 0; leaf < leavesPerPage && leaf * leafSize < roll.size; leaf++) {
    const at = (page * leavesPerPage + leaf) * stride;
    const to = at + layout.teaching;
    comeOfAge(book, page, leaf, quarter);
    learnFrom(lenders, cards.coefficients, leafSums, to);
    sumOffers(from, roll.leafOriginals[leaf], leafSums, at + layout.offers);
    from = roll.leafEnd[leaf];
  }
  const at = page * leavesPerPage * stride + layout.ledger;
  tally(market.tally, book, motives, now, page, quarter, leafSums, at, stride);
  if (!state.keepsTables) return;
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
