import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Cell, Cells, Table } from '../charts/index.ts';
import { UserError } from '../errors.ts';
import { isSameWorld } from '../folder/index.ts';
import { requireWhole } from '../folder/whole.ts';
import { recordedScenario } from '../folder/scenario-record.ts';
import type { Scenario } from '../scenario/index.ts';

/** An experiment that was done on the scenario of an output folder; its size may be another than the run's. */
export interface StoredExperiment {
  /** Its id and file stem, e.g. `roc` of experiments/roc.csv. */
  readonly id: string;
  readonly seed: string;
  readonly replicates: number;
  /** People in each of its markets. */
  readonly borrowers: number;
  /** Version of creditlab that did it. */
  readonly version: string;
  /** SHA-256 of its table. */
  readonly hash: string;
  /** Its table, numbers as numbers and empty cells null. */
  readonly table: Table;
}

const manifest = z.object({
  creditlab: z.string(),
  scenario: recordedScenario,
  files: z.array(z.object({ name: z.string(), bytes: z.int(), sha256: z.string() })),
});

/** The experiments in a folder, except those done under other rules or another economy than the run. */
export function storedExperiments(folder: string, run: Scenario): StoredExperiment[] {
  return recordsIn(folder)
    .filter(({ scenario }) => isSameWorld(scenario, run))
    .map(({ read }) => read());
}

/** An experiment of a folder that holds no run, with the scenario that it was done on. */
export interface LoneExperiment {
  readonly scenario: Scenario;
  readonly stored: StoredExperiment;
}

/** All experiments of an output folder. */
export function loneExperiments(folder: string): LoneExperiment[] {
  return recordsIn(join(folder, 'experiments')).map(({ scenario, read }) => ({
    scenario,
    stored: read(),
  }));
}

function recordsIn(folder: string) {
  return filesOf(folder).flatMap((name) => {
    const id = /^(.+)-manifest\.json$/.exec(name)?.[1];
    if (id === undefined) return [];
    const record = manifest.safeParse(parsed(join(folder, name))).data;
    if (!record) throw unreadable(join(folder, name), 'is no manifest of this version');
    const { creditlab: version, scenario, files } = record;
    const own = files.filter((file) => file.name === `${id}.csv`);
    const hash = own[0]?.sha256;
    if (hash === undefined) return [];
    const read = (): StoredExperiment => {
      requireWhole(folder, { files: own });
      const { seed, replicates, borrowers } = scenario;
      const table = readTable(join(folder, `${id}.csv`));
      return { id, seed, replicates, borrowers, version, hash, table };
    };
    return [{ scenario, read }];
  });
}

function unreadable(file: string, message: string): UserError {
  const hint = 'do the experiment again, or remove its files';
  return new UserError([{ file, message, hint }]);
}

function parsed(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function linesOf(file: string): string[][] {
  try {
    return parse(readFileSync(file));
  } catch {
    throw unreadable(file, 'cannot be read');
  }
}

function readTable(file: string): Table {
  const [columns = [], ...lines] = linesOf(file);
  return lines.map((line): Cells =>
    Object.fromEntries(columns.map((column, k) => [column, cellOf(line[k] ?? '')])),
  );
}

function cellOf(text: string): Cell {
  if (text === '') return null;
  const number = Number(text);
  return Number.isFinite(number) && text.trim() !== '' ? number : text;
}

function filesOf(folder: string): string[] {
  try {
    return readdirSync(folder).toSorted();
  } catch {
    return [];
  }
}
