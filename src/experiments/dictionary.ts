import { measures } from '../measures/index.ts';
import type { Measure } from '../measures/measure.ts';
import { partMeasures } from './decomposition.ts';

/** What a reader of a number must know of it. */
export type Passport = Omit<Measure, 'of'>;

/** Every measure that can stand in a result file, in the order in which files list them. */
export const dictionary: readonly Passport[] = [...measures, ...partMeasures];

const ranks = new Map(dictionary.map((passport, rank) => [passport.id, rank]));
const byId = new Map(dictionary.map((passport) => [passport.id, passport]));

/** The passport of a measure; throws on an id that is not in the dictionary. */
export function passportOf(id: string): Passport {
  const passport = byId.get(id);
  if (!passport) throw new Error(`no measure is called "${id}"`);
  return passport;
}

/** Place of a measure in the dictionary, for ordering rows; unknown ids come last. */
export function rankOf(id: string): number {
  return ranks.get(id) ?? dictionary.length;
}
