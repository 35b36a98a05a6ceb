import type { Economy, Market, MarketInstitution } from '../../src/engine/index.ts';
import { institutions, type InstitutionId } from '../../src/institutions/registry.ts';
import { seedKey } from '../../src/random/seed.ts';
import { economy, marketOf } from '../engine/economy.ts';

/** The economy with some numbers changed. */
export function economyWith(changes: {
  readonly [G in keyof Economy]?: Partial<Economy[G]>;
}): Economy {
  const changed = Object.entries(changes).map(([group, numbers]) => [
    group,
    { ...economy[group as keyof Economy], ...numbers },
  ]);
  return { ...economy, ...Object.fromEntries(changed) };
}

/** A market that an experiment can be tried on in a second. */
export function smallMarket(with_: Partial<Market> = {}): Market {
  return { ...marketOf(2000, 36), burnIn: 18, seed: seedKey('experiments', 0), ...with_ };
}

export function builtIn(id: InstitutionId, values = {}): MarketInstitution {
  return { rules: institutions[id].rules(values) };
}
