import { worlds, type World } from '../../engine/index.ts';
import { UserError } from '../../errors.ts';
import { readingOf } from '../../experiments/index.ts';
import { experiments } from '../../experiments/registry.ts';
import {
  betweenWorlds,
  contrastMeasures,
  resultMeasures,
  type Passport,
} from '../../measures/index.ts';
import type { Requirement } from '../../scenario/index.ts';
import { didYouMean } from '../../suggest.ts';

/** A measure that is asked about, and what must be done at each point to know it. */
export interface AskedMeasure {
  readonly passport: Passport;
  /** The world column of its rows. */
  readonly world: string;
  /** Worlds to simulate; those of an experiment are its own affair. */
  readonly worlds: readonly World[];
  /** The experiment that measures it, if it is none of a plain run. */
  readonly experiment?: string;
  /** Its mean over so many last quarters instead of over all that count; needs a design that keeps quarters. */
  readonly lastQuarters?: number;
}

/**
 * A measure by its id, of runs or of experiments.
 *
 * @param world as the user names it; without it the actual one, both for contrasts, and for an experiment's measure the
 *   world in which it is read
 * @throws UserError for one that is not known, is a curve, or is not of that world
 */
export function askedOf(id: string, world: string | undefined): AskedMeasure {
  const [base] = id.split('@', 1);
  const passport = resultMeasures.find((one) => one.id === base);
  if (passport) return ofRun({ ...passport, id }, world);
  for (const experiment of experiments) {
    const measure = experiment.measures.find((one) => one.id === id);
    if (!measure) continue;
    if (measure.along !== undefined) {
      const message = `--measure: ${id} is a curve along ${measure.along}, not one number`;
      throw new UserError([{ message, hint: 'choose a measure that is one number' }]);
    }
    const column = readingOf(experiment).table.find((one) => one.measure === id);
    const own = world ?? column?.world ?? 'actual';
    return { passport: measure, world: own, worlds: ['actual'], experiment: experiment.id };
  }
  const known = [...resultMeasures, ...experiments.flatMap(({ measures }) => measures)];
  const hint = didYouMean(
    id,
    known.map((one) => one.id),
  );
  throw new UserError([{ message: `--measure: no measure "${id}"`, hint }]);
}

function ofRun(passport: Passport, given: string | undefined): AskedMeasure {
  if (contrastMeasures.some(({ id }) => id === passport.id)) {
    if (given !== undefined && given !== betweenWorlds) {
      const message = `--world: ${passport.id} is made from two worlds, not of one`;
      throw new UserError([{ message, hint: 'leave --world out' }]);
    }
    return { passport, world: betweenWorlds, worlds };
  }
  const name = given ?? 'actual';
  const world = worlds.find((one) => one === name);
  if (world === undefined) {
    const hint = didYouMean(name, worlds);
    throw new UserError([{ message: `--world: no world "${name}"`, hint }]);
  }
  return { passport, world, worlds: world === 'actual' ? ['actual'] : ['actual', world] };
}

/** Worlds that must be simulated for these measures and for what their points must meet, in their order. */
export function neededWorlds(
  asked: readonly AskedMeasure[],
  require: readonly Requirement[],
): readonly World[] {
  const required = require.map((one) => (one.kind === 'measure' ? one.world : 'actual'));
  const wanted = new Set<string>([...required, ...asked.flatMap((one) => one.worlds)]);
  return wanted.has(betweenWorlds) ? worlds : worlds.filter((one) => wanted.has(one));
}
