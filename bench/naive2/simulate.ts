import { anythingOpen, createInstitution } from './institution.ts';
import { simulateMarket, type MarketInput, type MarketResult } from './market.ts';

/** A market as asked for: what it must know of other markets is simulated first. */
export type SimulationInput = Omit<MarketInput, 'held' | 'withoutSharing'>;

/** Simulates one world of one institution, and before it whatever its borrowers believe in. */
export function simulate(input: SimulationInput): MarketResult {
  return simulateMarket({ ...input, ...beliefsElsewhere(input) });
}

function beliefsElsewhere(input: SimulationInput) {
  const actual: SimulationInput = { ...input, world: 'actual' };
  const someAreUnaware = input.economy.awareness < 1 && anythingOpen(input.institution);
  const none = createInstitution('none', input.lenders);
  const unaware = someAreUnaware
    ? { withoutSharing: simulateMarket({ ...actual, institution: none }).history }
    : {};
  const isHeld = input.world !== 'actual' && input.sanctions === 'held';
  const held = isHeld ? { held: simulateMarket({ ...actual, ...unaware }).history } : {};
  return { ...unaware, ...held };
}
