import { join } from 'node:path';
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
import type { Scenario } from '../scenario/index.ts';
import { agreementPage, writeTogether, summaryColumns, type Content } from '../folder/index.ts';
import { csv } from '../text/csv.ts';
import { jobsOf } from './job.ts';
import { manifestText } from '../folder/manifest.ts';
import { inOrder } from '../folder/scenario-record.ts';
import type { Means } from './simulate-scenario.ts';

/** A finished experiment. */
export interface ExperimentOutcome {
  readonly rows: readonly ExperimentRow[];
  readonly summary: readonly ExperimentSummaryRow[];
  readonly answers: readonly Answer[];
}

/** Columns of experiments/<id>.csv, in order. */
const rowColumns = [
  'scenario',
  'institution',
  'world',
  'replicate',
  'measure',
  'at',
  'value',
] as const satisfies readonly (keyof ExperimentRow)[];

/**
 * Does an experiment in every market of a scenario.
 *
 * @throws UserError if the scenario leaves it nothing to observe
 */
export async function runExperiment(
  experiment: Experiment,
  scenario: Scenario,
  { executor, signal, onProgress }: Omit<Means, 'store'>,
): Promise<ExperimentOutcome> {
  if (scenario.quarters <= scenario.burnIn) {
    const message = `no quarter is left after the burn-in of ${scenario.burnIn}: nothing to observe`;
    throw new UserError([{ message, hint: 'more --quarters, or a shorter --burn-in' }]);
  }
  const jobs = jobsOf(inOrder(scenario)).map((job) => ({ ...job, experiment: experiment.id }));
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
    labels: new Map(scenario.institutions.map(({ id, label }) => [id, label])),
    reference: scenario.reference,
  };
  const reading = readingOf(experiment);
  const samples = experimentSamples(rows, dictionary);
  const summary = summariseExperiment(rows, scenario.reference, dictionary);
  const answers = [...reading.answers(samples, cast, summary), ...checks(reading, samples, cast)];
  return { rows, summary, answers };
}

/**
 * Writes experiments/<id>.csv (one line a replicate), <id>-summary.csv (means, intervals, paired differences) and
 * <id>-manifest.json (what made them) into the scenario's folder, together; for the agreement also its page.
 */
export function writeExperiment(
  id: string,
  scenario: Scenario,
  { rows, summary }: ExperimentOutcome,
  folder: string,
): void {
  const files = new Map<string, Content>([
    [`${id}.csv`, csv(rowColumns, rows)],
    [`${id}-summary.csv`, csv([...summaryColumns, 'at'], summary)],
  ]);
  if (id === 'agreement')
    files.set(`${id}.md`, agreementPage(experimentSamples(rows, dictionary), scenario));
  files.set(`${id}-manifest.json`, manifestText(inOrder(scenario), files));
  writeTogether(
    new Map([...files].map(([name, text]) => [join(folder, 'experiments', name), text])),
  );
}
