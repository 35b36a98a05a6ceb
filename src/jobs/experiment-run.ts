import { dictionary } from '../dictionary.ts';
import { UserError } from '../errors.ts';
import {
  experimentSamples,
  inCanonicalOrder,
  summariseExperiment,
  readingOf,
  checks,
  type Experiment,
  type ExperimentRow,
  type ExperimentSummaryRow,
} from '../experiments/index.ts';
import type { Answer } from '../findings/index.ts';
import { institutionName } from '../institution-names.ts';
import type { Language } from '../language.ts';
import { namedIn, type Scenario } from '../scenario/index.ts';
import { jobsOf, type Job } from './job.ts';
import { inOrderOfRecord } from './in-order.ts';
import type { JobTools } from './simulate-scenario.ts';

/** A finished experiment. */
export interface ExperimentOutcome {
  readonly rows: readonly ExperimentRow[];
  readonly summary: readonly ExperimentSummaryRow[];
  readonly answers: readonly Answer[];
}

/**
 * The markets that an experiment observes.
 *
 * @throws UserError if the scenario leaves it nothing to observe
 */
export function experimentJobs(experiment: Experiment, scenario: Scenario): Job[] {
  if (scenario.quarters <= scenario.burnIn) {
    const message = `no quarter is left after the burn-in of ${scenario.burnIn}: nothing to observe`;
    throw new UserError([{ message, hint: 'more --quarters, or a shorter --burn-in' }]);
  }
  const jobs = jobsOf(inOrderOfRecord(scenario))
    .filter(({ institution }) => !experiment.ofReforms || institution.phases !== undefined)
    .map((job) => ({ ...job, experiment: experiment.id }));
  if (jobs.length === 0) {
    const message = `no institution of ${scenario.id} has phases: there is no reform to observe`;
    throw new UserError([{ message, hint: 'docs/how-to-reform.md says how to write one' }]);
  }
  return jobs;
}

/**
 * Does an experiment in every market of a scenario.
 *
 * @param means of doing it; `language` is that of what it shows, where the experiment speaks it
 * @throws UserError if the scenario leaves it nothing to observe
 */
export async function runExperiment(
  experiment: Experiment,
  scenario: Scenario,
  {
    executor,
    signal,
    onProgress,
    language = 'en',
  }: Omit<JobTools, 'store'> & {
    readonly language?: Language;
  },
): Promise<ExperimentOutcome> {
  const jobs = experimentJobs(experiment, scenario);
  const found: ExperimentRow[] = [];
  let done = 0;
  const tell = () => onProgress?.({ done, total: jobs.length, reused: 0 });
  tell();
  await executor.run(
    jobs,
    ({ institution, replicate }, values) => {
      const run = { scenario: scenario.id, institution: institution.id, replicate };
      for (const { world, measure, at = null, value } of values) {
        found.push({ ...run, world, measure, at, value });
      }
      done++;
      tell();
    },
    signal,
  );
  const rows = inCanonicalOrder(found, dictionary);
  const cast = {
    labels: new Map(
      namedIn(scenario, language).map((one) => [one.id, institutionName(one, language)]),
    ),
    ...{ reference: scenario.reference, language },
  };
  const reading = readingOf(experiment);
  const samples = experimentSamples(rows, dictionary);
  const summary = summariseExperiment(rows, scenario.reference, dictionary);
  const answers = [...reading.answers(samples, cast, summary), ...checks(reading, samples, cast)];
  return { rows, summary, answers };
}
