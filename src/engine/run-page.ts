import { pageSize } from '../random/draws.ts';
import { age, drawSignals, drawTypes, needLoans } from './apply.ts';
import { scoreFootprints } from './footprint.ts';
import { sumNames } from './ledger.ts';
import type { MarketState } from './market-state.ts';
import { misreport } from './misreport.ts';
import { leafSize, leavesPerPage } from './page.ts';
import { compete, priceByScorecard, priceByType } from './quote.ts';
import { furnish, Outcome, repay } from './repay.ts';
import { readReports } from './reports.ts';
import {
  featureCount,
  featuresOf,
  learnFrom,
  learningCount,
  scoreApplicants,
} from './scorecard.ts';
import { readersLosses, stakeWith } from './stake.ts';
import { estimateByScorecard, estimateByType, takeUp } from './take-up.ts';
import { tallySums, tallyTables } from './tally.ts';

/** One quarter of one page of borrowers, from need to records. Touches no other page. */
export function runPage(state: MarketState, pageNumber: number, quarter: number): void {
  const { market, apply, draws, people, page, sharing, records, costs, quotes } = state;
  const { economy } = market;
  page.first = pageNumber * pageSize;
  page.size = Math.min(pageSize, people.n - page.first);

  needLoans(apply, draws, page, quarter);
  age(apply, draws, people, state.maps, page, quarter);
  drawTypes(apply, draws, people, page, quarter, sharing.records.threshold);
  drawSignals(apply, draws, people, page, quarter);
  readReports(state.reports, records, page);
  score(state, quarter);
  if (state.typesVisible) {
    stakeForAll(state, quarter);
    priceByType(quotes, page, state.contractible);
  } else {
    priceByScorecard(quotes, page);
  }
  compete(quotes, draws, page, quarter, !state.typesVisible);
  stakeForWinner(state, quarter);
  takeUp(economy, costs, page, state.contractible);
  if (state.typesVisible) estimateByType(costs, page, quotes.breakEven);
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
  }
  readersLosses(state.stake, page, sanctioning(state, quarter));
}

function stakeForAll(state: MarketState, quarter: number): void {
  const { page, sharing, stake } = state;
  const coefficients = sanctioning(state, quarter);
  for (let j = 0; j < sharing.n; j++) {
    for (let r = 0; r < page.n; r++) {
      if ((page.asked[r] >>> j) & 1) {
        page.stakeBy[j * pageSize + r] = stakeWith(stake, page, coefficients, r, j);
      }
    }
  }
}

function stakeForWinner(state: MarketState, quarter: number): void {
  const { page, stake } = state;
  const coefficients = sanctioning(state, quarter);
  for (let r = 0; r < page.n; r++) {
    page.stake[r] = stakeWith(stake, page, coefficients, r, page.winner[r]);
  }
}

const x = new Float64Array(featureCount);

/** The quarter's sums, leaf by leaf in borrower order, and the integer tables. */
function sum(state: MarketState, quarter: number): void {
  const { page, sharing, stride, leafSums, tally, market } = state;
  const { leafEnd, taken, winner, outcome, estimate } = page;
  const firstLeaf = page.first / leafSize;
  let from = 0;
  for (let leaf = 0; leaf < leavesPerPage && leaf * leafSize < page.size; leaf++) {
    const to = leafEnd[leaf];
    const at = (firstLeaf + leaf) * stride;
    if (state.learning) {
      for (let r = from; r < to; r++) {
        if (!taken[r]) continue;
        const o = winner[r];
        const bad = outcome[r] === Outcome.repaid ? 0 : 1;
        featuresOf(page, r, o, sharing.scoreReader[o] === 1, x);
        learnFrom(x, estimate[r], bad, leafSums, at + o * learningCount);
      }
    }
    tallySums(tally, page, state.contractible, from, to, leafSums, at + stride - sumNames.length);
    from = to;
  }
  if (quarter >= market.burnIn) tallyTables(tally, state.people, page);
}
