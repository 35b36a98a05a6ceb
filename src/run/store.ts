import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeTogether, sha256 } from '../folder/index.ts';
import type { Value } from './work.ts';

/** Finished jobs by key, so that a stopped run resumes and a longer one extends it. */
export interface Store {
  /** The numbers of a finished job; undefined if it is not there or does not match its own hash. */
  readonly read: (key: string) => Value[] | undefined;
  readonly write: (key: string, values: readonly Value[]) => void;
}

/** `[world, quarter, measure, value]`; null stands for NaN, which JSON does not have. */
const storedValue = z.tuple([z.string(), z.int().nullable(), z.string(), z.number().nullable()]);
const storedJob = z.object({ sha256: z.string(), values: z.array(storedValue) });

/** One file a job under `folder`: `<key>.json`, which holds the hash of its own values. */
export function storeIn(folder: string): Store {
  const pathOf = (key: string) => join(folder, `${key}.json`);
  return {
    read(key) {
      const stored = parse(pathOf(key));
      if (!stored || sha256(JSON.stringify(stored.values)) !== stored.sha256) return undefined;
      return stored.values.map(([world, quarter, measure, value]) => ({
        world,
        quarter,
        measure,
        value: value ?? NaN,
      }));
    },
    write(key, values) {
      const text = JSON.stringify(
        values.map(({ world, quarter, measure, value }) => [world, quarter, measure, value]),
      );
      writeTogether(new Map([[pathOf(key), `{"sha256":"${sha256(text)}","values":${text}}\n`]]));
    },
  };
}

/** A file that is missing, cut short or not ours is the same to us: the job is done again. */
function parse(path: string): z.infer<typeof storedJob> | undefined {
  try {
    return storedJob.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return undefined;
  }
}
