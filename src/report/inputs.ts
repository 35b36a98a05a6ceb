import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { UserError } from '../errors.ts';
import type { Cell, ChartInputs, Table } from '../charts/chart.ts';
import { summarise } from '../experiments/summary.ts';
import { loadExternalInstitution } from '../institutions/external.ts';
import { institutions as builtIn } from '../institutions/index.ts';
import type { Institution } from '../institutions/institution.ts';
import { institutionOf } from '../institutions/resolve.ts';
import { readManifest, type Manifest } from '../run/manifest.ts';
import { readResults } from '../run/results-file.ts';
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
  const experiments = join(folder, 'experiments');
  const inputs: ChartInputs = {
    scenario,
    rows,
    summary: summarise(rows, scenario.reference),
    tables: {
      ...experimentTables(experiments),
      'who-sees-what': await sightsOf(scenario),
    },
    experiments: experimentSeeds(experiments),
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

/** Built-in institutions in the order of the registry, then a scenario's own by id: files list them by id alone. */
function inReadingOrder<T extends { readonly id: string }>(choices: readonly T[]): T[] {
  const order = Object.keys(builtIn);
  const rank = ({ id }: T) => (order.includes(id) ? order.indexOf(id) : order.length);
  return choices.toSorted((a, b) => rank(a) - rank(b));
}

/** Every CSV file of a folder by file stem; numbers become numbers, empty cells null. */
function experimentTables(folder: string): Record<string, Table> {
  const tables: Record<string, Table> = {};
  for (const name of filesOf(folder)) {
    if (!name.endsWith('.csv')) continue;
    const records: unknown = parse(readFileSync(join(folder, name)), {
      columns: true,
      cast: (text, { header }): Cell => (header ? text : cellOf(text)),
    });
    tables[basename(name, '.csv')] = Array.isArray(records) ? records : [];
  }
  return tables;
}

const seedsOfManifest = z.object({
  scenario: z.object({ seed: z.string(), replicates: z.int() }),
});

/** Seed and replicates of each experiment, from the manifest beside its table. */
function experimentSeeds(folder: string): NonNullable<ChartInputs['experiments']> {
  const entries = filesOf(folder).flatMap((name) => {
    const stem = /^(.+)-manifest\.json$/.exec(name)?.[1];
    if (stem === undefined) return [];
    const { scenario } = seedsOfManifest.parse(
      JSON.parse(readFileSync(join(folder, name), 'utf8')),
    );
    return [[stem, scenario] as const];
  });
  return Object.fromEntries(entries);
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
