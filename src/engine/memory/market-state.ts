import { planApplications, type ApplyPlan } from '../people/apply.ts';
import { createDraws, type Draws } from '../people/draw.ts';
import { planFootprint, type FootprintPlan } from '../people/footprint.ts';
import { lenderColumns } from '../../institutions/lender-columns.ts';
import { join, type Sharing } from '../files/join.ts';
import { lenderCosts, type LenderCosts } from '../lenders/costs.ts';
import { sumNames } from '../ledger.ts';
import { macroPath } from '../macro.ts';
import { allocateWorld, type WorldMemory } from './market-memory.ts';
import { clearWorkingPage, leafSize, maxLenders, workingPage, type Page } from '../columns/page.ts';
import {
  createPopulation,
  plainMemory,
  type Allocate,
  type Population,
} from '../people/population.ts';
import { planReports, type ReportPlan } from '../files/reports.ts';
import { createScorecards, type Scorecards } from '../lenders/learn.ts';
import { featureCount } from '../lenders/scorecard.ts';
import { searchTable } from '../lenders/search.ts';
import type { Market, Regime, World } from '../setup.ts';
import type { SimulateOptions } from '../simulate.ts';
import { planStake, type StakePlan } from '../people/stake.ts';
import { createTables, type Tables } from '../tally/tables.ts';
import { planTally, type TallyPlan } from '../tally/sums.ts';

/** What all worlds of one running market share. Only engine files see it; stages are given just their part. */
export interface MarketState {
  readonly market: Market;
  readonly sharing: Sharing;
  readonly costs: LenderCosts;
  readonly draws: Draws;
  readonly people: Population;
  readonly page: Page;
  readonly apply: ApplyPlan;
  readonly reports: ReportPlan;
  readonly footprint: FootprintPlan | undefined;
  readonly stake: StakePlan;
  readonly tally: TallyPlan;
}

/** One world of it: what happened there, and what its lenders learnt. */
export interface WorldState extends WorldMemory {
  readonly world: World;
  /** Lenders price on the true PD. */
  readonly typesVisible: boolean;
  /** Effort and repayment are contracted. */
  readonly contractible: boolean;
  /** Lenders learn from this world's loans. */
  readonly learning: boolean;
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
  settleShapes(market, regime);
  const { economy, lenders, borrowers } = market;
  const n = lenders.length;
  if (n > maxLenders) throw new Error(`a market has at most ${maxLenders} lenders, not ${n}`);
  const sharing = join(lenders, regime);
  const kind = Uint8Array.from(lenderColumns(lenders).kind);
  const costs = lenderCosts(economy, lenders, sharing);
  clearWorkingPage(n);
  const search = searchTable(lenders, economy.search.quotes, economy.search.homeLender);
  const stake = planStake(economy, lenders, sharing, costs);
  return {
    ...{ market, sharing, costs, stake },
    draws: createDraws(market.seed),
    people: createPopulation(borrowers, allocate),
    page: workingPage,
    apply: planApplications(market, sharing, search, macroPath(market)),
    reports: planReports(sharing, kind, search.sets, stake.readersOf),
    footprint: sharing.score && planFootprint(market, sharing, sharing.score),
    tally: planTally(economy, lenders, sharing, costs),
  };
}

/** Whether this thread has made its first market. */
let settled = false;

/**
 * V8 learns an object's shape from the first one that a piece of code makes, and settles it at the second: what it has
 * compiled by then, it drops. So a thread makes its first market's plans twice in small and throws them away, before
 * anything is compiled; its second market then takes a sixth to a half less. No number depends on it, but an institution's
 * rules are asked twice more. One quote, because the search table grows with the sets that may be asked.
 */
function settleShapes(market: Market, regime: Regime): void {
  if (settled) return;
  settled = true; // before the plans below are made, which come by here too
  const search = { ...market.economy.search, quotes: 1 };
  const economy = { ...market.economy, search };
  const small = { ...market, economy, borrowers: leafSize, quarters: 1 };
  for (let time = 0; time < 2; time++) {
    const state = createMarketState(small, regime, plainMemory);
    createWorldState(state, 'actual', {}, plainMemory);
  }
}

/** @throws Error if a world other than the actual one is given no posted scorecards and does not learn its own */
export function createWorldState(
  { market, sharing }: MarketState,
  world: World,
  { posted, sanctions }: Pick<SimulateOptions, 'posted' | 'sanctions'>,
  allocate: Allocate,
): WorldState {
  const { economy, borrowers, quarters } = market;
  const n = market.lenders.length;
  const typesVisible = world === 'types-visible' || world === 'full-information';
  const contractible = world === 'action-contractible' || world === 'full-information';
  const relearned = sanctions === 'relearned';
  if (world !== 'actual' && !relearned && !posted) {
    throw new Error(`world ${world} needs the scorecards that the actual world posted`);
  }
  return {
    ...{ world, typesVisible, contractible },
    ...allocateWorld(market, sharing, allocate),
    held: world === 'actual' || relearned ? undefined : posted,
    learning: !typesVisible || relearned,
    scorecards: createScorecards(economy, n, borrowers),
    tables: createTables(n),
    sums: new Float64Array(quarters * sumNames.length),
    posted: new Float64Array(quarters * n * featureCount),
  };
}
