/** What results show, in words and in tables that compare institutions. */
export { comparison, legend } from './comparison.ts';
export { contest, type Answer } from './contest.ts';
export {
  designAnswers,
  designLegend,
  isHeadline,
  pointTable,
  type PointDigest,
} from './design-digest.ts';
export { digestOf, type Digest } from './digest.ts';
export { alikeMark, headline, headlineColumn, headlineLegend } from './headline.ts';
export { standingsAt, standingsOver } from './ensemble.ts';
export type { AdmissibleCounts } from './ensemble-words.ts';
export { isFrozen, lendsTooLittle, unmet } from './requirements.ts';
export { apartFromZero, sentenceDecimals } from './rounding.ts';
export {
  differenceUnit,
  distance,
  enumerated,
  institutionName,
  quantity,
  type Cast,
} from './sentences.ts';
export { verdict } from './verdict.ts';
export { smallestSentences } from './verdict-doubts.ts';
export { reformAnswers } from './verdict-reforms.ts';
