import type { Market, Posted, Regime } from '../engine/index.ts';
import { believesWithoutSharing, simulate, withoutSharing } from '../engine/running/index.ts';

/** What unaware borrowers of a market believe in, made once for all runs of it; nothing where everybody is aware. */
export function unawareBeliefs(
  market: Market,
  regime: Regime,
): { readonly withoutSharing?: Posted } {
  if (!believesWithoutSharing(market, regime)) return {};
  return { withoutSharing: simulate(market, withoutSharing(regime)).posted };
}
