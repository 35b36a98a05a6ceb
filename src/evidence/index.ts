/**
 * Evidence: facts, what is seen of markets, verdicts. The list of facts is registry.ts; users' modules get kit.ts. Telling
 * facts of several markets (evaluate.ts) and reading a user's (external.ts) loads zod.
 */
export { chooseFacts } from './choose.ts';
export { marketFacts, observeFacts } from './one-market.ts';
export { tallyOf, tallyTable, type FactTally } from './tally.ts';
export type { FactValue, LoadedFact } from './tell.ts';
export {
  countsOf,
  countText,
  endsOf,
  groupOf,
  groups,
  readFact,
  type FactReading,
  type Group,
  type Verdict,
} from './verdict.ts';
export { bandText, marketText, publishedText, simulatedText } from './words.ts';
