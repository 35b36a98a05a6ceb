import { UserError } from '../../errors.ts';
import { digestOf } from '../../findings/index.ts';
import { admissibleCounts } from '../../folder/ensemble/standings-file.ts';
import { inOrderOfRecord, simulateScenario } from '../../jobs/index.ts';
import { firstLook, precisionTargetOf, type PrecisionTarget } from '../../run/index.ts';
import { runScenario } from '../../run/run-scenario.ts';
import { beginIn } from '../../run/store/plan-record.ts';
import type { Scenario } from '../../scenario/index.ts';
import { marketKeys, requireKnown, workKeys, type MarketOptions } from '../options.ts';
import { resultOf } from '../result/result.ts';
import { drawable, type NodeResult } from './drawable.ts';
import { loadersOf, scenarioOf, type Given } from './given.ts';
import { inFolder, meansOf, type PlaceOptions } from './work.ts';

export interface RunOptions extends MarketOptions, PlaceOptions {
  /** Goes on until every difference to the reference is known to ± this, or `replicates` are done (1000 without it). */
  readonly precision?: number;
  /** The measure that `precision` is about; without it welfare. */
  readonly precisionMeasure?: string;
}

/** Options of verbs that simulate the markets of a scenario. */
export const placeKeys = [...marketKeys, ...workKeys, 'out', 'force', 'threads'];

/**
 * Simulates a scenario and compares its institutions, as `creditlab run` does.
 *
 * @param given the id of a shipped scenario, a path, a text, or an object
 * @throws UserError with every problem of scenario and options; the signal's reason once it aborts
 */
export async function run(given: Given, options: RunOptions = {}): Promise<NodeResult> {
  requireKnown(options, [...placeKeys, 'precision', 'precisionMeasure']);
  options.signal?.throwIfAborted();
  const { precision, precisionMeasure = 'welfare', replicates: most } = options;
  const target = precisionTargetOf({ precision, precisionMeasure, replicates: most });
  const begun = target ? { replicates: Math.min(firstLook, target.most) } : {};
  const scenario = await scenarioOf(given, options, begun);
  requireOnePoint(scenario);
  const { institution: load } = loadersOf(options);
  const { scenario: done, rows } = await simulated(scenario, options, target);
  const digest = digestOf(inOrderOfRecord(done), rows, admissibleCounts(inOrderOfRecord(done)));
  return drawable(await resultOf(done, rows, load, digest));
}

async function simulated(
  scenario: Scenario,
  options: RunOptions,
  target: PrecisionTarget | undefined,
) {
  const means = await meansOf(scenario, options);
  const { out, modules } = options;
  // A precision looks again and again, and must find what is done.
  if (out === undefined && !target) {
    return { scenario, rows: await simulateScenario(inOrderOfRecord(scenario), means) };
  }
  if (modules && Object.keys(modules).length > 0) {
    const message = 'institutions in code have no file, so nothing of them can be kept or verified';
    const hint = 'without out and precision, or name a module file in the scenario';
    throw new UserError([{ message, hint, path: ['modules'] }]);
  }
  return inFolder(scenario, options, (folder) => {
    const begin = () => beginIn(folder, { verb: 'run', named: scenario.id }, [scenario]);
    return runScenario(scenario, folder, target ? means : { ...means, begin }, target);
  });
}

function requireOnePoint({ design }: Scenario): void {
  if (!design) return;
  const message = `is a design over ${design.factors.length} values, not one run`;
  throw new UserError([{ message, hint: 'sweep() runs designs' }]);
}
