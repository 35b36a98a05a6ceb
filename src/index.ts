/**
 * creditlab as a library. A function for each verb of the command line, with the same results; below them the parts they
 * are made of: scenarios, markets, measures, institutions.
 *
 * @packageDocumentation
 */
export { run, type RunOptions } from './library/node/run.ts';
export {
  sweep,
  type SweepOptions,
  type SweepResult,
  type SweepRows,
} from './library/node/sweep.ts';
export {
  check,
  compare,
  experiment,
  list,
  schema,
  type RunComparison,
} from './library/node/verbs.ts';
export {
  converge,
  robustness,
  sensitivity,
  type QuestionOptions,
  type RobustnessOptions,
  type SensitivityOptions,
} from './library/node/answers.ts';
export { calibrate, type CalibrateOptions, type Calibrated } from './library/node/calibrate.ts';
export { evidence, type EvidenceOptions, type EvidenceTold } from './library/node/evidence.ts';
export {
  figures,
  report,
  verify,
  type FiguresDrawn,
  type FiguresOptions,
  type ReportOptions,
} from './library/node/folders.ts';
export { draw } from './library/node/draw.ts';
export { paper, type Paper } from './library/paper.ts';
export { score, type Score, type Scored, type ScoreOptions } from './library/node/score.ts';
export type { DrawableFigure, NodeResult } from './library/node/drawable.ts';
export type { Given } from './library/node/given.ts';
export type { PlaceOptions } from './library/node/work.ts';
export type { Checked } from './library/check.ts';
export type { Entry } from './library/lists.ts';
export type { MarketOptions, ScenarioObject, WorkOptions } from './library/options.ts';
export type { ConvergenceTold } from './library/answers/convergence.ts';
export type { RobustnessTold } from './library/answers/robustness.ts';
export type { SensitivityTold } from './library/answers/sensitivity.ts';
export type { Which } from './library/result/choose.ts';
export type { ExperimentResult } from './library/result/experiment.ts';
export type { Figure, FigureOptions } from './library/result/figure.ts';
export type { Result } from './library/result/result.ts';
export type { ExperimentRows, Rows } from './library/result/rows.ts';
export type { Answer } from './findings/index.ts';
export type { Progress } from './jobs/index.ts';
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
export { marketInstitutionOf } from './scenario/institutions/resolve.ts';
export { loadExternalInstitution } from './scenario/institutions/external.ts';
export { simulate, simulateWorlds } from './engine/running/index.ts';
export {
  type Ledger,
  type Lender,
  type Market,
  type MarketInstitution,
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
