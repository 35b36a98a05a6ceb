import { lenderColumns } from '../../institutions/lender-columns.ts';
import { maxLenders } from '../columns/layout.ts';
import { join, type Sharing } from '../files/join.ts';
import { planReports, type ReportPlan } from '../files/report-plan.ts';
import { planScore, type ScorePlan } from '../files/score.ts';
import { sumNames } from '../ledger.ts';
import { lenderCosts, type LenderCosts } from '../lenders/costs.ts';
import { featureCount } from '../lenders/features.ts';
import { createScorecards, type Scorecards } from '../lenders/learn.ts';
import { searchTable } from '../lenders/search.ts';
import { createDraws, type Draws } from '../people/draw.ts';
import { planFootprints, type Footprints } from '../people/footprint.ts';
import { planApplications, type ApplyPlan } from '../people/plan.ts';
import { createPopulation, type Population } from '../people/population.ts';
import { planStake, type StakePlan } from '../people/stake.ts';
import type { Allocate, Market, Regime } from '../setup.ts';
import { planTally, type TallyPlan } from '../tally/plan.ts';
import { createTables, type Tables } from '../tally/tables.ts';
import { allocateWorld, type WorldMemory } from './market-memory.ts';

/**
 * What all worlds of one running market share. Only the quarter and the worlds' strategies see it; stages are given just
 * their part.
 */
export interface MarketState {
  readonly market: Market;
  readonly sharing: Sharing;
  readonly costs: LenderCosts;
  readonly draws: Draws;
  readonly people: Population;
  readonly apply: ApplyPlan;
  readonly reports: ReportPlan;
  /** Where the institution keeps a score: what it observes of borrowers, and what it keeps. */
  readonly footprints: Footprints | undefined;
  readonly score: ScorePlan | undefined;
  readonly stake: StakePlan;
  readonly tally: TallyPlan;
}

/** One world of it: what happened there, and what its lenders learnt. */
export interface WorldState extends WorldMemory {
  /** Scorecards that sanction in each quarter; undefined where they are the ones that price. */
  readonly held: Float64Array | undefined;
  readonly scorecards: Scorecards;
  readonly tables: Tables;
  /** Ledger sums. Shape (quarters × sums). */
  readonly sums: Float64Array;
  /** Scorecards posted. Shape (quarters × lenders × features). */
  readonly posted: Float64Array;
}

export function createMarketState(market: Market, regime: Regime, allocate: Allocate): MarketState {
  const { economy, lenders, borrowers } = market;
  const n = lenders.length;
  if (n > maxLenders) throw new Error(`a market has at most ${maxLenders} lenders, not ${n}`);
  const sharing = join(lenders, regime);
  const kind = Uint8Array.from(lenderColumns(lenders).kind);
  const costs = lenderCosts(economy, lenders, sharing);
  const search = searchTable(lenders, economy.search.quotes, economy.search.homeLender);
  const stake = planStake(economy, lenders, sharing, costs);
  return {
    market,
    sharing,
    costs,
    draws: createDraws(market.seed),
    people: createPopulation(borrowers, allocate),
    apply: planApplications(market, sharing.records, search),
    reports: planReports(sharing, kind, search.sets, stake.readersOf),
    footprints: sharing.score && planFootprints(economy, sharing.score),
    score: sharing.score && planScore(sharing, sharing.score),
    stake,
    tally: planTally(economy, lenders, sharing, costs),
  };
}

/** @param held scorecards that sanction in each quarter; undefined where they are the ones that price */
export function createWorldState(
  { market, sharing }: MarketState,
  held: Float64Array | undefined,
  allocate: Allocate,
): WorldState {
  const { economy, borrowers, quarters } = market;
  const n = market.lenders.length;
  const { records, leafSums, totals } = allocateWorld(market, sharing, allocate);
  return {
    records,
    leafSums,
    totals,
    held,
    scorecards: createScorecards(economy, n, borrowers),
    tables: createTables(n),
    sums: new Float64Array(quarters * sumNames.length),
    posted: new Float64Array(quarters * n * featureCount),
  };
}
