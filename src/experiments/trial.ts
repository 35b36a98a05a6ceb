import { join, type Sharing } from '../engine/files/join.ts';
import { lenderCosts, type LenderCosts } from '../engine/lenders/costs.ts';
import type { Ledger } from '../engine/ledger.ts';
import type { Market, Regime, World } from '../engine/setup.ts';
import type { Observer } from '../engine/quarter.ts';
import { simulate } from '../engine/simulate.ts';
import { pageSize } from '../random/draws.ts';
import { chooserOf, type Chooser } from './chooser.ts';
import type { Finding } from './experiment.ts';
import { createSubject, type Arm, type Subject } from './subject.ts';

/**
 * Borrowers that an experiment follows, at most: the first ten pages of a market, whose order means nothing.
 * More would sharpen no picture and fill the memory.
 */
export const enrolledBorrowers = 10 * pageSize;

/** Applications of enrolled borrowers after the burn-in, about: room to set aside for what is written down of them. */
export function expectedRows({ borrowers, quarters, burnIn, economy }: Market): number {
  const enrolled = Math.min(borrowers, enrolledBorrowers);
  return Math.ceil(1 + 1.05 * enrolled * (quarters - burnIn) * economy.search.demand);
}

/** One world in which an experiment is done. */
export interface Setting {
  readonly market: Market;
  readonly world: World;
  readonly sharing: Sharing;
  readonly costs: LenderCosts;
  /** What a subject would do under another contract, in this world. */
  readonly choose: Chooser;
}

/** Watches the subjects of one world, then says what was found. */
export interface Protocol {
  /** Arms that it draws by itself. */
  readonly arms: readonly Arm[];
  readonly visit: (subject: Subject) => void;
  readonly findings: () => Finding[];
}

/** What is observed in one world. */
export type Protocols = (setting: Setting) => readonly Protocol[];

/** What an experiment leaves: its findings, and the ledgers of the runs that it watched. */
export interface Conducted {
  readonly findings: readonly Finding[];
  readonly ledgers: ReadonlyMap<World, Ledger>;
}

/**
 * Runs a market in some worlds, the actual one among them, and shows every approved application after the
 * burn-in to the protocols of its world, except the few that a lender grants only to learn, at a price that is not
 * its own. The runs are plain ones: what a protocol does to a subject is reckoned
 * aside, so a treated outcome enters neither files nor scorecards.
 */
export function conduct(
  market: Market,
  regime: Regime,
  worlds: readonly World[],
  protocolsOf: Protocols,
): Conducted {
  const sharing = join(market.lenders, regime);
  const costs = lenderCosts(market.economy, market.lenders, sharing);
  const settingOf = (world: World): Setting => {
    const contractible = world === 'action-contractible' || world === 'full-information';
    const choose = chooserOf(market.economy, costs, contractible);
    return { market, world, sharing, costs, choose };
  };
  const findings: Finding[] = [];
  const ledgers = new Map<World, Ledger>();
  for (const world of ['actual', ...worlds.filter((one) => one !== 'actual')] as const) {
    const protocols = protocolsOf(settingOf(world));
    const observe = observerOf(market, sharing, protocols);
    // The other worlds take their sanctions from what the actual one posted.
    const posted = ledgers.get('actual')?.posted;
    ledgers.set(world, simulate(market, regime, world, { observe, ...(posted && { posted }) }));
    findings.push(...protocols.flatMap((protocol) => protocol.findings()));
  }
  return { findings, ledgers };
}

function observerOf(market: Market, sharing: Sharing, protocols: readonly Protocol[]): Observer {
  const arms = protocols.flatMap((protocol) => protocol.arms);
  const { enter } = createSubject(market, sharing, arms);
  return (page, quarter) => {
    if (quarter < market.burnIn || page.first >= enrolledBorrowers) return;
    const subject = enter(page, quarter);
    for (let r = 0; r < page.n; r++) {
      if (!page.approved[r] || page.explored[r]) continue;
      subject.row = r;
      subject.borrower = page.first + page.index[r];
      for (const protocol of protocols) protocol.visit(subject);
    }
  };
}
