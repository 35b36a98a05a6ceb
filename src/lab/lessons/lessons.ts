import { town, type Bench, type Settings } from '../model/town.ts';
import { pair, remembering, scoring } from './pairs.ts';
import type { Lesson } from './lesson.ts';
import type { LessonId } from '../model/lesson-id.ts';

/** Lenders can verify nothing: only their own books tell. */
const blind: Settings = {
  'economy.signals.incomeNoise': 100,
  'economy.signals.capitalNoise': 100,
};

/** Borrowers who can do without, one quote each: what is put on the price stays on it. */
const lemons: Settings = {
  'economy.outside.taste': 0.08,
  'economy.outside.base': 0.2,
  'economy.search.quotes': 1,
  'economy.pricing.cap': 1,
  'economy.pricing.maxMarkup': 0.03,
};
/** A tax of so much of what is lent: seven cents more on each unit. */
const taxed: Settings = { 'economy.pricing.maxMarkup': 0.1 };

const secret: Settings = { 'economy.behaviour.awareness': 0 };

const untaxed = town('none', { set: blind });
const dear = town('none', { set: { ...blind, ...taxed } });

/** The five lessons. What each claims is tried over 20 seeds: claims.ts. */
export const lessons: readonly Lesson[] = [
  {
    id: '1',
    hand: 'price',
    run: pair(untaxed, dear, lemons),
    right: 1,
    stops: [
      { id: 'blind', bench: pair(dear, dear, lemons) },
      { id: 'records', bench: pair(dear, town('full-sharing', { set: taxed }), lemons) },
      {
        id: 'types',
        bench: pair(
          dear,
          town('none', { set: { ...blind, ...taxed }, world: 'types-visible' }),
          lemons,
        ),
      },
    ],
    facts: ['share-safest', 'apr-safest', 'apr-riskiest', 'default-rate'],
  },
  {
    id: '2',
    hand: 'purse',
    run: pair(town('none'), town('full-sharing', { set: secret })),
    right: 0,
    stops: [
      { id: 'own', bench: pair(town('none'), town('none')) },
      { id: 'secret', bench: pair(town('none'), town('full-sharing', { set: secret })) },
      { id: 'open', bench: pair(town('none'), town('full-sharing')) },
    ],
    facts: ['will-not-pay-rate', 'approval-rate', 'default-rate'],
  },
  {
    id: '3',
    hand: 'letters',
    run: pair(town('none'), town('full-sharing')),
    right: 1,
    stops: [
      { id: 'none', bench: pair(town('none'), town('full-sharing')) },
      { id: 'types', bench: pair(town('none'), town('none', { world: 'types-visible' })) },
    ],
    facts: ['default-rate', 'will-not-pay-rate', 'apr'],
    lottery: true,
  },
  {
    id: '4',
    hand: 'memory',
    run: pair(remembering(4), remembering(28)),
    right: 2,
    stops: [
      { id: '8', bench: pair(remembering(4), remembering(8)) },
      { id: '16', bench: pair(remembering(4), remembering(16)) },
      { id: '28', bench: pair(remembering(4), remembering(28)) },
      { id: 'black', bench: pair(town('negative-only'), remembering(28)) },
    ],
    facts: ['apr', 'approved-riskiest', 'default-rate', 'welfare'],
    guess: { fact: 'apr', stops: ['8', '16'], end: '28' },
  },
  {
    id: '5',
    hand: 'rating',
    run: pair(town('full-sharing'), scoring(1), blind),
    right: 2,
    stops: [
      { id: 'faint', bench: pair(town('none'), scoring(0.4), blind) },
      { id: 'half', bench: pair(town('none'), scoring(0.8), blind) },
      { id: 'clear', bench: pair(town('none'), scoring(1), blind) },
      { id: 'files', bench: pair(town('full-sharing'), scoring(1), blind) },
    ],
    facts: ['will-not-pay-rate', 'apr-safest', 'approved-riskiest', 'default-rate'],
  },
];

export function lessonOf(id: LessonId): Lesson {
  const found = lessons.find((lesson) => lesson.id === id);
  if (!found) throw new Error(`there is no lesson ${id}`);
  return found;
}

/** The towns of a stop of its dial, or of its run. */
export function benchAt({ run, stops }: Pick<Lesson, 'run' | 'stops'>, at: string): Bench {
  if (at === 'run') return run;
  const found = stops.find(({ id }) => id === at);
  if (!found) throw new Error(`there is no stop ${at}`);
  return found.bench;
}
