/** Scores of a CSV file of a user’s own. */
export { explanationColumns, liftLines } from './explain-text.ts';
export { stillOpen } from './still-open.ts';
export { forms, modelOf, models, type ModelFlags } from './model-of.ts';
export { populationTemplate } from './population.ts';
export { scoreFile, type ReadingOptions, type ScoredFile } from './score-file.ts';
export { template } from './score-rows.ts';
export { encodings } from './decode.ts';
export { inputOf } from './input.ts';
export { scoreOutputOf } from './whole-file.ts';
export { writeScores } from './write-scores.ts';
