import { appendFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { makeFolder } from '../../folder/index.ts';

const failure = z.object({
  /** Of the job. */
  key: z.string(),
  institution: z.string(),
  replicate: z.int(),
  message: z.string(),
});

/** A job that failed. */
export type Failure = z.infer<typeof failure>;

const extension = '.failed';

/** Notes a job that failed, in a file of this process. */
export function noteFailure(folder: string, failed: Failure): void {
  makeFolder(folder);
  const name = `${hostname()}-${process.pid}${extension}`;
  appendFileSync(join(folder, name), `${JSON.stringify(failed)}\n`);
}

/** Jobs that failed at some time, the last failure of each. */
export function failuresIn(folder: string): Failure[] {
  const names = existsSync(folder) ? readdirSync(folder) : [];
  const found = new Map<string, Failure>();
  for (const name of names.filter((one) => one.endsWith(extension)).toSorted()) {
    for (const line of readFileSync(join(folder, name), 'utf8').split('\n')) {
      const one = failure.safeParse(parsed(line)).data;
      if (one) found.set(one.key, one);
    }
  }
  return [...found.values()];
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
