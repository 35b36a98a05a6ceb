import { lenderColumns } from '../../institutions/lender-columns.ts';
import { pageSize } from '../../random/draws.ts';
import { maxLenders, maxTerm } from '../columns/shape.ts';
import { createDraws, type Draws } from '../draws.ts';
import { join, type Sharing } from '../files/join.ts';
import { distinctMaps } from '../files/records.ts';
import { planReports, type ReportPlan } from '../files/report-plan.ts';
import { createCards, type Cards } from '../lenders/learn.ts';
import { planLenders, type LenderPlan } from '../lenders/plan.ts';
import { createPriceConstants, type PriceConstants } from '../lenders/pricing-terms.ts';
import { createLoanQuarter, planCapacity, type LoanQuarter, type Room } from '../loans/book.ts';
import { planChoice, type ChoicePlan } from '../loans/choice.ts';
import { planLiving, type LivePlan } from '../loans/outlook.ts';
import { planTakeUp, type TakeUpPlan } from '../loans/take-up.ts';
import { macroPath } from '../macro.ts';
import { planApplications, type ApplyPlan } from '../people/apply.ts';
import { planFootprint, type FootprintPlan } from '../people/footprint.ts';
import { createPopulation, type Population } from '../people/population.ts';
import { planPeople, type PeoplePlan } from '../people/step.ts';
import type { Market, Regime, World } from '../setup.ts';
import {
  createLearnedState,
  createPosted,
  type LearnedState,
  type Posted,
} from '../stake/beliefs.ts';
import { planFuture, type Future } from '../stake/future.ts';
import { planStake, type StakePlan } from '../stake/plan.ts';
import { planTwins, type TwinPlan } from '../stake/twin-plan.ts';
import { createTwins, type Twins } from '../stake/twins.ts';
import { planTally, type TallyPlan } from '../tally/plan.ts';
import { lenderSumCount, sumCount } from '../tally/sum-index.ts';
import { createTables, type Tables } from '../tally/tables.ts';
import type { Allocate } from './allocate.ts';
import { believeElsewhere, believeOwn, type Conviction } from './convictions.ts';
import { allocateWorld, type WorldMemory } from './market-memory.ts';

/**
 * What all worlds of one running market share. Only the quarter and the worlds' strategies see it; stages are given just
 * their part.
 */
export interface MarketState {
  readonly market: Market;
  readonly room: Room;
  readonly sharing: Sharing;
  readonly draws: Draws;
  readonly people: Population;
  readonly moving: PeoplePlan;
  readonly applying: ApplyPlan;
  readonly lenders: LenderPlan;
  readonly reports: ReportPlan;
  readonly footprint: FootprintPlan | undefined;
  readonly future: Future;
  readonly stake: StakePlan;
  readonly choice: ChoicePlan;
  readonly taking: TakeUpPlan;
  readonly living: LivePlan;
  readonly twinning: TwinPlan;
  readonly tally: TallyPlan;
  /** Scratch of the quarter, for the page at work. */
  readonly now: LoanQuarter;
  /** What unaware borrowers believe of the market without sharing; undefined if everybody is aware. */
  readonly unaware: Conviction | undefined;
}

/** One world of it: what happened there, and what its lenders and borrowers learnt. */
export interface WorldState extends WorldMemory {
  readonly world: World;
  /** Undefined where there are none, as where stakes are those of another world. */
  readonly twins: Twins | undefined;
  /** Scratch of the quarter, for the page at work: all worlds have the same. */
  readonly now: LoanQuarter;
  readonly cards: Cards;
  readonly constants: PriceConstants;
  readonly learned: LearnedState;
  /** What aware borrowers believe of lenders. */
  readonly sanctions: Conviction;
  readonly posted: Posted;
  /** The ledger as it fills: sums (quarters × sums), lenders' sums (lenders × lenderSums), tables. */
  readonly sums: Float64Array;
  readonly lenderBooks: Float64Array;
  readonly tables: Tables;
}

/**
 * @param withoutSharing what the market without sharing posted; needed if `needsUnaware`
 * @throws Error if the market is larger than the engine can hold, or too short
 */
export function createMarketState(
  market: Market,
  regime: Regime,
  room: Room,
  withoutSharing: Posted | undefined,
  allocate: Allocate,
): MarketState {
  check(market);
  const { economy, lenders, borrowers } = market;
  const { term } = economy.loan;
  const sharing = join(lenders, regime);
  const plan = planLenders(market, sharing);
  const future = planFuture(market);
  const choice = planChoice(economy);
  const capacity = planCapacity(economy, Math.min(borrowers, pageSize), room);
  return {
    market,
    room,
    sharing,
    draws: createDraws(market.seed),
    people: createPopulation(borrowers, allocate),
    moving: planPeople(market, macroPath(market), !isOpen(sharing)),
    applying: planApplications(market),
    lenders: plan,
    reports: planReports(sharing, lenderColumns(lenders).kind),
    footprint: sharing.score && planFootprint(economy, sharing.score),
    future,
    stake: planStake(market, sharing, plan, future),
    choice,
    taking: planTakeUp(economy, lenders),
    living: planLiving(lenders, choice, sharing.perks),
    twinning: planTwins(economy, sharing.records, sharing.errors.missedDefault, sharing.perks),
    tally: planTally(market, sharing, plan.terms.cap),
    now: createLoanQuarter(term, capacity),
    unaware:
      withoutSharing && needsUnaware(market, sharing)
        ? believeElsewhere(plan, withoutSharing, market.quarters)
        : undefined,
  };
}

function check({ economy, lenders, quarters, burnIn }: Market): void {
  const { term } = economy.loan;
  if (lenders.length > maxLenders) {
    throw new Error(`a market has at most ${maxLenders} lenders, not ${lenders.length}`);
  }
  if (term > maxTerm) throw new Error(`a loan has at most ${maxTerm} instalments, not ${term}`);
  if (quarters < burnIn + term) {
    throw new Error(`quarters must be at least burnIn + term, ${burnIn + term}`);
  }
}

/** Whether something of other lenders is open to some lender: else nobody can be unaware of it. */
function isOpen(sharing: Sharing): boolean {
  return sharing.inquires.includes(1);
}

/** Whether some borrowers believe in the market without sharing. */
export function needsUnaware({ economy }: Market, sharing: Sharing): boolean {
  return economy.behaviour.awareness < 1 && isOpen(sharing);
}

/** @param held what the actual world posted; undefined where the world learns its own sanctions */
export function createWorldState(
  { market, sharing, lenders: plan, tally, now, room }: MarketState,
  world: World,
  held: Posted | undefined,
  allocate: Allocate,
): WorldState {
  const { economy, borrowers, quarters } = market;
  const n = market.lenders.length;
  const { term } = economy.loan;
  const memory = allocateWorld(market, sharing, room, allocate);
  const cards = createCards(plan.learning, n, term, borrowers);
  const constants = createPriceConstants(plan.terms);
  const learned = createLearnedState(quarters);
  const hasTwins = !held && economy.reputation.twins > 0;
  const { book, motives, records, twinMemory } = memory;
  return {
    ...memory,
    world,
    twins: hasTwins ? createTwins(twinMemory, book, motives, distinctMaps(records)) : undefined,
    now,
    cards,
    constants,
    learned,
    sanctions: held
      ? believeElsewhere(plan, held, quarters, sharing)
      : believeOwn(cards.coefficients, constants, learned.learned, sharing),
    posted: createPosted(quarters, cards.coefficients.length, term),
    sums: new Float64Array(quarters * sumCount),
    lenderBooks: new Float64Array(n * lenderSumCount),
    tables: createTables(tally),
  };
}
