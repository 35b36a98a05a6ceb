import { linkSync, lstatSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { nodeDisk, type Disk } from '../../../src/folder/publish/disk.ts';
import { sha256 } from '../../../src/folder/index.ts';

/** The process is gone: nothing that it would still do happens. */
export class Killed extends Error {}

/** What goes wrong at one call: the process is killed there, or the disk answers with this error. */
export type Fault = 'kill' | 'ENOSPC' | 'EIO';

/**
 * A disk on which one call goes wrong.
 *
 * @param at number of the call, from 0; those of a file that is written in halves count once each
 */
export function faultyDisk(at: number, fault: Fault): { readonly disk: Disk; calls: () => number } {
  let calls = 0;
  let isDead = false;
  const step = () => {
    if (isDead) throw new Killed();
    if (calls++ !== at) return;
    if (fault === 'kill') isDead = true;
    throw isDead ? new Killed() : Object.assign(new Error(`${fault}: no luck, x`), { code: fault });
  };
  const after =
    <Given extends unknown[], Answer>(call: (...given: Given) => Answer) =>
    (...given: Given): Answer => {
      step();
      return call(...given);
    };
  const disk: Disk = {
    makeFolder: after(nodeDisk.makeFolder),
    create: after(nodeDisk.create),
    // In two pieces, so that half of a file may be there.
    write: after((descriptor, data, from) =>
      nodeDisk.write(
        descriptor,
        data.subarray(0, from + Math.ceil((data.length - from) / 2)),
        from,
      ),
    ),
    // What a failure of power would lose, no test of one process can see: to wait for the disk would only take time.
    sync: after(() => undefined),
    close(descriptor) {
      // The system closes what a dead process left open.
      nodeDisk.close(descriptor);
      step();
    },
    rename: after(nodeDisk.rename),
    remove: after(nodeDisk.remove),
    removeFolder: after(nodeDisk.removeFolder),
    syncFolder: after(() => undefined),
  };
  return { disk, calls: () => calls };
}

/** Every file in a folder by name, as its hash, but for what is still under a temporary name. */
export function contentOf(folder: string, below = ''): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of readdirSync(join(folder, below)).toSorted()) {
    if (name.startsWith('.new-')) continue;
    const path = join(below, name);
    if (lstatSync(join(folder, path)).isDirectory()) {
      Object.assign(found, contentOf(folder, path));
    } else found[path] = hashOf(join(folder, path));
  }
  return found;
}

/** Files are never changed, only replaced: one with the same number of the system's has the same content. */
const known = new Map<string, string>();

function hashOf(path: string): string {
  const { ino, size, mtimeMs } = statSync(path);
  const key = `${ino} ${size} ${mtimeMs}`;
  const hash = known.get(key) ?? sha256(readFileSync(path));
  known.set(key, hash);
  return hash;
}

/** A folder with the same files, which cost nothing. */
export function copyOf(folder: string, to: string): string {
  mkdirSync(to);
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (lstatSync(path).isDirectory()) copyOf(path, join(to, name));
    else linkSync(path, join(to, name));
  }
  return to;
}

/** What is under a temporary name in a folder. */
export function leftIn(folder: string): string[] {
  return readdirSync(folder).filter((name) => name.startsWith('.new-'));
}
