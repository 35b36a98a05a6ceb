import { measures } from './measures/registry.ts';
import type { Measure } from './measures/measure.ts';
import { partMeasures } from './measures/decomposition.ts';
import { experiments } from './experiments/registry.ts';

/** What a reader of a number must know of it. */
export type Passport = Omit<Measure, 'of'>;

/** Every measure that can stand in the result files of a run, in the order in which files list them. */
export const dictionary: readonly Passport[] = [...measures, ...partMeasures];

/** The same and the measures of experiments. */
const everything: readonly Passport[] = [
  ...dictionary,
  ...experiments.flatMap((experiment) => experiment.measures),
];
const ranks = new Map(everything.map((passport, rank) => [passport.id, rank]));
const byId = new Map(everything.map((passport) => [passport.id, passport]));

/** The passport of a measure; throws on an id that is not known. */
export function passportOf(id: string): Passport {
  const passport = byId.get(id);
  if (!passport) throw new Error(`no measure is called "${id}"`);
  return passport;
}

/** Place of a measure in the dictionary, for ordering rows; unknown ids come last. */
export function rankOf(id: string): number {
  return ranks.get(id) ?? everything.length;
}
