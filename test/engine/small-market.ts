import { economyParameters, type Economy } from '../../src/engine/parameters.ts';
import type { Lender, Market } from '../../src/engine/setup.ts';
import { defaultsOf } from '../../src/parameters.ts';
import { seedKey } from '../../src/random/seed.ts';

type Changes = { readonly [G in keyof Economy]?: Partial<Economy[G]> };

/** The economy at its defaults but for these changes. */
export function economyWith(changes: Changes = {}): Economy {
  const {
    traits,
    hazard,
    macro,
    project,
    sanctions,
    outside,
    behaviour,
    signals,
    search,
    pricing,
    scorecard,
    reputation,
    misreporting,
  } = economyParameters;
  return {
    traits: { ...defaultsOf(traits), ...changes.traits },
    hazard: { ...defaultsOf(hazard), ...changes.hazard },
    macro: { ...defaultsOf(macro), ...changes.macro },
    project: { ...defaultsOf(project), ...changes.project },
    sanctions: { ...defaultsOf(sanctions), ...changes.sanctions },
    outside: { ...defaultsOf(outside), ...changes.outside },
    behaviour: { ...defaultsOf(behaviour), ...changes.behaviour },
    signals: { ...defaultsOf(signals), ...changes.signals },
    search: { ...defaultsOf(search), ...changes.search },
    pricing: { ...defaultsOf(pricing), ...changes.pricing },
    scorecard: { ...defaultsOf(scorecard), ...changes.scorecard },
    reputation: { ...defaultsOf(reputation), ...changes.reputation },
    misreporting: { ...defaultsOf(misreporting), ...changes.misreporting },
  };
}

const lender = (id: string, kind: Lender['kind'], share: number): Lender => ({
  ...{ id, kind, share },
  ...{ funding: 0.01, operating: 0.015, recovery: 0.8 },
});

/** The lenders of the default market. */
export const sixLenders: readonly Lender[] = [
  lender('bank-1', 'bank', 0.25),
  lender('bank-2', 'bank', 0.2),
  lender('bank-3', 'bank', 0.15),
  lender('consumer-finance', 'consumer-finance', 0.12),
  lender('internet-1', 'internet', 0.16),
  lender('internet-2', 'internet', 0.12),
];

/** A market that runs in a fraction of a second. */
export function smallMarket(changes: Partial<Market> & { economy?: Economy } = {}): Market {
  return {
    borrowers: 3000,
    quarters: 20,
    burnIn: 8,
    seed: seedKey('test', 0),
    economy: economyWith(),
    lenders: sixLenders,
    ...changes,
  };
}
