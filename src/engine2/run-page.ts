import { pageSize } from '../random/draws.ts';
import { hidden } from './columns/hidden.ts';
import { roll } from './columns/roll.ts';
import { leafSize, leavesPerPage, lenderStride } from './columns/shape.ts';
import { visible } from './columns/visible.ts';
import { furnish } from './files/furnish.ts';
import { readReports } from './files/reports.ts';
import { clearScores, scoreApplicants } from './files/scores.ts';
import { compete } from './lenders/compete.ts';
import { learnFrom } from './lenders/learning-sums.ts';
import { fileLogOdds, offer } from './lenders/offer.ts';
import { expectRecoveries, recovered } from './lenders/price-by-card.ts';
import { scoreFiles } from './lenders/score-files.ts';
import { ask } from './lenders/search.ts';
import { chooseAhead, expectTroubleWith } from './loans/choice.ts';
import { writeContracts } from './loans/contract.ts';
import { listOwing, lookPastToday } from './loans/outlook.ts';
import { ageBook, befall, settle } from './loans/settle.ts';
import { sign } from './loans/sign.ts';
import { sumOpenLoans } from './loans/sums.ts';
import { takeUp, tryContracts } from './loans/take-up.ts';
import { chooseToday } from './loans/today.ts';
import { enrol } from './people/apply.ts';
import { observeBehaviours } from './people/footprint.ts';
import { misreport } from './people/misreport.ts';
import { stepPeople } from './people/step.ts';
import { imagine } from './stake/future.ts';
import { sumOffers, weighOffers } from './stake/offer-worth.ts';
import { reckonStakes, reckonStakesWithAll } from './stake/stakes.ts';
import { followTwins, summonTwins } from './stake/twins.ts';
import type { Conviction, MarketState, WorldState } from './state.ts';
import { tallyTables } from './tally/tables.ts';
import { tally } from './tally/tally.ts';
import { contractToday } from './worlds/contractible-quarter.ts';
import { contractAhead } from './worlds/contractible.ts';
import { estimateByType, priceByType, stakesWith, takeStakes } from './worlds/price-by-type.ts';

/** Steps 1 and 2 of one page, once for all worlds. Touches no other page. */
export function openPage(state: MarketState, page: number, quarter: number): void {
  const { draws, people, moving } = state;
  roll.first = page * pageSize;
  roll.size = Math.min(pageSize, people.n - roll.first);
  stepPeople(moving, draws, people, page, quarter);
}

/** Steps 3 to 11 of one open page in one world. Touches no other page. */
export function runPage(
  state: MarketState,
  world: WorldState,
  page: number,
  quarter: number,
): void {
  const { draws, sharing, lenders, choice, taking, now } = state;
  const { book, motives, records, contractible } = world;
  const twins = world.twins !== undefined;
  if (world.twins) summonTwins(world.twins);
  sumOpenLoans(book, motives, page, quarter, twins);
  enrol(state.applying, draws, page, quarter, twins);
  ask(lenders.search, hidden.home, quarter);
  imagine(state.future, draws, quarter);
  readReports(state.reports, records, book, page, quarter);
  score(state, world, page, quarter);

  if (world.typesVisible) offerToTypes(state, world, quarter);
  else offerByCard(state, world, quarter);

  tryContracts(taking);
  expectTroubleWith(choice, roll.n, book.term);
  const lookAhead = contractible ? contractAhead : chooseAhead;
  lookAhead(choice, roll.n, book.term, book.term, 1, false);
  takeUp(taking, draws, page, quarter);
  if (world.typesVisible) estimateByType();
  weighOffers(taking.taste);

  sign(book, motives, now, sharing.scoreReader, page, quarter);
  listOwing(twins);
  lookPastToday(state.living, book, motives, now, page, quarter, lookAhead);
  const decide = contractible ? contractToday : chooseToday;
  decide(state.living, book, motives, now, page, quarter);
  befall(draws, page, quarter);
  settle(book, now, page, quarter);
  furnish(draws.seed, sharing, records, book, now.wasOpen, page, quarter);
  sum(state, world, page, quarter);
  follow(state, world, page, quarter);
  ageBook(book, page, quarter);
}

/** Steps 5 and 6 where lenders price by card. */
function offerByCard(state: MarketState, world: WorldState, quarter: number): void {
  const { lenders, stake, unaware } = state;
  const { cards, constants, sanctions, book } = world;
  if (state.footprint && state.market.economy.misreporting.share > 0) inflate(state, world);
  offer(lenders, cards.coefficients, constants, quarter);
  writeContracts(book.term);
  believe(state, sanctions, quarter);
  if (unaware) believe(state, unaware, quarter);
  reckonStakes(stake, sanctions.beliefs, unaware?.beliefs);
}

/** Steps 6 and 5 where lenders see types: what is feared of each lender asked comes first, if it moves default at all. */
function offerToTypes(state: MarketState, world: WorldState, quarter: number): void {
  const { lenders, stake, unaware, choice } = state;
  const { sanctions, book, contractible } = world;
  if (!sanctions.posted) believeOwn(state, world);
  believe(state, sanctions, quarter);
  if (unaware) believe(state, unaware, quarter);
  const beliefs = unaware?.beliefs;
  if (contractible) {
    priceByType(choice, lenders.terms, contractAhead, true);
    compete(lenders, quarter, false);
    reckonStakes(stake, sanctions.beliefs, beliefs);
  } else {
    reckonStakesWithAll(stake, sanctions.beliefs, beliefs, stakesWith, lenderStride);
    priceByType(choice, lenders.terms, chooseAhead, false);
    compete(lenders, quarter, false);
    takeStakes();
  }
  writeContracts(book.term);
}

/** Log-odds and recoveries by this world's own cards, by which nobody prices. */
function believeOwn({ lenders }: MarketState, { sanctions }: WorldState): void {
  const { beliefs, scoreReader } = sanctions;
  scoreFiles(beliefs.cards, lenders.classOf.length, scoreReader, beliefs.logOdds);
  expectRecoveries(lenders, beliefs.constants, beliefs.recovered);
}

/** What beliefs that come from elsewhere say of this page's applicants. The quarter's own are in place (`openQuarter`). */
function believe({ lenders }: MarketState, conviction: Conviction, _quarter: number): void {
  if (!conviction.posted) return;
  const { beliefs, scoreReader } = conviction;
  scoreFiles(beliefs.cards, lenders.classOf.length, scoreReader, beliefs.logOdds);
  expectRecoveries(lenders, beliefs.constants, beliefs.recovered);
}

/** The institution's score of each applicant, if it has one. */
function score(state: MarketState, { records }: WorldState, page: number, quarter: number): void {
  const { footprint, draws, people, sharing } = state;
  visible.misreports.fill(0, 0, roll.n);
  if (!footprint) {
    clearScores();
    return;
  }
  observeBehaviours(footprint, draws, people);
  const { ecosystem, records: rules } = sharing;
  scoreApplicants(footprint.score, footprint.shown, ecosystem, rules, records, page, quarter);
}

/** Who can inflate its footprint does where the cards that price make it pay. */
function inflate({ market, lenders, footprint, people }: MarketState, world: WorldState): void {
  if (!footprint) return;
  const { cards, constants } = world;
  scoreFiles(cards.coefficients, lenders.classOf.length, lenders.scoreReader, fileLogOdds);
  expectRecoveries(lenders, constants, recovered);
  misreport(market.economy, lenders, footprint, people, cards.coefficients, constants, fileLogOdds);
}

/** The page's sums, leaf by leaf. */
function sum(state: MarketState, world: WorldState, page: number, quarter: number): void {
  const { lenders } = state;
  const { leafSums, layout, cards, book, motives } = world;
  let from = 0;
  for (let leaf = 0; leaf < leavesPerPage && leaf * leafSize < roll.size; leaf++) {
    const at = (page * leavesPerPage + leaf) * layout.stride;
    learnFrom(
      lenders,
      cards.coefficients,
      book,
      page,
      leaf,
      quarter,
      leafSums,
      at + layout.teaching,
    );
    sumOffers(from, roll.leafOriginals[leaf], leafSums, at + layout.offers);
    from = roll.leafEnd[leaf];
  }
  const at = page * leavesPerPage * layout.stride + layout.ledger;
  tally(state.tally, book, motives, state.now, page, quarter, leafSums, at, layout.stride);
  tallyTables(state.tally, world.tables, world.cells, state.people, book, state.now, page, quarter);
}

/** Step 11: twins. */
function follow(state: MarketState, world: WorldState, page: number, quarter: number): void {
  const { twins, records, book, motives, leafSums, layout } = world;
  if (!twins) return;
  const at = page * leavesPerPage * layout.stride + layout.twins;
  followTwins(
    state.twinning,
    state.draws,
    twins,
    records,
    book,
    motives,
    state.now,
    page,
    quarter,
    leafSums,
    at,
    layout.stride,
  );
}
