import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { UserError } from '../errors.ts';
import type { Cell, ChartInputs, Table } from '../charts/chart.ts';
import { summarise } from '../experiments/summary.ts';
import { loadExternalInstitution } from '../institutions/external.ts';
import type { Institution } from '../institutions/institution.ts';
import { institutionOf } from '../institutions/resolve.ts';
import { readManifest, type Manifest } from '../run/manifest.ts';
import { readResults } from '../run/results-file.ts';
import { isSameWorld } from '../run/scenario-differences.ts';
import { recordedScenario } from '../run/scenario-record.ts';
import { inReadingOrder } from '../scenario/reading-order.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { sightsOf } from './who-sees-what.ts';

/** Stored results of a run, ready to be drawn. */
export interface StoredRun {
  readonly manifest: Manifest;
  /** The scenario that was run, its institutions in reading order. */
  readonly scenario: Scenario;
  /** The institutions by their ids in the scenario. */
  readonly institutions: ReadonlyMap<string, Institution>;
  readonly inputs: ChartInputs;
  /** SHA-256 of results.csv. */
  readonly resultsHash: string;
}

/**
 * Reads an output folder: manifest, results and the tables of experiments. Simulates nothing.
 *
 * @throws UserError if the folder holds no finished run
 */
export async function readRun(folder: string): Promise<StoredRun> {
  const manifest = readManifest(folder);
  const rows = await readResults(bytesOf(join(folder, 'results.parquet')));
  const scenario = {
    ...manifest.scenario,
    institutions: inReadingOrder(manifest.scenario.institutions),
  };
  const institutions = new Map<string, Institution>();
  for (const choice of scenario.institutions)
    institutions.set(choice.id, await institutionOf(choice, loadExternalInstitution));
  const experiments = experimentsOf(join(folder, 'experiments'), manifest.scenario);
  const inputs: ChartInputs = {
    scenario,
    rows,
    summary: summarise(rows, scenario.reference),
    tables: {
      ...experiments.tables,
      'who-sees-what': await sightsOf(scenario),
    },
    experiments: experiments.seeds,
  };
  const resultsHash = manifest.files.find(({ name }) => name === 'results.csv')?.sha256 ?? '';
  return { manifest, scenario, institutions, inputs, resultsHash };
}

function bytesOf(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    const hint = 'run the scenario again: "creditlab run"';
    throw new UserError([{ file, message: 'cannot be read', hint }], { cause: error });
  }
}

const experimentManifest = z.object({ scenario: recordedScenario });

/**
 * The experiments in a folder: their tables by file stem, numbers as numbers and empty cells null; seed and replicates
 * from the manifest beside each. One that was done under other rules or another economy than the run is left out.
 */
function experimentsOf(folder: string, run: Scenario) {
  const tables: Record<string, Table> = {};
  const seeds: Record<string, { seed: string; replicates: number }> = {};
  const names = filesOf(folder);
  for (const name of names) {
    const id = /^(.+)-manifest\.json$/.exec(name)?.[1];
    if (id === undefined) continue;
    const text = readFileSync(join(folder, name), 'utf8');
    const { scenario } = experimentManifest.parse(JSON.parse(text));
    if (!isSameWorld(scenario, run)) continue;
    seeds[id] = { seed: scenario.seed, replicates: scenario.replicates };
    for (const table of [id, `${id}-summary`].filter((stem) => names.includes(`${stem}.csv`))) {
      tables[table] = readTable(join(folder, `${table}.csv`));
    }
  }
  return { tables, seeds };
}

function readTable(file: string): Table {
  const records: unknown = parse(readFileSync(file), {
    columns: true,
    cast: (text, { header }): Cell => (header ? text : cellOf(text)),
  });
  return Array.isArray(records) ? records : [];
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}

function cellOf(text: string): Cell {
  if (text === '') return null;
  const number = Number(text);
  return Number.isFinite(number) && text.trim() !== '' ? number : text;
}
