import { randomBytes } from 'node:crypto';
import { lstatSync, readdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';
import { isAlive } from './alive.ts';
import type { Disk } from './disk.ts';

/** After so long without a sign, what a process of another machine was writing is nobody's. In milliseconds. */
const silence = 24 * 3_600_000;

const pattern = /^\.new-(.+)-(\d+)-(\d+)-[0-9a-f]{8}$/;

/** What is new until it has its own name: host, process, thread and invocation, so that no two ever share it. */
export function temporaryName(): string {
  const host = hostname().replaceAll(/[^\w.-]/g, '_');
  return `.new-${host}-${process.pid}-${threadId}-${randomBytes(4).toString('hex')}`;
}

/** Removes what dead processes were writing in a folder. What cannot be removed stays: it does no harm. */
export function clearDead(folder: string, disk: Disk): void {
  const host = hostname().replaceAll(/[^\w.-]/g, '_');
  for (const name of namesIn(folder)) {
    const [, of, pid] = pattern.exec(name) ?? [];
    if (of === undefined) continue;
    const path = join(folder, name);
    const isDead = of === host ? !isAlive(Number(pid)) : Date.now() - lastSign(path) > silence;
    if (isDead) removeTree(path, disk);
  }
}

/** Removes a file, or a folder with all that lies in it; never what a link in it points to. */
export function removeTree(path: string, disk: Disk): void {
  try {
    if (lstatSync(path).isDirectory()) {
      for (const name of readdirSync(path)) removeTree(join(path, name), disk);
      disk.removeFolder(path);
    } else disk.remove(path);
  } catch (error) {
    // Another process may have been quicker, or it is not ours to remove.
    if (!(error instanceof Error && 'code' in error)) throw error;
  }
}

/** When something in it was last written, in milliseconds since 1970. */
function lastSign(path: string): number {
  try {
    const { mtimeMs } = lstatSync(path);
    return Math.max(mtimeMs, ...namesIn(path).map((name) => lastSign(join(path, name))));
  } catch {
    return Date.now();
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
