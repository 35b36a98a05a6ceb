import { z } from 'zod';
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

/** By world, then measure: the value; null stands for NaN, which JSON does not have. */
const wholeRun = z.record(z.string(), z.record(z.string(), z.number().nullable()));
/** By world, then measure: the values of quarters 0, 1, 2 … */
const quarters = z.record(z.string(), z.record(z.string(), z.array(z.number().nullable())));
const storedJob = z.object({ run: wholeRun, quarters });

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
      const values = isWhole ? valuesIn(text) : undefined;
      if (values && values.length === entry?.count) return values;
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

/** Undefined where the text is not one of ours. */
function valuesIn(text: string): Value[] | undefined {
  const job = storedJob.safeParse(parsed(text)).data;
  if (!job) return undefined;
  const values: Value[] = [];
  for (const [world, measures] of Object.entries(job.run)) {
    for (const [measure, value] of Object.entries(measures)) {
      values.push({ world, quarter: null, measure, value: value ?? NaN });
    }
  }
  for (const [world, measures] of Object.entries(job.quarters)) {
    for (const [measure, series] of Object.entries(measures)) {
      series.forEach((value, quarter) =>
        values.push({ world, quarter, measure, value: value ?? NaN }),
      );
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

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
