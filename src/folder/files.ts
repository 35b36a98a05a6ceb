import { existsSync, mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../errors.ts';

/** Contents of a file to be written. */
export type Content = string | Uint8Array;

/** A file that lies under its temporary name already, with its size and hash (staged.ts). */
export interface Staged {
  readonly bytes: number;
  readonly sha256: string;
}

/** What a file is until it has its own name. */
export const temporaryName = (path: string) => `${path}.${process.pid}.tmp`;

/**
 * Writes files so that a reader finds the old set or the new one, never half a file: all under temporary
 * names first, then renamed in the order given.
 *
 * @param files contents by path; those that are staged have been written
 * @param makeRoom is called when all are on the disk, before the first takes its name
 * @throws UserError if the disk is full, or does not let us write there
 */
export function writeTogether(
  files: ReadonlyMap<string, Content | Staged>,
  makeRoom: () => void = () => {},
): void {
  const made: string[] = [];
  let at = '';
  try {
    for (const [path, content] of files) {
      at = path;
      made.push(...makeFolder(dirname(path)));
      if (isContent(content)) writeFileSync(temporaryName(path), content);
    }
    makeRoom();
    for (const path of files.keys()) {
      at = path;
      renameSync(temporaryName(path), path);
      made.length = 0;
    }
  } catch (error) {
    const message = `cannot be written: ${reasonOf(error)}`;
    throw new UserError([{ file: at, message }], { cause: error });
  } finally {
    for (const path of files.keys()) removeIfThere(temporaryName(path));
    removeFolders(made);
  }
}

function isContent(file: Content | Staged): file is Content {
  return typeof file === 'string' || file instanceof Uint8Array;
}

function removeIfThere(path: string): void {
  try {
    rmSync(path);
  } catch {
    // It never came to be, or has its own name by now.
  }
}

/**
 * Makes sure that a folder can be made and written to, before anything long begins. Leaves nothing behind.
 *
 * @throws UserError that says why not
 */
export function requireWritable(folder: string): void {
  const probe = `${folder}/.writable.${process.pid}.tmp`;
  let made: string[] = [];
  try {
    made = makeFolder(folder);
    writeFileSync(probe, '');
    rmSync(probe);
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
export function makeFolder(path: string): string[] {
  if (existsSync(path)) return [];
  const made = makeFolder(dirname(path));
  try {
    mkdirSync(path);
  } catch (error) {
    // Another run may have been quicker.
    if (existsSync(path)) return made;
    removeFolders(made);
    throw error;
  }
  return [...made, path];
}

/** Removes folders that work which failed has made, outermost first as given, while nothing lies in them. */
export function removeFolders(made: readonly string[]): void {
  for (const folder of made.toReversed()) {
    try {
      rmdirSync(folder);
    } catch {
      return;
    }
  }
}

/** The system's words for what went wrong, without its code and the names of our temporary files. */
function reasonOf(error: unknown): string {
  return error instanceof Error
    ? error.message.replace(/^[A-Z]+: /, '').replace(/, \w+( '.*')?$/s, '')
    : String(error);
}
