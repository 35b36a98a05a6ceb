import type { Market, Posted, MarketInstitution } from '../engine/index.ts';
import { believesWithoutSharing, simulate, withoutSharing } from '../engine/running/index.ts';

/** What unaware borrowers of a market believe in, made once for all runs of it; nothing where everybody is aware. */
export function unawareBeliefs(
  market: Market,
  institution: MarketInstitution,
): { readonly withoutSharing?: Posted } {
  if (!believesWithoutSharing(market, institution)) return {};
  const { posted } = simulate(market, withoutSharing(institution), 'actual', { tables: false });
  return { withoutSharing: posted };
}
