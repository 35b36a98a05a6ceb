/**
 * What a fact is built from: all that a user's module gets from `import … from 'creditlab'`. The contract, what institutions
 * are built from, portable arithmetic, and the readings that the shipped facts share.
 */
export * from '../institutions/kit.ts';
export {
  defineFact,
  factKinds,
  type Band,
  type EconomyChanges,
  type Fact,
  type FactKind,
  type MarketNeed,
} from './fact.ts';
export {
  applicationColumns,
  fileColumns,
  peopleColumns,
  trialColumns,
  type Applications,
  type Files,
  type People,
  type PeopleNeed,
  type Seen,
  type Trials,
  type WatchNeed,
} from './seen.ts';
export { auc } from '../math/auc.ts';
export { logisticRegression } from '../math/logistic-regression.ts';
export { mean, rankCorrelation, standardDeviation } from '../math/statistics.ts';
export { aucAbove, badOnSomeAccount, bureauScore } from './read/bureau-score.ts';
export { gradesOf, meanOver, rowsWhere, totalOver } from './read/grades.ts';
export { fifthsBy, hasFile, isScored, shareOf } from './read/scored-file.ts';
export { weightedLine } from './read/weighted-line.ts';
