import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '../errors.ts';

/** Contents of a file to be written. */
export type Content = string | Uint8Array;

/**
 * Writes files so that a reader finds the old set or the new one, never half a file: all under temporary
 * names first, then renamed in the order given.
 *
 * @param files contents by path
 */
export function writeTogether(files: ReadonlyMap<string, Content>): void {
  const temporary = (path: string) => `${path}.${process.pid}.tmp`;
  try {
    for (const [path, content] of files) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(temporary(path), content);
    }
    for (const path of files.keys()) renameSync(temporary(path), path);
  } finally {
    for (const path of files.keys()) rmSync(temporary(path), { force: true });
  }
}

/**
 * Makes sure that a folder exists and can be written to, before anything long begins.
 *
 * @throws UserError that says why not
 */
export function requireWritable(folder: string, shown = folder): void {
  const probe = `${folder}/.writable.${process.pid}.tmp`;
  try {
    makeFolder(folder);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    const reason = error instanceof Error ? error.message.replace(/^[A-Z]+: /, '') : String(error);
    throw new UserError(
      [
        {
          message: `cannot write to the folder ${shown}: ${reason}`,
          hint: 'give another one with --out',
        },
      ],
      { cause: error },
    );
  }
}

/** mkdir -p, step by step: under /proc, where nothing can be made, Node 20's own recursive one never returns. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path);
}
