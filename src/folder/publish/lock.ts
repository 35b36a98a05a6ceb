import {
  closeSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { z } from 'zod';
import { NotNow } from '../../errors.ts';
import { bornAt, here, isAlive } from './alive.ts';
import { makeFolder, removeFolders, requireWritable } from './files.ts';
import { temporaryName } from './temporary.ts';

const lockName = '.lock';

/** What a process does in a folder that it holds. */
export interface Holding {
  /** Id of the scenario. */
  readonly scenario: string;
  readonly seed: string;
}

const holder = z.object({
  scenario: z.string(),
  seed: z.string(),
  host: z.string(),
  pid: z.int(),
  /** As `bornAt` tells it: another process may have the same number later. */
  born: z.string().exactOptional(),
  /** When the process took the lock, for a person to read. */
  since: z.string(),
});

type Holder = z.infer<typeof holder>;

/** How often a process that holds a folder shows that it lives, in milliseconds. */
const beat = 10_000;

/** How long another machine's process may show no sign of life before its lock counts for nothing, in milliseconds. */
const silence = 300_000;

/** How long a lock that is not written to its end still counts as somebody's, in milliseconds. */
const unwritten = 10_000;

/** Folders that this thread holds. */
const held = new Set<string>();

/** Whether this thread holds a folder. */
export function holds(folder: string): boolean {
  try {
    return held.has(realpathSync(folder));
  } catch {
    return false;
  }
}

/** Who holds a folder, in words, and what for. */
export interface HeldFolder {
  readonly who: string;
  readonly holder: Holder | undefined;
}

/**
 * Takes a folder, so that no other process writes its final files. Where one does the same there, this waits for it;
 * shards take no lock, for they write only files of their own.
 *
 * @param onWait told once who is waited for
 * @param patience milliseconds that one who does the same is waited for; without it as long as it takes
 * @returns gives the folder free again
 * @throws NotNow if a run of another scenario or seed holds it, or patience is at its end; UserError if the folder cannot
 *   be written to
 */
export async function lock(
  folder: string,
  mine: Holding,
  {
    signal,
    onWait,
    patience = Infinity,
  }: {
    readonly signal?: AbortSignal;
    readonly onWait?: (who: string) => void;
    readonly patience?: number;
  } = {},
): Promise<() => void> {
  requireWritable(folder);
  const begun = performance.now();
  for (let round = 0; ; round++) {
    const taken = tryLock(folder, mine);
    if (typeof taken === 'function') return taken;
    const { who, holder: other } = taken;
    const isSame = !other || (other.scenario === mine.scenario && other.seed === mine.seed);
    const hint = 'call again when it is done, or give another folder with --out';
    if (!isSame && other.scenario !== '') {
      const what = `the scenario "${other.scenario}" with seed ${other.seed}`;
      throw new NotNow([{ message: `${folder} is being written by ${who}, for ${what}`, hint }]);
    }
    if (performance.now() - begun > patience) {
      const since = other ? `, since ${other.since}` : '';
      const message = `${folder} is being written by ${who}, which does the same${since}`;
      throw new NotNow([{ message, hint }]);
    }
    if (round === 2) onWait?.(who);
    await later(100, undefined, signal && { signal }).catch((error: unknown) => {
      throw signal?.aborted ? signal.reason : error;
    });
  }
}

/** Takes a folder that nobody holds, or tells who does. A lock of a dead process is taken over. */
export function tryLock(folder: string, mine: Holding): (() => void) | HeldFolder {
  const file = join(folder, lockName);
  const made = makeFolder(folder);
  const content = ownText(mine);
  if (!createdWith(file, content)) {
    const other = contentOf(file);
    if (other !== undefined && !isGone(file, other)) {
      const known = holderIn(other);
      const who = known ? `process ${known.pid} on ${hostOf(known)}` : 'another process';
      return { who, holder: known };
    }
    if (other !== undefined) removeIfStill(file, other);
    if (!createdWith(file, content)) return { who: 'another process', holder: undefined };
  }
  const real = realpathSync(folder);
  held.add(real);
  const timer = setInterval(() => showLife(file), beat).unref();
  return () => {
    clearInterval(timer);
    held.delete(real);
    if (contentOf(file) === content) rmSync(file, { force: true });
    removeFolders(made);
  };
}

/** The content of this process's lock. */
function ownText(mine: Holding): string {
  const born = bornAt(process.pid);
  const since = new Date().toISOString();
  const whole: Holder = { ...mine, host: here(), pid: process.pid, since };
  return `${JSON.stringify({ ...whole, ...(born !== undefined && { born }) })}\n`;
}

/** False if there is a lock already. */
function createdWith(file: string, content: string): boolean {
  try {
    const descriptor = openSync(file, 'wx');
    try {
      writeSync(descriptor, content);
    } finally {
      closeSync(descriptor);
    }
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  }
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function holderIn(content: string): Holder | undefined {
  try {
    return holder.parse(JSON.parse(content));
  } catch {
    return undefined;
  }
}

function hostOf({ host }: Holder): string {
  return host.split('/')[0] ?? host;
}

/** Whether the holder is dead: by its number on this machine, by its silence on another one. */
function isGone(file: string, content: string): boolean {
  const other = holderIn(content);
  if (!other) return silentFor(file) > unwritten;
  if (other.host !== here()) return silentFor(file) > silence;
  return !isAlive(other.pid, other.born);
}

/** Milliseconds since a lock's process showed that it lives. */
function silentFor(file: string): number {
  try {
    return Date.now() - statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}

function showLife(file: string): void {
  try {
    const now = new Date();
    utimesSync(file, now, now);
  } catch {
    // The lock is gone: somebody took it away, and had a reason.
  }
}

/** Takes a dead lock away; one that somebody took meanwhile is put back. */
function removeIfStill(file: string, content: string): void {
  const aside = join(file, '..', temporaryName());
  try {
    renameSync(file, aside);
    if (contentOf(aside) !== content) return renameSync(aside, file);
    rmSync(aside, { force: true });
  } catch {
    // Another process was quicker.
  }
}
