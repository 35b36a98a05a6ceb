/** Evidence: facts, what is seen of markets, verdicts. The list of facts is registry.ts. */
export { evaluateFacts, type FactValue, type LoadedFact } from './evaluate.ts';
export type { Fact } from './fact.ts';
export { marketFacts, observeFacts, type ObservedFacts } from './one-market.ts';
