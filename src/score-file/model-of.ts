import { UserError } from '../errors.ts';
import { defaultsOf } from '../parameters.ts';
import {
  ficoModel,
  ficoParameters,
  parseBands,
  parseNumbers,
  sesameChoices,
  sesameModel,
  standardised,
  type Measured,
  type ScoreModel,
} from '../scores/index.ts';
import { readPopulation } from './population.ts';

export const models = ['sesame', 'fico'] as const;
export const forms = ['percentiles', 'raw'] as const;

/** What the flags say about the model. */
export interface ModelFlags {
  readonly model: (typeof models)[number];
  readonly values: (typeof forms)[number];
  readonly population: string | undefined;
  readonly weights: readonly string[] | undefined;
  readonly authenticity: number | undefined;
  readonly range: readonly string[] | undefined;
  readonly bands: readonly string[] | undefined;
}

/**
 * The score that the flags ask for.
 *
 * @throws UserError if they contradict each other or are out of range.
 */
export async function modelOf(flags: ModelFlags): Promise<ScoreModel> {
  const { model, values, population, weights, authenticity, range } = flags;
  const bands = flags.bands && parseBands(flags.bands);
  if (model === 'fico') {
    const only = { population, weights, authenticity, range };
    const given = Object.entries(only).filter(([, value]) => value !== undefined);
    if (given.length > 0 || values !== 'percentiles') {
      const names = [
        ...given.map(([name]) => `--${name}`),
        ...(values === 'raw' ? ['--values'] : []),
      ];
      throw new UserError([{ message: `${names.join(', ')}: only with --model sesame` }]);
    }
    return ficoModel(defaultsOf(ficoParameters), bands);
  }
  if (population !== undefined && values !== 'raw') {
    throw new UserError([{ message: '--population: only with --values raw' }]);
  }
  const chosen = sesameChoices({
    weights: weights && parseNumbers('weights', weights, 5),
    authenticity,
    range: range && parseNumbers('range', range, 2),
    bands,
  });
  return sesameModel(chosen.values, await measured(values, population), chosen.bands);
}

async function measured(values: 'percentiles' | 'raw', population?: string): Promise<Measured> {
  if (values === 'percentiles') return { as: 'percentiles' };
  return population === undefined
    ? standardised
    : { as: 'raw', moments: await readPopulation(population) };
}
