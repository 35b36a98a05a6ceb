import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Cell, Cells, Table } from '../charts/index.ts';
import { isSameWorld } from '../folder/index.ts';
import { recordedScenario } from '../folder/scenario-record.ts';
import type { Scenario } from '../scenario/index.ts';

/** An experiment that was done on the scenario of an output folder; its size may be another than the run's. */
export interface StoredExperiment {
  /** Its id and file stem, e.g. `roc` of experiments/roc.csv. */
  readonly id: string;
  readonly seed: string;
  readonly replicates: number;
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
  files: z.array(z.object({ name: z.string(), sha256: z.string() })),
});

/** The experiments in a folder, except those done under other rules or another economy than the run. */
export function storedExperiments(folder: string, run: Scenario): StoredExperiment[] {
  return filesOf(folder).flatMap((name) => {
    const id = /^(.+)-manifest\.json$/.exec(name)?.[1];
    if (id === undefined) return [];
    const text = readFileSync(join(folder, name), 'utf8');
    const { creditlab: version, scenario, files } = manifest.parse(JSON.parse(text));
    const hash = files.find((file) => file.name === `${id}.csv`)?.sha256;
    if (hash === undefined || !isSameWorld(scenario, run)) return [];
    const { seed, replicates } = scenario;
    return [{ id, seed, replicates, version, hash, table: readTable(join(folder, `${id}.csv`)) }];
  });
}

function readTable(file: string): Table {
  const [columns = [], ...lines] = parse(readFileSync(file));
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
