import { contrastEnds, worldContrasts } from './between-worlds.ts';
import { lenderBooks } from './catalogue/lender-books.ts';
import { pathMeasures } from './catalogue/paths.ts';
import { loanAges } from './catalogue/loan-ages.ts';
import { dictionaryOf, type Passport } from './passport.ts';
import { measures } from './registry.ts';

/** Measures that are made from two worlds; their rows have the world `between-worlds`. */
export const contrastMeasures: readonly Passport[] = [...worldContrasts, ...contrastEnds];

/** Every measure that can stand in the result files of a run, in the order in which files list them. */
export const resultMeasures: readonly Passport[] = [
  ...measures,
  ...contrastMeasures,
  ...lenderBooks,
  ...loanAges,
  ...pathMeasures,
];

export const resultDictionary = dictionaryOf(resultMeasures);
