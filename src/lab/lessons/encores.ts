import { town, type TownPhase } from '../model/town.ts';
import { pair } from './pairs.ts';
import type { EncoreId } from '../model/lesson-id.ts';
import type { Encore } from './lesson.ts';

/** Quarter from which something is changed: counted quarters begin at 24. */
const changed = 32;
const phase = (more: Omit<TownPhase, 'from'>): readonly TownPhase[] => [{ from: changed, ...more }];
const asked = (quotes: number) => ({ 'economy.search.quotes': quotes });
const garbled = (standardsGap: number) => town('full-sharing', { with: { standardsGap } });
const hard = phase({ shock: -2 });
const capped = { 'economy.pricing.cap': 0.24 };

/** The same game again under another institution. What each claims is tried over 20 seeds: claims.ts. */
export const encores: readonly Encore[] = [
  {
    id: 'quotes',
    right: 1,
    stops: [
      { id: 'one', bench: pair(town('none'), town('full-sharing'), asked(1)) },
      { id: 'two', bench: pair(town('none'), town('full-sharing'), asked(2)) },
      { id: 'six', bench: pair(town('none'), town('full-sharing'), asked(6)) },
    ],
    facts: ['apr', 'will-not-pay-rate', 'default-rate'],
  },
  {
    id: 'tiers',
    right: 2,
    stops: [
      { id: 'against-none', bench: pair(town('none'), town('dual')) },
      { id: 'against-all', bench: pair(town('dual'), town('full-sharing')) },
    ],
    facts: ['apr', 'will-not-pay-rate', 'approval-rate', 'default-rate'],
  },
  {
    id: 'standards',
    right: 0,
    stops: [
      { id: 'tenth', bench: pair(town('full-sharing'), garbled(0.1)) },
      { id: 'third', bench: pair(town('full-sharing'), garbled(0.3)) },
      { id: 'none', bench: pair(town('none'), garbled(0.3)) },
    ],
    facts: ['apr', 'apr-safest', 'will-not-pay-rate', 'default-rate'],
  },
  {
    id: 'shock',
    right: 2,
    stops: [
      { id: 'calm', bench: pair(town('full-sharing'), town('full-sharing', { phases: hard })) },
      { id: 'cap', bench: pair(town('full-sharing'), town('full-sharing', { set: capped })) },
      {
        id: 'both',
        bench: pair(
          town('full-sharing', { phases: hard }),
          town('full-sharing', { set: capped, phases: hard }),
        ),
      },
    ],
    facts: ['approval-rate', 'approved-riskiest', 'apr', 'default-rate'],
  },
  {
    id: 'reform',
    right: 0,
    stops: [
      {
        id: 'at-once',
        bench: pair(town('none'), town('none', { phases: phase({ become: 'full-sharing' }) })),
      },
      {
        id: 'backfilled',
        bench: pair(
          town('none', { phases: phase({ become: 'full-sharing' }) }),
          town('none', { phases: phase({ become: 'full-sharing', backfill: 8 }) }),
        ),
      },
      { id: 'always', bench: pair(town('none'), town('full-sharing')) },
    ],
    facts: ['apr', 'will-not-pay-rate', 'approval-rate', 'default-rate'],
  },
];

export function encoreOf(id: EncoreId): Encore {
  const found = encores.find((encore) => encore.id === id);
  if (!found) throw new Error(`there is no encore ${id}`);
  return found;
}
