import { join, type Sharing } from '../engine/join.ts';
import { lenderCosts, type LenderCosts } from '../engine/lender-costs.ts';
import type { Market, Regime, World } from '../engine/setup.ts';
import { simulate, type Observer } from '../engine/simulate.ts';
import { pageSize } from '../random/draws.ts';
import { chooserOf, type Chooser } from './chooser.ts';
import type { Finding } from './experiment.ts';
import { createSubject, type Arm, type Subject } from './subject.ts';

/**
 * Borrowers that an experiment follows, at most: the first ten pages of a market, whose order means nothing.
 * More would sharpen no picture and fill the memory.
 */
export const enrolledBorrowers = 10 * pageSize;

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
  /** Arms that it draws. */
  readonly arms: readonly Arm[];
  readonly visit: (subject: Subject) => void;
  readonly findings: () => Finding[];
}

/**
 * Runs a market in some worlds, the actual one among them, and shows every approved application after the
 * burn-in to the protocols of its world. The runs are plain ones: what a protocol does to a subject is reckoned
 * aside, so a treated outcome enters neither files nor scorecards.
 */
export function conduct(
  market: Market,
  regime: Regime,
  worlds: readonly World[],
  protocolsOf: (setting: Setting) => readonly Protocol[],
): Finding[] {
  const sharing = join(market.lenders, regime);
  const costs = lenderCosts(market.economy, market.lenders, sharing);
  const settingOf = (world: World): Setting => {
    const contractible = world === 'action-contractible' || world === 'full-information';
    const choose = chooserOf(market.economy, costs, contractible);
    return { market, world, sharing, costs, choose };
  };
  const watch = (world: World, posted?: Float64Array) => {
    const protocols = protocolsOf(settingOf(world));
    const observe = observerOf(market, sharing, protocols);
    const ledger = simulate(market, regime, world, { observe, ...(posted && { posted }) });
    return { ledger, findings: protocols.flatMap((protocol) => protocol.findings()) };
  };
  // The other worlds take their sanctions from what the actual one posted.
  const actual = watch('actual');
  const others = worlds.filter((world) => world !== 'actual');
  return [
    ...actual.findings,
    ...others.flatMap((world) => watch(world, actual.ledger.posted).findings),
  ];
}

function observerOf(market: Market, sharing: Sharing, protocols: readonly Protocol[]): Observer {
  const arms = protocols.flatMap((protocol) => protocol.arms);
  const { enter } = createSubject(market, sharing, arms);
  return (page, quarter) => {
    if (quarter < market.burnIn || page.first >= enrolledBorrowers) return;
    const subject = enter(page, quarter);
    for (let r = 0; r < page.n; r++) {
      if (!page.approved[r]) continue;
      subject.row = r;
      subject.borrower = page.first + page.index[r];
      for (const protocol of protocols) protocol.visit(subject);
    }
  };
}
