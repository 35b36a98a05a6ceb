/** creditlab as a library: what a program needs to read scenarios, simulate markets and measure them. */
export {
  Access,
  Duty,
  LenderKind,
  contributors,
  defineInstitution,
  exp,
  institutions,
  internetLenders,
  isBank,
  lenderKindNames,
  log,
  logistic,
  normalCdf,
  readers,
  real,
  recordParameters,
  recordRules,
  scoreRange,
  sesameParameters,
  sesameScoreRules,
  toggle,
  whole,
  type AccessColumns,
  type AccessName,
  type Column,
  type DutyName,
  type ErrorRules,
  type Facts,
  type Institution,
  type LenderColumns,
  type LenderKindName,
  type RecordRules,
  type Rules,
  type ScoreBatch,
  type ScoreRules,
  type Values,
} from './institutions/kit.ts';
export { UserError, type Problem } from './errors.ts';
export { loadScenario } from './scenario/load.ts';
export {
  shippedScenarios,
  type Surroundings,
  type Overrides,
  type InstitutionChoice,
  type Scenario,
  type LoadInstitution,
} from './scenario/index.ts';
export { parseScenario } from './scenario/parse.ts';
export { regimeOf } from './scenario/institutions/resolve.ts';
export { loadExternalInstitution } from './scenario/institutions/external.ts';
export { simulate, simulateWorlds } from './engine/running/index.ts';
export {
  type Ledger,
  type Lender,
  type Market,
  type Regime,
  type World,
  worlds,
} from './engine/index.ts';
export {
  applicationColumns,
  auc,
  defineFact,
  fileColumns,
  logisticRegression,
  peopleColumns,
  trialColumns,
  type Applications,
  type Band,
  type Fact,
  type FactKind,
  type Files,
  type MarketNeed,
  type People,
  type Seen,
  type Trials,
  type WatchNeed,
} from './evidence/kit.ts';
export { facts } from './evidence/registry.ts';
export { evaluateFacts } from './evidence/evaluate.ts';
export { loadExternalFact } from './evidence/external.ts';
export {
  observeFacts,
  readFact,
  type FactReading,
  type FactValue,
  type LoadedFact,
  type Verdict,
} from './evidence/index.ts';
export { seedKey } from './random/seed.ts';
export { measures } from './measures/registry.ts';
export type { Measure, Row, SummaryRow } from './measures/index.ts';
export {
  sesameModel,
  standardised,
  sesameChoices,
  ficoModel,
  ficoParameters,
  liftToNextBand,
  type Measured,
  type Lift,
  type Explanation,
  type ScoreModel,
} from './scores/index.ts';
export { checks, exhibits, type Exhibit, type Check } from './paper/index.ts';
