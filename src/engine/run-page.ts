import { pageSize } from '../random/draws.ts';
import { age, drawSignals, drawTypes, needLoans } from './people/apply.ts';
import { observeBehaviours, scoreFootprints } from './people/footprint.ts';
import { sumNames } from './ledger.ts';
import type { MarketState, WorldState } from './memory/market-state.ts';
import { misreport } from './people/misreport.ts';
import { leafSize, leavesPerPage } from './columns/page.ts';
import { priceByType } from './worlds/types-visible.ts';
import { breakEvenPrices, compete } from './lenders/quote.ts';
import { furnish } from './files/furnish.ts';
import { repay } from './people/repay.ts';
import { lookUp, openFiles, readReports } from './files/reports.ts';
import { learnFrom } from './lenders/learn.ts';
import { scoreApplicants } from './lenders/scorecard.ts';
import { onlyWinners, readersLosses, stakes, stakeWithWinner } from './people/stake.ts';
import { tallyTables } from './tally/tables.ts';
import { estimateByScorecard, estimateByType, takeUp } from './people/take-up.ts';
import { tallySums, type LeafRows } from './tally/sums.ts';

/**
 * Who of one page of borrowers applies this quarter, for what, to whom, and what all worlds see of them. Touches no
 * other page.
 */
export function openPage(state: MarketState, pageNumber: number, quarter: number): void {
  const { apply, draws, people, page, sharing, reports, footprint } = state;
  page.first = pageNumber * pageSize;
  page.size = Math.min(pageSize, people.n - page.first);
  needLoans(apply, draws, quarter);
  age(apply, draws, people, quarter);
  drawTypes(apply, draws, people, quarter, sharing.records.threshold);
  drawSignals(apply, draws, quarter);
  if (footprint) observeBehaviours(footprint, draws);
  lookUp(reports);
}

/** One quarter of one open page in one world, from reports to records. Touches no other page. */
export function runPage(state: MarketState, world: WorldState, quarter: number): void {
  const { market, draws, page, sharing, costs, reports } = state;
  const { economy } = market;
  const { typesVisible, contractible, records } = world;

  openFiles(reports, records, quarter);
  readReports(reports);
  score(state, world, quarter);
  // Who sees types prices on the PD that depends on what it is feared for, unless action is contracted.
  const fearFirst = typesVisible && !contractible;
  if (fearFirst) {
    page.candidates.set(page.asked);
    fear(state, world, quarter);
  }
  if (typesVisible) priceByType(economy, costs, contractible);
  compete(economy, costs, draws, quarter, !typesVisible);
  if (!fearFirst) {
    onlyWinners();
    fear(state, world, quarter);
  }
  stakeWithWinner();
  takeUp(economy, costs, contractible);
  if (typesVisible) estimateByType(costs);
  else estimateByScorecard(costs);
  repay(draws, quarter);
  furnish(draws, sharing, records, quarter);
  sum(state, world, quarter);
}

/** Scorecards that sanction this quarter. */
function sanctioning({ held, scorecards }: WorldState, quarter: number): Float64Array {
  if (held === undefined) return scorecards.coefficients;
  const width = scorecards.coefficients.length;
  return held.subarray(quarter * width, (quarter + 1) * width);
}

/** What lenders' scorecards say of those they look up, and the prices at which they would break even. */
function score(state: MarketState, world: WorldState, quarter: number): void {
  const { market, sharing, footprint, people, costs } = state;
  const { scorecards, held, typesVisible } = world;
  const { economy } = market;
  if (footprint) {
    scoreFootprints(footprint, world.records, quarter);
    if (economy.misreporting.share > 0) {
      state.page.misreports.fill(0);
      if (!typesVisible) {
        scoreApplicants(scorecards.coefficients, sharing.n);
        misreport(economy, sharing, costs, footprint, people, scorecards.coefficients);
      }
    }
  }
  if (held !== undefined) {
    scoreApplicants(sanctioning(world, quarter), sharing.n);
    breakEvenPrices(costs, true);
    if (typesVisible) return;
  }
  scoreApplicants(scorecards.coefficients, sharing.n);
  breakEvenPrices(costs, held === undefined);
}

/** V with each lender that may lend. */
function fear(state: MarketState, world: WorldState, quarter: number): void {
  const coefficients = sanctioning(world, quarter);
  readersLosses(state.stake, coefficients);
  stakes(state.stake, coefficients);
}

/** The quarter's sums, leaf by leaf in borrower order, and the integer tables. */
function sum(state: MarketState, world: WorldState, quarter: number): void {
  const { page, sharing, tally, market, costs } = state;
  const { totals, leafSums, tables } = world;
  const stride = totals.length;
  const { leafEnd, takerEnd } = page;
  const rows: LeafRows = { from: 0, to: 0, loansFrom: 0, loansTo: 0 };
  for (let leaf = 0; leaf < leavesPerPage && leaf * leafSize < page.size; leaf++) {
    rows.to = leafEnd[leaf];
    rows.loansTo = takerEnd[leaf];
    const at = (page.first / leafSize + leaf) * stride;
    if (world.learning) learnFrom(sharing, leaf, leafSums, at);
    tallySums(tally, rows, leafSums, at + stride - sumNames.length);
    rows.from = rows.to;
    rows.loansFrom = rows.loansTo;
  }
  if (quarter >= market.burnIn) tallyTables(tables, costs);
}
