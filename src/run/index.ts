/** Doing jobs: what a run asks for, tells and leaves. Running (run-scenario.ts, experiment-run.ts, verify.ts) loads threads. */
export { askedOf, type AskedMeasure } from './answers/asked.ts';
export type { Collected } from './answers/collect.ts';
export { ownerOf, spaceOf } from './answers/factor-space.ts';
export type { RobustnessOutcome } from './answers/robustness.ts';
export type { Convergence } from './answers/converge.ts';
export type { AnalysisSize, MeansFor, SensitivityOutcome } from './answers/sensitivity.ts';
export { indicesTable, screeningTable } from './answers/sensitivity-tables.ts';
export type { DesignOutcome } from './design/run-design.ts';
export type { JobPart } from './design/tasks.ts';
export { firstLook, type PrecisionTarget } from './precision.ts';
export { precisionTargetOf } from './target.ts';
export type { RunOutcome } from './run-scenario.ts';
