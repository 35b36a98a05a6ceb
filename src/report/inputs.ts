import { join } from 'node:path';
import { inFigureOrder, scoreColumn, type ChartInputs, type SightRow } from '../charts/index.ts';
import { labelled, type Labelling } from '../institution-names.ts';
import type { Language } from '../language.ts';
import { resultDictionary, type Row } from '../measures/index.ts';
import { reformEffects, reformPaths, reformSeries, summarise } from '../replicates/index.ts';
import type { Institution } from '../institutions/index.ts';
import { institutionOf } from '../scenario/institutions/resolve.ts';
import { readFolder } from '../folder/read-folder.ts';
import type { Manifest, ModuleRecord } from '../folder/index.ts';
import { fromModuleRecord } from '../folder/module-record.ts';
import {
  becomings,
  economyStanding,
  inReadingOrder,
  namedIn,
  type Scenario,
} from '../scenario/index.ts';
import { storedExperiments, type StoredExperiment } from './stored-experiments.ts';
import { sightsOf } from '../figures/who-sees-what.ts';
import { admissibleStandings } from './standings.ts';

export { loneExperiments, type LoneExperiment } from './stored-experiments.ts';

/** Stored results of a run, ready to be drawn. */
export interface DrawableRun {
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

/** How a run is shown, apart from what it says. */
export interface Shown {
  /** Built-in institutions by type, or with the country that stands for them. */
  readonly labels?: Labelling;
  /** Language of the names that the scenario gives; English unless said otherwise. */
  readonly language?: Language;
  /** Ids of the institutions that figures show; all of them unless said otherwise. */
  readonly only?: readonly string[];
}

/**
 * Reads an output folder: manifest, results and the tables of experiments. Simulates nothing.
 *
 * @throws UserError if the folder holds no finished run
 */
export async function readRun(
  folder: string,
  { labels = 'types', language = 'en', only }: Shown = {},
): Promise<DrawableRun> {
  const { manifest, rows } = await readFolder(folder);
  const scenario = {
    ...manifest.scenario,
    institutions: labelled(inReadingOrder(namedIn(manifest.scenario, language)), labels),
  };
  // Whoever opens results runs no code of theirs.
  const load = fromModuleRecord(folder, manifest.modules);
  const institutions = new Map<string, Institution>();
  for (const choice of scenario.institutions)
    institutions.set(choice.id, await institutionOf(choice, load));
  for (const later of scenario.institutions.flatMap(becomings)) {
    if (institutions.has(later.id)) continue;
    institutions.set(later.id, await institutionOf(later, load));
  }
  const experiments = storedExperiments(join(folder, 'experiments'), manifest.scenario);
  const summary = summarise(rows, scenario.reference, resultDictionary);
  const drawn = inFigureOrder(scenario.institutions, summary).filter(
    ({ id }) => only === undefined || only.includes(id),
  );
  const reference = scenario.institutions.find(({ id }) => id === scenario.reference);
  const standings = admissibleStandings(scenario);
  const inputs: ChartInputs = {
    scenario: { ...scenario, institutions: drawn },
    rows,
    summary,
    economy: economyStanding(scenario),
    ...(reference && { reference }),
    ...(standings && { standings }),
    tables: {
      ...Object.fromEntries(experiments.map(({ id, table }) => [id, table])),
      ...reformTables(scenario, rows),
      'who-sees-what': sights(scenario, manifest.modules) ?? (await sightsOf(scenario, load)),
    },
    experiments: Object.fromEntries(
      experiments.map(({ id, seed, replicates, borrowers }) => [
        id,
        { seed, replicates, borrowers },
      ]),
    ),
  };
  const resultsHash = manifest.files.find(({ name }) => name === 'results.csv')?.sha256 ?? '';
  return { manifest, scenario, institutions, inputs, experiments, resultsHash };
}

/** What is recorded of who sees what, in the order in which institutions are read. */
function sights({ institutions }: Scenario, modules: ModuleRecord | undefined) {
  if (!modules) return undefined;
  const isScore = ({ contributor }: SightRow) => (contributor === scoreColumn ? 1 : 0);
  const place = ({ institution }: SightRow) =>
    institutions.findIndex(({ id }) => id === institution);
  const labels = new Map(institutions.map(({ id, label }) => [id, label]));
  return modules.sights
    .map((one): SightRow => ({ ...one, label: labels.get(one.institution) ?? one.label }))
    .toSorted((a, b) => isScore(a) - isScore(b) || place(a) - place(b));
}

/** Paths and effects of reforms, as charts read them. */
function reformTables(scenario: Scenario, rows: readonly Row[]) {
  const series = reformSeries(scenario, rows);
  return {
    'reform-paths': reformPaths(scenario, series, resultDictionary).map((row) => ({ ...row })),
    reforms: reformEffects(scenario, series, resultDictionary).map((row) => ({ ...row })),
  };
}
