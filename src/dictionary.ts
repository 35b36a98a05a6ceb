import { experiments } from './experiments/registry.ts';
import { dictionaryOf } from './measures/passport.ts';
import { resultMeasures } from './measures/result-measures.ts';

/** The measures of runs and of experiments. */
export const dictionary = dictionaryOf([
  ...resultMeasures,
  ...experiments.flatMap((experiment) => experiment.measures),
]);
