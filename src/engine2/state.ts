import { lenderColumns } from '../institutions/lender-columns.ts';
import { pageSize } from '../random/draws.ts';
import { leafSize, lenderStride, maxLenders, maxTerm } from './columns/shape.ts';
import { createDraws, type Draws } from './draws.ts';
import { join, type Sharing } from './files/join.ts';
import { createRecords, distinctMaps, type Records } from './files/records.ts';
import { planFootprint, type FootprintPlan } from './people/footprint.ts';
import { planReports, type ReportPlan } from './files/report-plan.ts';
import { createCards, type Cards } from './lenders/learn.ts';
import { teachingCount } from './lenders/learning-sums.ts';
import { fileLogOdds } from './lenders/offer.ts';
import { planLenders, type LenderPlan } from './lenders/plan.ts';
import { recovered } from './lenders/price-by-card.ts';
import { createPriceConstants, type PriceConstants } from './lenders/pricing-terms.ts';
import {
  createLoanBook,
  createLoanQuarter,
  createMotives,
  planCapacity,
  type LoanBook,
  type LoanQuarter,
  type Motives,
} from './loans/book.ts';
import { planChoice, type ChoicePlan } from './loans/choice.ts';
import { planLiving, type LivePlan } from './loans/outlook.ts';
import { planTakeUp, type TakeUpPlan } from './loans/take-up.ts';
import { macroPath } from './macro.ts';
import type { Allocate } from './memory/allocate.ts';
import { planApplications, type ApplyPlan } from './people/apply.ts';
import { createPopulation, type Population } from './people/population.ts';
import { planPeople, type PeoplePlan } from './people/step.ts';
import type { Market, Regime, World } from './setup.ts';
import {
  createLearned,
  createLearnedState,
  createPosted,
  type LearnedState,
  type Posted,
} from './stake/beliefs.ts';
import { planFuture, type Future } from './stake/future.ts';
import { offerSumCount } from './stake/offer-worth.ts';
import { planStake, type Beliefs, type StakePlan } from './stake/plan.ts';
import { planTwins, type TwinPlan } from './stake/twin-plan.ts';
import { createTwins, twinSumCount, type Twins } from './stake/twins.ts';
import { planTally, tallyCount, type TallyPlan } from './tally/plan.ts';
import { lenderSumCount, sumCount } from './tally/sum-index.ts';
import { createCells, createTables, type Cells, type Tables } from './tally/tables.ts';
import { makeRoomForStakes } from './worlds/price-by-type.ts';

/** What all worlds of one running market share. Stages are given just their part. */
export interface MarketState {
  readonly market: Market;
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

/** What a group of borrowers believes, and where it comes from if it is not this world's own. */
export interface Conviction {
  readonly beliefs: Beliefs;
  /** What was in use elsewhere; undefined where the world's own is believed. */
  readonly posted: Posted | undefined;
  /** 1 where the lender is believed to read a score. Shape (lenders). */
  readonly scoreReader: Uint8Array;
}

/** One world of it: what happened there, and what its lenders and borrowers learnt. */
export interface WorldState {
  readonly world: World;
  /** Lenders price on the true life PD. */
  readonly typesVisible: boolean;
  /** Effort and repayment are contracted. */
  readonly contractible: boolean;
  /** Lenders learn cards from this world's loans; borrowers D_res, t̄ and θ. */
  readonly learnsCards: boolean;
  readonly learnsStakes: boolean;
  readonly twins: Twins | undefined;
  readonly records: Records;
  readonly book: LoanBook;
  readonly motives: Motives;
  /** Scratch of the quarter, for the page at work: all worlds have the same. */
  readonly now: LoanQuarter;
  readonly cards: Cards;
  readonly constants: PriceConstants;
  readonly learned: LearnedState;
  readonly sanctions: Conviction;
  readonly posted: Posted;
  /** The ledger as it fills: sums (quarters × sums), lenders' sums (lenders × lenderSums), tables. */
  readonly sums: Float64Array;
  readonly lenderBooks: Float64Array;
  readonly tables: Tables;
  readonly cells: Cells;
  readonly layout: Layout;
  /** One quarter's sums by leaf. Shape (leaves × stride). */
  readonly leafSums: Float64Array;
  /** The quarter's sums over leaves. Shape (stride). */
  readonly totals: Float64Array;
}

/** Where each kind of sum begins in a leaf's sums: what lenders learn from, what offers teach, twins, the ledger. */
export interface Layout {
  readonly teaching: number;
  readonly offers: number;
  readonly twins: number;
  readonly ledger: number;
  readonly stride: number;
}

function layoutOf(lenders: number, term: number, tally: number): Layout {
  const offers = teachingCount(lenders, term);
  const twins = offers + offerSumCount;
  const ledger = twins + twinSumCount;
  return { teaching: 0, offers, twins, ledger, stride: ledger + tally };
}

/** Whether something of other lenders is open to some lender: else nobody can be unaware of it. */
function isOpen(sharing: Sharing): boolean {
  return sharing.inquires.includes(1);
}

export function createMarketState(
  market: Market,
  regime: Regime,
  allocate: Allocate,
  withoutSharing: Posted | undefined,
): MarketState {
  const { economy, lenders, borrowers } = market;
  const { term } = economy.loan;
  const n = lenders.length;
  if (n > maxLenders) throw new Error(`a market has at most ${maxLenders} lenders, not ${n}`);
  if (term > maxTerm) throw new Error(`a loan has at most ${maxTerm} instalments, not ${term}`);
  if (market.quarters < market.burnIn + term) {
    throw new Error(`quarters must be at least burnIn + term, ${market.burnIn + term}`);
  }
  const sharing = join(lenders, regime);
  const plan = planLenders(market, sharing);
  const future = planFuture(market);
  const choice = planChoice(economy);
  return {
    market,
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
    twinning: planTwins(economy, sharing.records, sharing.errors.missedDefault),
    tally: planTally(market, sharing, plan.terms.cap),
    now: createLoanQuarter(term, planCapacity(economy, Math.min(borrowers, pageSize))),
    unaware:
      withoutSharing && needsUnaware(market, sharing)
        ? conviction(plan, withoutSharing, new Float64Array(n), new Uint8Array(n))
        : undefined,
  };
}

/** Whether some borrowers believe in the market without sharing. */
export function needsUnaware({ economy }: Market, sharing: Sharing): boolean {
  return economy.behaviour.awareness < 1 && isOpen(sharing);
}

/** Beliefs that come from another run. */
function conviction(
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

export function quartersOf(posted: Posted): number {
  return posted.learned.length / createLearned().length;
}

/** @throws Error if a world other than the actual one is given nothing posted and does not learn its own */
export function createWorldState(
  { market, sharing, lenders: plan, tally, now }: MarketState,
  world: World,
  held: Posted | undefined,
  relearned: boolean,
  allocate: Allocate,
): WorldState {
  const { economy, borrowers, quarters } = market;
  const n = market.lenders.length;
  const { term } = economy.loan;
  const typesVisible = world === 'types-visible' || world === 'full-information';
  const contractible = world === 'action-contractible' || world === 'full-information';
  const ownSanctions = world === 'actual' || relearned;
  if (!ownSanctions && !held) {
    throw new Error(`world ${world} needs the sanctions that the actual world posted`);
  }
  const pages = Math.ceil(borrowers / pageSize);
  const hasTwins = ownSanctions && economy.reputation.twins > 0;
  if (typesVisible) makeRoomForStakes();
  const book = createLoanBook(economy, borrowers, allocate);
  const cards = createCards(plan.learning, n, term, borrowers);
  const constants = createPriceConstants(plan.terms);
  const learned = createLearnedState(quarters);
  const layout = layoutOf(n, term, tallyCount(tally));
  const motives = createMotives(book, allocate);
  const records = createRecords(pages, hasTwins, sharing, allocate);
  const own: Beliefs = {
    cards: cards.coefficients,
    constants,
    fee: sharing.fee,
    learned: learned.learned,
    logOdds: fileLogOdds,
    recovered,
  };
  return {
    world,
    typesVisible,
    contractible,
    learnsCards: ownSanctions || !typesVisible,
    learnsStakes: ownSanctions,
    twins: hasTwins
      ? createTwins(borrowers, book, motives, distinctMaps(records), allocate)
      : undefined,
    records,
    book,
    motives,
    now,
    cards,
    constants,
    learned,
    sanctions:
      held && !ownSanctions
        ? conviction(plan, held, sharing.fee, sharing.scoreReader)
        : { beliefs: own, posted: undefined, scoreReader: sharing.scoreReader },
    posted: createPosted(quarters, cards.coefficients.length, term),
    sums: new Float64Array(quarters * sumCount),
    lenderBooks: new Float64Array(n * lenderSumCount),
    tables: createTables(tally),
    cells: createCells(book, allocate),
    layout,
    leafSums: new Float64Array(allocate(8 * leavesOf(borrowers) * layout.stride)),
    totals: new Float64Array(allocate(8 * layout.stride)),
  };
}

/** Leaves of a market. */
export function leavesOf(borrowers: number): number {
  return Math.ceil(borrowers / leafSize);
}
