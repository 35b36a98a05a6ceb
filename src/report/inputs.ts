import { join } from 'node:path';
import type { ChartInputs } from '../charts/index.ts';
import { resultDictionary, type Row } from '../measures/index.ts';
import { reformPaths, reformSeries, summarise } from '../replicates/index.ts';
import { loadExternalInstitution } from '../scenario/institutions/external.ts';
import type { Institution } from '../institutions/index.ts';
import { institutionOf } from '../scenario/institutions/resolve.ts';
import { readFolder } from '../folder/read-folder.ts';
import type { Manifest } from '../folder/index.ts';
import { becomings, inReadingOrder, type Scenario } from '../scenario/index.ts';
import { storedExperiments, type StoredExperiment } from './stored-experiments.ts';
import { sightsOf } from '../figures/who-sees-what.ts';

/** Stored results of a run, ready to be drawn. */
export interface StoredRun {
  readonly manifest: Manifest;
  /** The scenario that was run, its institutions in reading order. */
  readonly scenario: Scenario;
  /** The institutions by their ids in the scenario. */
  readonly institutions: ReadonlyMap<string, Institution>;
  readonly inputs: ChartInputs;
  readonly experiments: readonly StoredExperiment[];
  /** SHA-256 of results.csv. */
  readonly resultsHash: string;
}

/**
 * Reads an output folder: manifest, results and the tables of experiments. Simulates nothing.
 *
 * @throws UserError if the folder holds no finished run
 */
export async function readRun(folder: string): Promise<StoredRun> {
  const { manifest, rows } = await readFolder(folder);
  const scenario = {
    ...manifest.scenario,
    institutions: inReadingOrder(manifest.scenario.institutions),
  };
  const institutions = new Map<string, Institution>();
  for (const choice of scenario.institutions)
    institutions.set(choice.id, await institutionOf(choice, loadExternalInstitution));
  for (const later of scenario.institutions.flatMap(becomings)) {
    if (institutions.has(later.id)) continue;
    institutions.set(later.id, await institutionOf(later, loadExternalInstitution));
  }
  const experiments = storedExperiments(join(folder, 'experiments'), manifest.scenario);
  const inputs: ChartInputs = {
    scenario,
    rows,
    summary: summarise(rows, scenario.reference, resultDictionary),
    tables: {
      ...Object.fromEntries(experiments.map(({ id, table }) => [id, table])),
      'reform-paths': pathTable(scenario, rows),
      'who-sees-what': await sightsOf(scenario, loadExternalInstitution),
    },
    experiments: Object.fromEntries(
      experiments.map(({ id, seed, replicates }) => [id, { seed, replicates }]),
    ),
  };
  const resultsHash = manifest.files.find(({ name }) => name === 'results.csv')?.sha256 ?? '';
  return { manifest, scenario, institutions, inputs, experiments, resultsHash };
}

/** Paths of reforms, as charts read them. */
function pathTable(scenario: Scenario, rows: readonly Row[]) {
  const series = reformSeries(scenario, rows);
  return reformPaths(scenario, series, resultDictionary).map((row) => ({ ...row }));
}
