import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { NotNow } from '../errors.ts';
import { makeFolder, removeFolders } from './files.ts';

const lockName = '.lock';

const holder = z.object({ host: z.string(), pid: z.int() });

/**
 * Keeps other processes from writing the final files of a folder meanwhile. A lock whose process is gone counts for
 * nothing; of another machine's process nobody here can tell. Shards take no lock: each writes to a file of its own.
 *
 * @returns gives the folder free again
 * @throws NotNow while another process holds it
 */
export function lock(folder: string): () => void {
  const file = join(folder, lockName);
  const made = makeFolder(folder);
  const mine = JSON.stringify({ host: hostname(), pid: process.pid });
  for (let attempt = 0; ; attempt++) {
    try {
      writeFileSync(file, `${mine}\n`, { flag: 'wx' });
      return () => {
        rmSync(file, { force: true });
        removeFolders(made);
      };
    } catch (error) {
      const isThere = error instanceof Error && 'code' in error && error.code === 'EEXIST';
      if (!isThere) throw error;
      const other = holder.safeParse(contentOf(file)).data;
      if (attempt > 0 || !isGone(other)) {
        const who = other ? `process ${other.pid} on ${other.host}` : 'another process';
        const hint = `call again when it is done; if it is no more, remove ${file}`;
        throw new NotNow([{ message: `${folder} is being written by ${who}`, hint }]);
      }
      rmSync(file, { force: true });
    }
  }
}

function contentOf(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

function isGone(other: z.infer<typeof holder> | undefined): boolean {
  if (!other || other.host !== hostname()) return false;
  try {
    process.kill(other.pid, 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}
