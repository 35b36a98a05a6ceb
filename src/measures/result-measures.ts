import { partMeasures } from './decomposition.ts';
import { dictionaryOf, type Passport } from './passport.ts';
import { measures } from './registry.ts';

/** Every measure that can stand in the result files of a run, in the order in which files list them. */
export const resultMeasures: readonly Passport[] = [...measures, ...partMeasures];

export const resultDictionary = dictionaryOf(resultMeasures);
