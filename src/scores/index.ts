/** Scores: what any model is, bands, explanations; the Sesame-like and the FICO-like model. */
export { bandOf, type ScoreBand } from './bands.ts';
export type { CreditFile } from './credit-file.ts';
export type { Explanation } from './explanation.ts';
export { ficoModel } from './fico/model.ts';
export { ficoParameters } from './fico/parameters.ts';
export { explainFico, standings } from './fico/score.ts';
export { liftToNextBand, type Lift, type Step } from './lift.ts';
export { pointsByDimension, type ScoreColumn, type ScoreModel } from './model.ts';
export { sesameBands } from './sesame/bands.ts';
export { behaviours, dimensions, type Dimension } from './sesame/behaviours.ts';
export { sesameModel, standardised, type Measured, type Moments } from './sesame/model.ts';
export { parseBands, parseNumbers, sesameChoices } from './sesame/options.ts';
export { sesameParameters } from './sesame/parameters.ts';
export {
  printedBands,
  printedInfluence,
  printedWeights,
  shareOwners,
  weightOf,
  yardstick,
} from './sesame/published.ts';
export { sesameScoreRules } from './sesame/score.ts';
