/** Doing jobs: what a run asks for, tells and leaves. Running (run-scenario.ts, experiment-run.ts, verify.ts) loads threads. */
export { askedOf, type Asked } from './answers/asked.ts';
export type { Collected } from './answers/collect.ts';
export { ownerOf, spaceOf } from './answers/factor-space.ts';
export type { RobustnessOutcome } from './answers/robustness.ts';
export type { Convergence } from './answers/converge.ts';
export type { Effort, MeansFor, SensitivityOutcome } from './answers/sensitivity.ts';
export { indicesTable, screeningTable, type Table } from './answers/sensitivity-tables.ts';
export type { DesignOutcome } from './design/run-design.ts';
export type { Part } from './design/tasks.ts';
export { firstLook, type Target } from './precision.ts';
export { targetOf } from './target.ts';
export type { Outcome } from './run-scenario.ts';
