/** Scores of a CSV file of a user’s own. */
export { explanationColumns, liftLines } from './explain-text.ts';
export { forms, modelOf, models, type ModelFlags } from './model-of.ts';
export { populationTemplate } from './population.ts';
export { scoreFile, type ScoredFile } from './score-file.ts';
export { template } from './score-rows.ts';
export { writeScores } from './write-scores.ts';
