import { lenderColumns } from '../institutions/lender-columns.ts';
import { pageSize } from '../random/draws.ts';
import { lenderStride, maxLenders, maxTerm } from './columns/shape.ts';
import { createDraws, type Draws } from './draws.ts';
import type { Sharing } from './files/join.ts';
import type { FilePlan } from './files/records.ts';
import { planFootprint, type FootprintPlan } from './people/footprint.ts';
import { planReports, type ReportPlan } from './files/report-plan.ts';
import { planCompetition, type CompetitionPlan } from './competition/plan.ts';
import { planLenders, type LenderPlan } from './lenders/plan.ts';
import { createPriceConstants, priceAtRate } from './lenders/pricing-terms.ts';
import { createLoanQuarter, type LoanQuarter } from './loans/book.ts';
import { planChoice, type ChoicePlan } from './loans/choice-plan.ts';
import { planLiving, type LivePlan } from './loans/outlook.ts';
import { planTakeUp, type TakeUpPlan } from './loans/take-up.ts';
import type { Allocate } from './memory/allocate.ts';
import { planCapacity, type Room } from './memory/room.ts';
import { planApplications, type ApplyPlan } from './people/apply.ts';
import { createPopulation, type Population } from './people/population.ts';
import { planSearch, type SearchPlan } from './people/search.ts';
import { planPeople, type PeoplePlan } from './people/step.ts';
import type { Market } from './setup.ts';
import { createLearned, type Posted } from './stake/beliefs.ts';
import { planFuture, type Future } from './stake/future.ts';
import { planStake, type Beliefs, type StakePlan } from './stake/plan.ts';
import { planTwins, type Shadows, type TwinPlan } from './stake/twin-plan.ts';
import { planTally, type TallyPlan } from './tally/plan.ts';

/** What all worlds of one running market share. Stages are given just their part. */
export interface MarketState {
  readonly market: Market;
  /** Whether books have room for what is usual, or for all that could be. */
  readonly room: Room;
  readonly sharing: Sharing;
  /** What files hold in any phase. */
  readonly files: FilePlan;
  readonly draws: Draws;
  readonly people: Population;
  readonly moving: PeoplePlan;
  readonly applying: ApplyPlan;
  readonly searching: SearchPlan;
  readonly lenders: LenderPlan;
  readonly competition: CompetitionPlan;
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

/** What a group of borrowers believes, and where it comes from if it is not this world's own. */
export interface Conviction {
  readonly beliefs: Beliefs;
  /** What was in use elsewhere; undefined where the world's own is believed. */
  readonly posted: Posted | undefined;
  /** 1 where the lender is believed to read a score. Shape (lenders). */
  readonly scoreReader: Uint8Array;
}

/** Whether something of other lenders is open to some lender: else nobody can be unaware of it. */
function isOpen(sharing: Sharing): boolean {
  return sharing.inquires.includes(1);
}

/** What all phases of a running market have in common. */
export type Common = Pick<
  MarketState,
  | 'room'
  | 'files'
  | 'draws'
  | 'people'
  | 'applying'
  | 'searching'
  | 'future'
  | 'choice'
  | 'taking'
  | 'now'
>;

export function createCommon(
  market: Market,
  room: Room,
  files: FilePlan,
  allocate: Allocate,
): Common {
  const { economy, lenders, borrowers } = market;
  const { term } = economy.loan;
  const n = lenders.length;
  if (n > maxLenders) throw new Error(`a market has at most ${maxLenders} lenders, not ${n}`);
  if (term > maxTerm) throw new Error(`a loan has at most ${maxTerm} instalments, not ${term}`);
  if (market.quarters < market.burnIn + term) {
    throw new Error(`quarters must be at least burnIn + term, ${market.burnIn + term}`);
  }
  // Scratch for worlds with twins and without.
  const capacity = planCapacity(economy, Math.min(borrowers, pageSize), { room, twins: true });
  return {
    room,
    files,
    draws: createDraws(market.seed),
    people: createPopulation(borrowers, allocate),
    applying: planApplications(market),
    searching: planSearch(market),
    future: planFuture(market),
    choice: planChoice(economy),
    taking: planTakeUp(economy, lenders),
    now: createLoanQuarter(term, capacity),
  };
}

/** What a phase of a market needs besides. */
export interface InPhase {
  /** With the awareness and the cap of the phase. */
  readonly market: Market;
  readonly sharing: Sharing;
  /** The macro state by quarter. */
  readonly macro: Float64Array;
  /** APR up to which prices are counted: the highest cap of all phases. */
  readonly highestCap: number;
  readonly withoutSharing: Posted | undefined;
  readonly shadows: Shadows | undefined;
}

export function createMarketState(
  common: Common,
  { market, sharing, macro, highestCap, withoutSharing, shadows }: InPhase,
): MarketState {
  const { economy, lenders } = market;
  const n = lenders.length;
  const plan = planLenders(market, sharing);
  const { room, files, draws, people, applying, searching, future, choice, taking, now } = common;
  return {
    market,
    room,
    sharing,
    files,
    draws,
    people,
    moving: planPeople(market, macro, !isOpen(sharing)),
    applying,
    searching,
    lenders: plan,
    competition: planCompetition(market, plan),
    reports: planReports(sharing, lenderColumns(lenders).kind),
    footprint: sharing.score && planFootprint(economy, sharing.score),
    future,
    stake: planStake(market, sharing, plan, future),
    choice,
    taking,
    living: planLiving(lenders, choice, sharing.perks),
    twinning: planTwins(economy, sharing, n, shadows),
    tally: planTally(market, sharing, priceAtRate(highestCap / 4, economy.loan.term)),
    now,
    unaware:
      withoutSharing && needsUnaware(market, sharing)
        ? conviction(plan, withoutSharing, new Float64Array(n), new Uint8Array(n))
        : undefined,
  };
}

/** Whether some borrowers believe in the market without sharing. */
export function needsUnaware({ economy }: Pick<Market, 'economy'>, sharing: Sharing): boolean {
  return economy.behaviour.awareness < 1 && isOpen(sharing);
}

/** Beliefs that come from another run. */
export function conviction(
  { terms, classOf }: LenderPlan,
  posted: Posted,
  fee: Float64Array,
  scoreReader: Uint8Array,
): Conviction {
  const n = classOf.length;
  const beliefs: Beliefs = {
    cards: new Float64Array(posted.cards.length / quartersOf(posted)),
    constants: createPriceConstants(terms),
    fee,
    learned: createLearned(),
    logOdds: new Float64Array(n * lenderStride),
    recovered: new Float64Array(n * lenderStride),
  };
  return { beliefs, posted, scoreReader };
}

function quartersOf(posted: Posted): number {
  return posted.learned.length / createLearned().length;
}
