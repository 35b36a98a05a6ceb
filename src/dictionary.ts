import { experiments } from './experiments/registry.ts';
import { dictionaryOf, resultMeasures } from './measures/index.ts';

/** The measures of runs and of experiments. */
export const dictionary = dictionaryOf([
  ...resultMeasures,
  ...experiments.flatMap((experiment) => experiment.measures),
]);
