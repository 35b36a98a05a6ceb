import { join } from 'node:path';
import type { Row } from '../measures/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { jobsFolder, publish } from '../folder/output-folder.ts';
import { digestOf, type Digest } from '../findings/index.ts';
import { admissibleCounts } from '../folder/ensemble/standings-file.ts';
import { outputsOf } from '../folder/outputs.ts';
import { codeFingerprint } from './fingerprint.ts';
import { keptIn } from './job-key.ts';
import { nextReplicates, widest, type Target } from './precision.ts';
import { inOrder, simulateScenario, type Means } from '../jobs/index.ts';
import { storeIn } from './store/store.ts';

/** A finished run. */
export interface Outcome extends Digest {
  /** The scenario as it was run: with the replicates that precision called for. */
  readonly scenario: Scenario;
  /** Lines of results.csv. */
  readonly lines: number;
  /** Widest half-width reached, where a target was set. */
  readonly reached: number;
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
  means: Omit<Means, 'store'>,
  target?: Target,
): Promise<Outcome> {
  const store = storeIn([join(folder, jobsFolder)], means.begin);
  const kept = keptIn(store, codeFingerprint());
  let scenario = inOrder(given);
  let rows: Row[] = [];
  let reached = NaN;
  let wanted = given.replicates;
  do {
    scenario = { ...scenario, replicates: wanted };
    rows = await simulateScenario(scenario, { ...means, store: kept });
    if (target) {
      reached = widest(rows, scenario.reference, target.measure);
      wanted = nextReplicates(wanted, reached, target);
    }
  } while (wanted > scenario.replicates);
  store.close();
  // To the user, institutions stay in the order that the scenario gave them.
  const asGiven = { ...given, replicates: scenario.replicates };
  return { ...finish(scenario, rows, folder, means.force), scenario: asGiven, reached };
}

/**
 * Writes the folder of a finished run.
 *
 * @param scenario in order (`inOrder`)
 * @param rows in canonical order
 */
export function finish(
  scenario: Scenario,
  rows: readonly Row[],
  folder: string,
  force = false,
): Omit<Outcome, 'scenario' | 'reached'> {
  const digest = digestOf(scenario, rows, admissibleCounts(scenario));
  publish(folder, outputsOf(scenario, rows, digest), { force });
  return { ...digest, lines: rows.length + 1 };
}
