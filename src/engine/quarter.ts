import { purposes } from '../random/purposes.ts';
import { leafSize, leavesPerPage, maxLenders } from './columns/layout.ts';
import { observedPage, type ObservedPage } from './columns/observed.ts';
import { outcome } from './columns/outcome.ts';
import { roll } from './columns/roll.ts';
import { furnish } from './files/furnish.ts';
import type { FiledRecords } from './files/records.ts';
import { lookUp, openFiles, readReports } from './files/reports.ts';
import { noScore, scoreFootprints } from './files/score.ts';
import { sumNames } from './ledger.ts';
import { learn, learnFrom } from './lenders/learn.ts';
import { breakEvenPrices, compete } from './lenders/quote.ts';
import { scoreApplicants } from './lenders/scorecard.ts';
import type { MarketState, WorldState } from './memory/market-state.ts';
import { age } from './people/age.ts';
import { ask } from './people/ask.ts';
import { keysOf, keyWords } from './people/draw.ts';
import { behave } from './people/footprint.ts';
import { allHonest } from './people/misreport.ts';
import { needLoans } from './people/need.ts';
import { repay } from './people/repay.ts';
import { stakeWithWinner } from './people/stake.ts';
import { takeUp } from './people/take-up.ts';
import { drawTypes, lookAhead } from './people/types.ts';
import { pagesOf } from './setup.ts';
import type { LeafRows } from './tally/plan.ts';
import { tallySums } from './tally/sums.ts';
import { tallyTables } from './tally/tables.ts';
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

/**
 * Called after each page of each quarter, with the page as it stands and all records. The quarter's own bit holds its
 * loans, which nobody saw yet; what the other maps say counts where there is a loan (see `Records`).
 */
export type Observer = (page: ObservedPage, quarter: number, records: FiledRecords) => void;

/**
 * One quarter of a market, in all its worlds. What happens, in this order:
 *
 * 1. each lender posts the scorecard that it will use;
 * 2. some borrowers need a loan; their capacity drifts and their records age;
 * 3. who needs none stays as it is;
 * 4. who needs one asks its home lender and others for quotes;
 * 5. each lender asked reads its own records, the reports that it may read and the institution's score, if there is
 *    one, which some borrowers inflate;
 * 6. it computes a probability of default from its own scorecard, and the price at which it breaks even;
 * 7. the lowest quote under the cap wins;
 * 8. the borrower learns the price, reckons what a default would cost its name, takes the loan or leaves it, and chooses
 *    effort;
 * 9. the project fails or not; who is able decides whether to pay;
 * 10. the loan goes on file, with the institution's errors;
 * 11. the quarter is summed up, and each lender updates its scorecard from the loans that it granted.
 *
 * Steps 2 to 10 are done page by page; no page needs another. The sums are added up in leaf order, each thread adding
 * some of them, and all learn the same from them, so nothing depends on who did what.
 */
export function runQuarter(
  market: MarketState,
  worlds: readonly RunningWorld[],
  quarter: number,
  crew: Crew,
  observe?: Observer,
): void {
  for (const world of worlds) post(world.state, quarter); // 1
  eachPage(market, crew, (page) => {
    open(market, page, quarter); // 2–4
    for (const world of worlds) {
      lend(market, world, quarter); // 5–10
      observe?.(observedPage(), quarter, world.state.records);
    }
  });
  for (const { state } of worlds) addLeaves(state, crew); // 11
  crew.meet();
  for (const world of worlds) close(market, world, quarter); // 11
}

/** Visits every page that falls to this thread, and waits for the others. */
export function eachPage(
  { market }: Pick<MarketState, 'market'>,
  crew: Crew,
  visit: (page: number) => void,
): void {
  const { nextPage, meet } = crew;
  const pages = pagesOf(market.borrowers);
  for (let page = nextPage(); page < pages; page = nextPage()) visit(page);
  meet();
}

/** Who of one page applies, for what, to whom, and what all worlds see of them. */
function open(market: MarketState, page: number, quarter: number): void {
  const { apply, draws, people, reports, footprints } = market;
  // 2. Need
  needLoans(apply, draws, page, quarter);
  age(apply, draws, people, quarter);
  drawTypes(apply, draws, people, quarter);
  // 3. Who needs no loan has none to serve either: loans last a quarter.
  // 4. Ask
  ask(apply, draws, people, quarter);
  lookAhead(apply, people);
  if (footprints) behave(footprints, draws);
  lookUp(reports);
}

/** Keys of lenders' draws, three words each, and of the draws of errors on file. */
const noiseKeys = new Int32Array(keyWords * maxLenders);
const errorKey = new Int32Array(keyWords);
const gapKey = new Int32Array(keyWords);

/** The open page in one world, from reports to records. */
function lend(market: MarketState, { state, strategy }: RunningWorld, quarter: number): void {
  const { draws, sharing, costs, reports, score, footprints } = market;
  const { economy } = market.market;
  const { records } = state;
  const sanctioning = sanctioningIn(state, quarter);
  // 5. Read
  openFiles(reports, records, quarter);
  readReports(reports);
  if (score && footprints) scoreFootprints(score, footprints.behaviours, records, quarter);
  else noScore();
  if (economy.misreporting.share > 0) {
    allHonest();
    strategy.misreport(market, state);
  }
  // 6. Score and price
  scoreApplicants(sanctioning, sharing.n);
  breakEvenPrices(costs, true);
  strategy.price(market, state, sanctioning);
  // 7. Compete
  keysOf(draws, quarter, purposes.quoteNoise, sharing.n, noiseKeys);
  compete(economy, noiseKeys);
  strategy.lendToLearn(market, quarter);
  // 8. Take up
  strategy.fear(market, sanctioning);
  stakeWithWinner();
  takeUp(economy, costs, strategy.act);
  strategy.estimate(costs);
  // 9. Repay
  repay(draws, sharing.n, quarter);
  // 10. Furnish
  keysOf(draws, quarter, purposes.recordError, 1, errorKey);
  keysOf(draws, quarter, purposes.standardsGap, 1, gapKey);
  furnish(sharing, records, quarter, errorKey, gapKey);
  // 11. Sum up
  tally(market, state, strategy.learns, quarter);
}

/** Scorecards that sanction this quarter. Shape (lenders × features). */
function sanctioningIn({ held, scorecards }: WorldState, quarter: number): Float64Array {
  if (held === undefined) return scorecards.coefficients;
  const width = scorecards.coefficients.length;
  return held.subarray(quarter * width, (quarter + 1) * width);
}

/** Begins a quarter: lenders post the scorecards that they will use. */
function post({ posted, scorecards }: WorldState, quarter: number): void {
  posted.set(scorecards.coefficients, quarter * scorecards.coefficients.length);
}

/** The page's sums, leaf by leaf in borrower order, and the integer tables. */
function tally(market: MarketState, state: WorldState, learns: boolean, quarter: number): void {
  const { sharing, costs } = market;
  const { totals, leafSums, tables } = state;
  const stride = totals.length;
  const { leafEnd } = roll;
  const { takerEnd } = outcome;
  const rows: LeafRows = { from: 0, to: 0, loansFrom: 0, loansTo: 0 };
  for (let leaf = 0; leaf < leavesPerPage && leaf * leafSize < roll.size; leaf++) {
    rows.to = leafEnd[leaf];
    rows.loansTo = takerEnd[leaf];
    const at = (roll.first / leafSize + leaf) * stride;
    if (learns) learnFrom(sharing, leaf, leafSums, at);
    tallySums(market.tally, rows, leafSums, at + stride - sumNames.length);
    rows.from = rows.to;
    rows.loansFrom = rows.loansTo;
  }
  if (quarter >= market.market.burnIn) tallyTables(tables, costs);
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

/** Ends a quarter whose leaves are added up: keeps the sums, lets lenders learn. */
function close({ market }: MarketState, { state, strategy }: RunningWorld, quarter: number): void {
  const { totals, sums, scorecards } = state;
  const ledgerAt = totals.length - sumNames.length;
  sums.set(totals.subarray(ledgerAt), quarter * sumNames.length);
  if (strategy.learns) learn(scorecards, market.economy, totals);
}
