import { encoreOf, encores } from '../lessons/encores.ts';
import { lessonOf, lessons } from '../lessons/lessons.ts';
import type { Address } from '../model/link.ts';
import { coverRuns, firstBench, seedsOf, type Bench } from '../model/town.ts';
import type { Showing } from './runs.ts';

/** The towns that a screen asks for as it begins; undefined where it shows none. */
export function firstTowns({
  place,
  seed,
}: Address): { readonly bench: Bench; readonly how: Showing } | undefined {
  const asLinked = (bench: Bench) => ({ ...bench, ...(seed !== undefined && { seed }) });
  switch (place.screen) {
    case 'cover':
      return { bench: firstBench, how: coverRuns };
    case 'bench':
      return { bench: place.bench, how: { seeds: seedsOf(place.bench) } };
    case 'lesson': {
      const { run, lottery = false } = lessonOf(place.lesson);
      return { bench: asLinked(run), how: { lottery } };
    }
    case 'encore':
      return { bench: asLinked(encoreOf(place.encore).stops[0].bench), how: {} };
    case 'teacher':
      break;
  }
  return undefined;
}

/** All towns that a page can begin with whose address says nothing of its own. */
export const allFirst: readonly [Bench, ...Bench[]] = [
  firstBench,
  ...lessons.map(({ run }) => run),
  ...encores.map(({ stops }) => stops[0].bench),
];
