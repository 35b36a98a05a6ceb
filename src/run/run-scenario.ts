import { loadExternalInstitution } from '../scenario/institutions/external.ts';
import { recordOfModules } from './module-record.ts';
import { join } from 'node:path';
import type { Row } from '../measures/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { jobsFolder, publish } from '../folder/output-folder.ts';
import { digestOf, type Digest } from '../findings/index.ts';
import { admissibleCounts } from '../folder/ensemble/standings-file.ts';
import { outputsOf } from '../folder/outputs.ts';
import { codeFingerprint } from './fingerprint.ts';
import { keptIn } from './job-key.ts';
import { nextReplicates, widestHalfWidth, type PrecisionTarget } from './precision.ts';
import { inOrderOfRecord, simulateScenario, type JobTools } from '../jobs/index.ts';
import { storeIn } from './store/store.ts';

/** A finished run. */
export interface RunOutcome extends Digest {
  /** The scenario as it was run: with the replicates that precision called for. */
  readonly scenario: Scenario;
  /** Lines of results.csv. */
  readonly lines: number;
  /** Widest half-width reached, where a target was set. */
  readonly reached: number;
  /** In canonical order. */
  readonly rows: readonly Row[];
}

/**
 * Runs a scenario and writes its folder: finished work that lies there is reused, every finished job is
 * kept at once, and the result files replace the old ones together at the end.
 *
 * @param target stops at this precision instead of at the scenario's number of replicates
 */
export async function runScenario(
  given: Scenario,
  folder: string,
  means: Omit<JobTools, 'store'>,
  target?: PrecisionTarget,
): Promise<RunOutcome> {
  const store = storeIn([join(folder, jobsFolder)], means.begin);
  try {
    const kept = keptIn(store, codeFingerprint());
    const { scenario, rows, reached } = await simulateTo(given, { ...means, store: kept }, target);
    // To the user, institutions stay in the order that the scenario gave them.
    const asGiven = { ...given, replicates: scenario.replicates };
    const finished = await finish(scenario, rows, folder, means.force);
    return { ...finished, rows, scenario: asGiven, reached };
  } finally {
    store.close();
  }
}

/**
 * Simulates a scenario, with a target as often as that calls for; what is kept is not done again.
 *
 * @returns the scenario in order, with its replicates, and its rows in canonical order
 */
async function simulateTo(
  given: Scenario,
  means: JobTools,
  target: PrecisionTarget | undefined,
): Promise<{ readonly scenario: Scenario; readonly rows: Row[]; readonly reached: number }> {
  let scenario = inOrderOfRecord(given);
  for (;;) {
    const rows = await simulateScenario(scenario, means);
    const reached = target ? widestHalfWidth(rows, scenario.reference, target.measure) : NaN;
    const { replicates } = scenario;
    const wanted = target ? nextReplicates(replicates, reached, target) : replicates;
    if (wanted <= replicates) return { scenario, rows, reached };
    scenario = { ...scenario, replicates: wanted };
  }
}

/**
 * Writes the folder of a finished run.
 *
 * @param scenario in order (`inOrderOfRecord`)
 * @param rows in canonical order
 */
export async function finish(
  scenario: Scenario,
  rows: readonly Row[],
  folder: string,
  force = false,
): Promise<Omit<RunOutcome, 'scenario' | 'reached' | 'rows'>> {
  const digest = digestOf(scenario, rows, admissibleCounts(scenario));
  const modules = await recordOfModules(scenario, loadExternalInstitution);
  publish(folder, outputsOf(scenario, rows, digest, modules), { force });
  return { ...digest, lines: rows.length + 1 };
}
