import { fileURLToPath } from 'node:url';
import { experimentOf } from '../../experiments/registry.ts';
import { scenarioDifferences } from '../../folder/index.ts';
import { readFolder } from '../../folder/read-folder.ts';
import { writeExperiment } from '../../folder/experiment-files.ts';
import { runExperiment } from '../../jobs/index.ts';
import type { RunContrast } from '../../replicates/index.ts';
import { describeShipped } from '../../scenario/index.ts';
import { scenarioJsonSchema } from '../../scenario/json-schema.ts';
import { experimentPage, experimentTold } from '../../terminal/experiment-told.ts';
import { checked, type Checked } from '../check.ts';
import { columnsAsRows, contrastsOf } from '../compare.ts';
import { listed, listings, type Entry } from '../lists.ts';
import { marketKeys, requireKnown, type MarketOptions } from '../options.ts';
import { experimentResult, type ExperimentResult } from '../result/experiment.ts';
import type { Result } from '../result/result.ts';
import { loadersOf, scenarioOf, type Given } from './given.ts';
import { placeKeys } from './run.ts';
import { claimed, holding, meansOf, type PlaceOptions } from './work.ts';

/**
 * Validates a scenario and resolves it, as `creditlab check` does.
 *
 * @throws UserError with every problem found
 */
export async function check(given: Given, options: MarketOptions = {}): Promise<Checked> {
  requireKnown(options, marketKeys);
  return checked(await scenarioOf(given, options), loadersOf(options).institution);
}

/**
 * Does a randomised experiment in every market of a scenario, as `creditlab experiment` does.
 *
 * @param id as `list('experiments')` has it
 * @throws UserError if there is no such experiment, or the scenario leaves it nothing to observe
 */
export async function experiment(
  id: string,
  given: Given,
  options: MarketOptions & PlaceOptions = {},
): Promise<ExperimentResult> {
  requireKnown(options, placeKeys);
  options.signal?.throwIfAborted();
  const found = experimentOf(id);
  const scenario = await scenarioOf(given, options);
  claimed(scenario, options);
  const outcome = await runExperiment(found, scenario, await meansOf(scenario, options));
  const { out, force, signal } = options;
  if (out !== undefined) {
    await holding(out, scenario, signal, () => {
      // Another scenario may have been done here meanwhile.
      claimed(scenario, options);
      const page = experimentPage(experimentTold(id, scenario, outcome, 'en'));
      writeExperiment(id, scenario, { ...outcome, page }, out, force);
    });
  }
  return experimentResult(id, scenario, outcome);
}

/** What the second of two runs has more than the first. */
export interface RunComparison {
  /** Paired where their seeds match, one an institution, world and measure. */
  readonly contrasts: readonly RunContrast[];
  /** Settings in which the scenarios differ, as sentences. */
  readonly differences: readonly string[];
}

/**
 * Compares two runs, as `creditlab compare` does.
 *
 * @param a output folder, or result
 * @throws UserError if a folder holds no run, or the two have nothing in common
 */
export async function compare(
  a: string | URL | Result,
  b: string | URL | Result,
): Promise<RunComparison> {
  const [before, after] = [await sideOf(a), await sideOf(b)];
  const contrasts = contrastsOf(before, after);
  return { contrasts, differences: scenarioDifferences(before.scenario, after.scenario) };
}

async function sideOf(one: string | URL | Result) {
  if (typeof one === 'string' || one instanceof URL) {
    const { manifest, rows } = await readFolder(pathOf(one));
    return { rows, scenario: manifest.scenario };
  }
  return { rows: columnsAsRows(one.rows), scenario: one.scenario };
}

/** A folder as a path. */
export function pathOf(folder: string | URL): string {
  return typeof folder === 'string' ? folder : fileURLToPath(folder);
}

/**
 * Entries of a list, as `creditlab list` and `creditlab experiment list` have them.
 *
 * @param what scenarios, institutions, measures, parameters, experiments or figures
 * @throws UserError if there is no such list
 */
export function list(what: string): readonly Entry[] {
  return listed(what, { scenarios: describeShipped, ...listings });
}

/** The JSON Schema of scenario files, as an object. */
export function schema(): unknown {
  return JSON.parse(scenarioJsonSchema());
}
