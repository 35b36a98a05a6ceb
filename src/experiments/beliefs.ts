import type { Market, Regime } from '../engine/setup.ts';
import { believesWithoutSharing, simulate, withoutSharing } from '../engine/simulate.ts';
import type { Posted } from '../engine/stake/beliefs.ts';

/** What unaware borrowers of a market believe in, made once for all runs of it; nothing where everybody is aware. */
export function unawareBeliefs(
  market: Market,
  regime: Regime,
): { readonly withoutSharing?: Posted } {
  if (!believesWithoutSharing(market, regime)) return {};
  return { withoutSharing: simulate(market, withoutSharing()).posted };
}
