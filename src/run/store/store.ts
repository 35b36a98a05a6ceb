import { sha256 } from '../../folder/index.ts';
import { appendTo, entriesIn, readStoreEntry, type StoreEntry } from './store-files.ts';
import type { Value } from '../../jobs/work.ts';

/** Finished jobs by key, so that a stopped run resumes and a longer one extends it. */
export interface Store {
  /** Whether a job of this key is there, as far as one can tell without reading it. */
  readonly has: (key: string) => boolean;
  /** The numbers of a finished job; undefined if it is not there or does not match its own hash. It then counts as gone. */
  readonly read: (key: string) => Value[] | undefined;
  readonly write: (key: string, values: readonly Value[]) => void;
  /** Makes sure that all that was written outlasts a failure of power. */
  readonly close: () => void;
  /** Jobs that are there. */
  readonly size: () => number;
}

/**
 * Jobs in files of the given folders. What is written goes to one new file of this process in the first of them, so that
 * many processes, on many machines, may write to a folder at once. Keys are read when the store is opened, contents
 * when they are asked for.
 *
 * @param folders those that are not there hold nothing
 * @param begin called once, before the first job is written
 */
export function storeIn(folders: readonly string[], begin?: () => void): Store {
  const entries = new Map<string, StoreEntry>();
  for (const folder of folders) {
    for (const entry of entriesIn(folder)) entries.set(entry.key, entry);
  }
  const file = appendTo(folders[0]);
  let hasBegun = false;
  return {
    has: (key) => entries.has(key),
    size: () => entries.size,
    read(key) {
      const entry = entries.get(key);
      const text = entry && readStoreEntry(entry);
      const isWhole = text !== undefined && sealOf(key, entry?.count, text) === entry?.sha256;
      const values = isWhole ? valuesIn(text) : [];
      if (isWhole && values.length === entry?.count) return values;
      entries.delete(key);
      return undefined;
    },
    write(key, values) {
      if (!hasBegun) begin?.();
      hasBegun = true;
      const text = textOf(values);
      const { length } = values;
      entries.set(key, file.append(key, sealOf(key, length, text), length, text));
    },
    close: () => file.close(),
  };
}

/** What a stored job is known by: under another key, or with a number less, it is none. */
function sealOf(key: string, count: number | undefined, text: string): string {
  return sha256(`${key} ${count}\n${text}`);
}

/** By world, then measure. */
type ByMeasure<Kept> = Readonly<Record<string, Readonly<Record<string, Kept>>>>;

/** What a text holds; null stands for NaN, which JSON does not have. */
interface StoredJob {
  readonly run?: ByMeasure<number | null>;
  /** The values of quarters 0, 1, 2 … */
  readonly quarters?: ByMeasure<readonly (number | null)[]>;
}

/**
 * The numbers in a text that matches its seal. That says that it is ours, so that no schema is asked about each of very many
 * numbers; what is none all the same is left out, and their count tells.
 */
function valuesIn(text: string): Value[] {
  const { run = {}, quarters = {} } = parsed(text);
  const values: Value[] = [];
  const add = (world: string, quarter: number | null, measure: string, kept: number | null) => {
    const value = kept === null ? NaN : kept;
    if (typeof value === 'number') values.push({ world, quarter, measure, value });
  };
  for (const [world, measures] of Object.entries(run)) {
    for (const [measure, kept] of Object.entries(measures)) add(world, null, measure, kept);
  }
  for (const [world, measures] of Object.entries(quarters)) {
    for (const [measure, series] of Object.entries(measures)) {
      series.forEach((kept, quarter) => add(world, quarter, measure, kept));
    }
  }
  return values;
}

function textOf(values: readonly Value[]): string {
  const run: Record<string, Record<string, number>> = {};
  const series: Record<string, Record<string, number[]>> = {};
  for (const { world, quarter, measure, value } of values) {
    if (quarter === null) (run[world] ??= {})[measure] = value;
    else ((series[world] ??= {})[measure] ??= [])[quarter] = value;
  }
  return JSON.stringify({ run, quarters: series });
}

function parsed(text: string): StoredJob {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- sealed by `write`
  return JSON.parse(text) as StoredJob;
}
