import { existsSync, lstatSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { UserError } from '../../errors.ts';
import { nodeDisk, type Disk } from './disk.ts';
import { clearDead, removeTree, temporaryName } from './temporary.ts';

/** Contents of a file to be written. */
export type Content = string | Uint8Array;

/** A file that lies under its temporary name already, with its size and hash (stage.ts). */
export interface Staged {
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Writes a file of our own so that a reader finds the old text or the new one, never half of it.
 *
 * @throws UserError if the disk is full, or does not let us write there
 */
export function replaceFile(path: string, content: Content, disk: Disk = nodeDisk): void {
  const folder = dirname(path);
  const temporary = join(folder, temporaryName());
  let made: string[] = [];
  try {
    made = makeFolder(folder, disk);
    clearDead(folder, disk);
    writeNew(temporary, content, disk);
    disk.rename(temporary, path);
    disk.syncFolder(folder);
  } catch (error) {
    removeTree(temporary, disk);
    removeFolders(made);
    throw new UserError([{ file: path, message: `cannot be written: ${reasonOf(error)}` }], {
      cause: error,
    });
  }
}

/** A new file, whole and on the disk. */
export function writeNew(path: string, content: Content, disk: Disk): void {
  const descriptor = disk.create(path);
  try {
    writeAll(descriptor, typeof content === 'string' ? Buffer.from(content) : content, disk);
    disk.sync(descriptor);
  } finally {
    disk.close(descriptor);
  }
}

export function writeAll(descriptor: number, data: Uint8Array, disk: Disk): void {
  for (let at = 0; at < data.length;) at += disk.write(descriptor, data, at);
}

/**
 * Makes sure that a folder can be made and written to, before anything long begins. Leaves nothing behind.
 *
 * @throws UserError that says why not
 */
export function requireWritable(folder: string, disk: Disk = nodeDisk): void {
  const probe = join(folder, temporaryName());
  let made: string[] = [];
  try {
    made = makeFolder(folder, disk);
    disk.close(disk.create(probe));
    disk.remove(probe);
  } catch (error) {
    const message = `cannot write to the folder ${folder}: ${reasonOf(error)}`;
    const hint = 'give another one with --out';
    throw new UserError([{ message, hint }], { cause: error });
  } finally {
    removeFolders(made);
  }
}

/**
 * mkdir -p, step by step: under /proc, where nothing can be made, Node 20's own recursive one never returns.
 *
 * @returns the folders that were not there, outermost first
 */
export function makeFolder(path: string, disk: Disk = nodeDisk): string[] {
  if (existsSync(path)) return [];
  const made = makeFolder(dirname(path), disk);
  try {
    disk.makeFolder(path);
  } catch (error) {
    // Another run may have been quicker.
    if (existsSync(path) && lstatSync(path).isDirectory()) return made;
    removeFolders(made, disk);
    throw error;
  }
  return [...made, path];
}

/** Removes folders that work which failed has made, outermost first as given, while nothing lies in them. */
export function removeFolders(made: readonly string[], disk: Disk = nodeDisk): void {
  for (const folder of made.toReversed()) {
    try {
      disk.removeFolder(folder);
    } catch {
      return;
    }
  }
}

/** The system's words for what went wrong, without its code and the names of our temporary files. */
export function reasonOf(error: unknown): string {
  return error instanceof Error
    ? error.message.replace(/^[A-Z]+: /, '').replace(/, \w+( '.*')?$/s, '')
    : String(error);
}
