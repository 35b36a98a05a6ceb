import { pageSize } from '../random/draws.ts';
import { age, drawSignals, drawTypes, needLoans } from './apply.ts';
import { scoreFootprints } from './footprint.ts';
import { sumNames } from './ledger.ts';
import type { MarketState } from './market-state.ts';
import { misreport } from './misreport.ts';
import { leafSize, leavesPerPage } from './page.ts';
import { priceByType } from './price-by-type.ts';
import { breakEvenPrices, compete, keepAsSanctions } from './quote.ts';
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
  const { market, apply, draws, people, page, sharing, records, costs } = state;
  const { economy } = market;
  page.first = pageNumber * pageSize;
  page.size = Math.min(pageSize, people.n - page.first);

  needLoans(apply, draws, quarter);
  age(apply, draws, people, quarter);
  drawTypes(apply, draws, people, quarter, sharing.records.threshold);
  drawSignals(apply, draws, quarter);
  lookUp(state.reports);
  openFiles(state.reports, records);
  readReports(state.reports);
  score(state, quarter);
  // Who sees types prices on the PD that depends on what it is feared for, unless action is contracted.
  const fearFirst = state.typesVisible && !state.contractible;
  if (fearFirst) {
    page.candidates.set(page.asked);
    fear(state, quarter);
  }
  if (state.typesVisible) priceByType(economy, costs, state.contractible);
  compete(economy, costs, draws, quarter, !state.typesVisible);
  if (!fearFirst) {
    onlyWinners();
    fear(state, quarter);
  }
  stakeWithWinner();
  takeUp(economy, costs, state.contractible);
  if (state.typesVisible) estimateByType(costs);
  else estimateByScorecard(costs);
  repay(draws, quarter);
  furnish(draws, sharing, records, quarter);
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
  const { market, sharing, scorecards, footprint, people, records, costs, draws } = state;
  const { economy } = market;
  if (footprint) scoreFootprints(footprint, draws, people, records);
  if (footprint && economy.misreporting.share > 0 && !state.typesVisible) {
    scoreApplicants(scorecards.coefficients, sharing.n);
    misreport(economy, sharing, costs, footprint, people, scorecards.coefficients);
  }
  if (state.held !== undefined) {
    scoreApplicants(sanctioning(state, quarter), sharing.n);
    breakEvenPrices(costs);
    keepAsSanctions(sharing.n);
    if (state.typesVisible) return;
  }
  scoreApplicants(scorecards.coefficients, sharing.n);
  breakEvenPrices(costs);
  if (state.held === undefined) keepAsSanctions(sharing.n);
}

/** V with each lender that may lend. */
function fear(state: MarketState, quarter: number): void {
  const coefficients = sanctioning(state, quarter);
  readersLosses(state.stake, coefficients);
  stakes(state.stake, coefficients);
}

/** The quarter's sums, leaf by leaf in borrower order, and the integer tables. */
function sum(state: MarketState, quarter: number): void {
  const { page, sharing, totals, leafSums, tally, market } = state;
  const stride = totals.length;
  const { leafEnd, takerEnd } = page;
  const rows: LeafRows = { from: 0, to: 0, loansFrom: 0, loansTo: 0 };
  for (let leaf = 0; leaf < leavesPerPage && leaf * leafSize < page.size; leaf++) {
    rows.to = leafEnd[leaf];
    rows.loansTo = takerEnd[leaf];
    const at = (page.first / leafSize + leaf) * stride;
    if (state.learning) learnFrom(sharing, rows, leafSums, at);
    tallySums(tally, rows, leafSums, at + stride - sumNames.length);
    rows.from = rows.to;
    rows.loansFrom = rows.loansTo;
  }
  if (quarter >= market.burnIn) tallyTables(state.tables, state.costs);
}
