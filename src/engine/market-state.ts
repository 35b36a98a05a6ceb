import { planApplications, type ApplyPlan } from './apply.ts';
import { createDraws, type Draws } from './draw.ts';
import { planFootprint, type FootprintPlan } from './footprint.ts';
import { lenderColumns } from '../institutions/lender-columns.ts';
import { join, type Sharing } from './join.ts';
import { lenderCosts, type LenderCosts } from './lender-costs.ts';
import { sumNames } from './ledger.ts';
import { macroPath } from './macro.ts';
import { allocateMarket, type MarketMemory } from './market-memory.ts';
import { clearWorkingPage, maxLenders, workingPage, type Page } from './page.ts';
import type { Allocate } from './population.ts';
import { planReports, type ReportPlan } from './reports.ts';
import { createScorecards, type Scorecards } from './learn.ts';
import { featureCount } from './scorecard.ts';
import { searchTable } from './search.ts';
import type { Market, Regime, World } from './setup.ts';
import type { SimulateOptions } from './simulate.ts';
import { planStake, type StakePlan } from './stake.ts';
import { createTables, type Tables } from './tables.ts';
import { planTally, type TallyPlan } from './tally.ts';

export type { Allocate } from './population.ts';

/** All that one running market holds. Only engine files see it; stages are given just their part. */
export interface MarketState extends MarketMemory {
  readonly market: Market;
  readonly world: World;
  /** Lenders price on the true PD. */
  readonly typesVisible: boolean;
  /** Effort and repayment are contracted. */
  readonly contractible: boolean;
  /** Lenders learn from this world's loans. */
  readonly learning: boolean;
  /** Scorecards that sanction in each quarter; undefined where they are the ones that price. */
  readonly held: Float64Array | undefined;
  readonly sharing: Sharing;
  readonly costs: LenderCosts;
  readonly scorecards: Scorecards;
  readonly draws: Draws;
  readonly page: Page;
  readonly apply: ApplyPlan;
  readonly reports: ReportPlan;
  readonly footprint: FootprintPlan | undefined;
  readonly stake: StakePlan;
  readonly tally: TallyPlan;
  readonly tables: Tables;
  /** Ledger sums. Shape (quarters × sums). */
  readonly sums: Float64Array;
  /** Scorecards posted. Shape (quarters × lenders × features). */
  readonly posted: Float64Array;
}

export function createMarketState(
  market: Market,
  regime: Regime,
  world: World,
  options: SimulateOptions,
  allocate: Allocate,
): MarketState {
  const { economy, lenders, borrowers, quarters } = market;
  const n = lenders.length;
  if (n > maxLenders) throw new Error(`a market has at most ${maxLenders} lenders, not ${n}`);
  const sharing = join(lenders, regime);
  const kind = Uint8Array.from(lenderColumns(lenders).kind);
  const costs = lenderCosts(economy, lenders, sharing);
  const typesVisible = world === 'types-visible' || world === 'full-information';
  const contractible = world === 'action-contractible' || world === 'full-information';
  const relearned = options.sanctions === 'relearned';
  if (world !== 'actual' && !relearned && !options.posted) {
    throw new Error(`world ${world} needs the scorecards that the actual world posted`);
  }
  const held = world === 'actual' || relearned ? undefined : options.posted;

  clearWorkingPage(n);
  const search = searchTable(lenders, economy.search.quotes, economy.search.homeLender);
  const stake = planStake(economy, lenders, sharing, costs);
  return {
    ...{ market, world, typesVisible, contractible, held, sharing, costs },
    ...allocateMarket(market, sharing, allocate),
    page: workingPage,
    learning: !typesVisible || relearned,
    scorecards: createScorecards(economy, n, borrowers),
    draws: createDraws(market.seed),
    apply: planApplications(market, sharing, search, macroPath(market)),
    reports: planReports(sharing, kind, stake.readersOf),
    footprint: sharing.score && planFootprint(market, sharing, sharing.score),
    tally: planTally(economy, lenders, sharing, costs),
    stake,
    tables: createTables(n),
    sums: new Float64Array(quarters * sumNames.length),
    posted: new Float64Array(quarters * n * featureCount),
  };
}
