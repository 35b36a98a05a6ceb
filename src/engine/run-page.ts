import { pageSize } from '../random/draws.ts';
import { age, drawSignals, drawTypes, needLoans } from './apply.ts';
import { scoreFootprints } from './footprint.ts';
import { sumNames } from './ledger.ts';
import type { MarketState } from './market-state.ts';
import { misreport } from './misreport.ts';
import { leafSize, leavesPerPage } from './page.ts';
import { priceByType } from './price-by-type.ts';
import { breakEvenPrices, compete } from './quote.ts';
import { furnish, repay } from './repay.ts';
import { lookUp, openFiles, readReports } from './reports.ts';
import { learnFrom } from './learn.ts';
import { scoreApplicants } from './scorecard.ts';
import { onlyWinners, readersLosses, stakes, stakeWithWinner } from './stake.ts';
import { tallyTables } from './tables.ts';
import { estimateByScorecard, estimateByType, takeUp } from './take-up.ts';
import { tallySums, type LeafRows } from './tally.ts';

/** One quarter of one page of borrowers, from need to records. Touches no other page. */
export function runPage(state: MarketState, pageNumber: number, quarter: number): void {
  const { market, apply, draws, people, page, sharing, records, costs, quotes } = state;
  const { economy } = market;
  page.first = pageNumber * pageSize;
  page.size = Math.min(pageSize, people.n - page.first);

  needLoans(apply, draws, page, quarter);
  age(apply, draws, people, page, quarter);
  drawTypes(apply, draws, people, page, quarter, sharing.records.threshold);
  drawSignals(apply, draws, people, page, quarter);
  lookUp(state.reports, page);
  openFiles(state.reports, records, page);
  readReports(state.reports, page);
  score(state, quarter);
  if (state.typesVisible) {
    page.candidates.set(page.asked);
    fear(state, quarter);
    priceByType(economy, costs, page, state.contractible);
  }
  compete(quotes, draws, page, quarter, !state.typesVisible);
  if (!state.typesVisible) {
    onlyWinners(page);
    fear(state, quarter);
  }
  stakeWithWinner(page);
  takeUp(economy, costs, page, state.contractible);
  if (state.typesVisible) estimateByType(costs, page);
  else estimateByScorecard(costs, page);
  repay(draws, page, quarter);
  furnish(draws, sharing, records, page, quarter);
  sum(state, quarter);
}

/** Scorecards that sanction this quarter. */
function sanctioning(state: MarketState, quarter: number): Float64Array {
  const { held, scorecards } = state;
  if (held === undefined) return scorecards.coefficients;
  const width = scorecards.coefficients.length;
  return held.subarray(quarter * width, (quarter + 1) * width);
}

/** What lenders' scorecards say of those they look up, and the prices at which they would break even. */
function score(state: MarketState, quarter: number): void {
  const { market, sharing, page, scorecards, footprint, people, records, costs, draws } = state;
  const { economy } = market;
  if (footprint) scoreFootprints(footprint, draws, people, records, page);
  if (state.held === undefined || state.learning) {
    scoreApplicants(page, scorecards.coefficients, sharing.n, page.logOdds);
  }
  if (footprint && economy.misreporting.share > 0 && !state.typesVisible) {
    misreport(economy, sharing, costs, footprint, people, page, scorecards.coefficients);
  }
  if (state.held !== undefined) {
    scoreApplicants(page, sanctioning(state, quarter), sharing.n, page.sanctionLogOdds);
    breakEvenPrices(costs, page, page.sanctionLogOdds, page.odds, page.sanctionPrice);
  }
  if (!state.typesVisible || state.held === undefined) {
    breakEvenPrices(costs, page, page.logOdds, page.odds, page.breakEven);
  }
}

/** V with each lender that may lend. */
function fear(state: MarketState, quarter: number): void {
  const { stake, page } = state;
  const coefficients = sanctioning(state, quarter);
  readersLosses(stake, page, coefficients);
  stakes(stake, page, coefficients);
}

/** The quarter's sums, leaf by leaf in borrower order, and the integer tables. */
function sum(state: MarketState, quarter: number): void {
  const { page, stride, leafSums, tally, market } = state;
  const { leafEnd, takerEnd } = page;
  const rows: LeafRows = { from: 0, to: 0, loansFrom: 0, loansTo: 0 };
  for (let leaf = 0; leaf < leavesPerPage && leaf * leafSize < page.size; leaf++) {
    rows.to = leafEnd[leaf];
    rows.loansTo = takerEnd[leaf];
    const at = (page.first / leafSize + leaf) * stride;
    if (state.learning) learnFrom(state.learn, page, rows, leafSums, at);
    tallySums(tally, page, rows, leafSums, at + stride - sumNames.length);
    rows.from = rows.to;
    rows.loansFrom = rows.loansTo;
  }
  if (quarter >= market.burnIn) tallyTables(state.tables, state.costs, state.people, page);
}
