/** Jobs: what a scenario asks for and how its rows come of them, without files and threads. Doing one (work.ts) loads zod. */
export { believer, type Alone } from './beliefs.ts';
export type { Executor } from './executor.ts';
export { experimentJobs, runExperiment, type ExperimentOutcome } from './experiment-run.ts';
export { inOrderOfRecord } from './in-order.ts';
export { aloneFirst, isAlone, isUnaware, jobsOfReplicate, readAlone, type Job } from './job.ts';
export { inLanes } from './lanes.ts';
export {
  simulateScenario,
  type FinishedJobs,
  type JobTools,
  type Progress,
} from './simulate-scenario.ts';
