import {
  type Ledger,
  type Market,
  type MarketInstitution,
  type World,
  counts,
} from '../engine/index.ts';
import type { Observed } from '../engine/observe/index.ts';
import { actualFirst, simulate } from '../engine/running/index.ts';
import { pageSize } from '../random/draws.ts';
import { unawareBeliefs } from './beliefs.ts';
import { cohortOf, type Cohort } from './cohort.ts';
import type { Finding } from './experiment.ts';

/**
 * Borrowers that a trial follows, at most: the first ten pages of a market, whose order means nothing. More would
 * sharpen no picture and fill the memory.
 */
export const enrolledBorrowers = 10 * pageSize;

/** Whether applications and loans of this quarter count. */
export function isCounted({ burnIn, quarters, economy }: Market, quarter: number): boolean {
  return counts({ burnIn, quarters, term: economy.loan.term }, quarter);
}

/** Whether an application of this page and quarter is in the trials: it counts, and its borrowers are followed. */
export function isEnrolled(market: Market, { page, quarter }: Observed): boolean {
  return isCounted(market, quarter) && page * pageSize < enrolledBorrowers;
}

/** Approved applications of enrolled borrowers, about: room to set aside for what is written down of them. */
export function expectedRows({ borrowers, quarters, burnIn, economy }: Market): number {
  const enrolled = Math.min(borrowers, enrolledBorrowers);
  return Math.ceil(1 + enrolled * (quarters - burnIn) * economy.need.demand);
}

/** One world in which an experiment is done. */
export interface TrialWorld {
  readonly market: Market;
  readonly world: World;
}

/** Watches the applications of one world, page by page, then says what was found. */
export interface Protocol {
  /** The approved applications of those who are followed, in quarters counted. */
  readonly visit?: (cohort: Cohort) => void;
  /** All applications of all quarters. */
  readonly look?: (seen: Observed) => void;
  readonly findings: () => Finding[];
}

/** What is observed in one world. */
export type Protocols = (setting: TrialWorld) => readonly Protocol[];

/** What an experiment leaves: its findings, and the ledgers of the runs that it watched. */
export interface Conducted {
  readonly findings: readonly Finding[];
  readonly ledgers: ReadonlyMap<World, Ledger>;
}

/**
 * Runs a market in some worlds, the actual one among them, and shows every approved application of the quarters counted to
 * the protocols of its world, except the few that a lender grants only to learn, at a price that is not its own. The
 * runs are plain ones: what a protocol does to a subject is reckoned aside, so a treated outcome enters neither files nor
 * scorecards.
 */
export function conduct(
  market: Market,
  institution: MarketInstitution,
  worlds: readonly World[],
  protocolsOf: Protocols,
): Conducted {
  const findings: Finding[] = [];
  const ledgers = new Map<World, Ledger>();
  const believed = unawareBeliefs(market, institution);
  // One after the other: what one world's protocols write down is gone before the next begins.
  for (const world of actualFirst(worlds)) {
    const protocols = protocolsOf({ market, world });
    const enter = cohortOf(market.seed);
    const applications = (seen: Observed) => {
      for (const { look } of protocols) look?.(seen);
      if (!isEnrolled(market, seen)) return;
      const cohort = enter(seen);
      for (const { visit } of protocols) visit?.(cohort);
    };
    // The other worlds take their sanctions from what the actual one posted.
    const posted = ledgers.get('actual')?.posted;
    const ledger = simulate(market, institution, world, {
      ...believed,
      ...(protocols.length > 0 && { observer: { applications } }),
      ...(posted && { posted }),
    });
    ledgers.set(world, ledger);
    findings.push(...protocols.flatMap((protocol) => protocol.findings()));
  }
  return { findings, ledgers };
}
