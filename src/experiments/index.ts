/** Experiments: rows, and how they are read. The list of them is registry.ts. */
export { hazardMethods, selectionMethods, type Method } from './agreement/methods.ts';
export { likeness, repliesOf, type MethodReply } from './agreement/replies.ts';
export { unawareBeliefs } from './beliefs.ts';
export { cohortOf, type Cohort } from './cohort.ts';
export { accepts, lifePdUnder, prices, tryArms } from './karlan-zinman/arms.ts';
export { fileFields, observeApplicants } from './applicants.ts';
export {
  experimentSamples,
  inCanonicalOrder,
  summariseExperiment,
  type ExperimentRow,
  type ExperimentSummaryRow,
} from './experiment-rows.ts';
export type { Experiment } from './experiment.ts';
export { remedies } from './remedies/experiment.ts';
export { joining, joiningMeasures, profitOf } from './joining/experiment.ts';
export type { ExperimentReading, ReadingColumn } from './reading.ts';
export { readingOf } from './readings.ts';
export { enrolledBorrowers, isCounted, isEnrolled } from './trial.ts';
export { checks } from './zero-laws.ts';
