/** What results show, in words and in tables that compare institutions. */
export { comparison, legend } from './comparison.ts';
export { contest, type Answer } from './contest.ts';
export { alikeMark, headline, headlineColumn, headlineLegend } from './headline.ts';
export { list, nameOf, quantity, type Cast } from './sentences.ts';
export { verdict } from './verdict.ts';
