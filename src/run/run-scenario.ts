import { join } from 'node:path';
import { summarise } from '../experiments/summary.ts';
import { verdict, type Answer } from '../experiments/verdict.ts';
import type { Row, SummaryRow } from '../measures/row.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { jobsFolder, publish } from './output-folder.ts';
import { outputsOf } from './outputs.ts';
import { nextReplicates, widest, type Target } from './precision.ts';
import { inOrder } from './scenario-record.ts';
import { simulateScenario, type Means } from './simulate-scenario.ts';
import { storeIn } from './store.ts';

/** A finished run. */
export interface Outcome {
  /** The scenario as it was run: with the replicates that precision called for. */
  readonly scenario: Scenario;
  readonly summary: readonly SummaryRow[];
  readonly answers: readonly Answer[];
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
  const store = storeIn(join(folder, jobsFolder));
  let scenario = inOrder(given);
  let rows: Row[] = [];
  let reached = NaN;
  let wanted = given.replicates;
  do {
    scenario = { ...scenario, replicates: wanted };
    rows = await simulateScenario(scenario, { ...means, store });
    if (target) {
      reached = widest(rows, scenario.reference, target.measure);
      wanted = nextReplicates(wanted, reached, target);
    }
  } while (wanted > scenario.replicates);
  publish(folder, outputsOf(scenario, rows));
  const labels = new Map(scenario.institutions.map(({ id, label }) => [id, label]));
  return {
    scenario: { ...given, replicates: scenario.replicates },
    summary: summarise(rows, scenario.reference),
    answers: verdict(rows, { labels, reference: scenario.reference }),
    reached,
  };
}
