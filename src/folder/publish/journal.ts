import { existsSync, lstatSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { UserError } from '../../errors.ts';
import { makeFolder, reasonOf } from './files.ts';
import type { Disk } from './disk.ts';
import { staysInside, pathInside } from './inside.ts';
import { removeTree } from './temporary.ts';

/** The file whose taking this name is the moment at which new files count. */
const journalName = '.publish.json';

const schema = z.object({
  format: z.literal(1),
  /** Folder inside the output folder in which the new files lie, each under the name that it will have. */
  from: z.string().regex(/^\.new-[\w.-]+$/),
  files: z.array(z.string()),
  /** What leaves with the old set. */
  remove: z.array(z.string()),
});

/** Names in the output folder. */
interface Names {
  readonly files: readonly string[];
  readonly remove: readonly string[];
}

/** What has been decided of a folder: where its new files lie, and what goes. */
type Journal = Readonly<z.infer<typeof schema>>;

export const journalIn = (folder: string): string => join(folder, journalName);

export const isUnfinished = (folder: string): boolean => existsSync(journalIn(folder));

/** Whether the journal of a folder is about what lies in its folder of this name. */
export function isDecided(folder: string, from: string): boolean {
  try {
    return schema.parse(parsed(readFileSync(journalIn(folder), 'utf8'))).from === from;
  } catch {
    return false;
  }
}

/** @throws UserError if it is no journal of ours, or names what lies outside the folder */
function readJournal(folder: string): Journal {
  const file = journalIn(folder);
  const journal = schema.safeParse(parsed(readFileSync(file, 'utf8'))).data;
  if (!journal) {
    const message = 'is no journal that this version of creditlab can finish';
    throw new UserError([{ file, message, hint: 'remove it, and run the scenario again' }]);
  }
  for (const name of [...journal.files, ...journal.remove]) pathInside(folder, name, file);
  pathInside(folder, journal.from, file);
  return journal;
}

/**
 * Finishes what a journal says: every new file takes its name, what goes is removed, then the journal. It may have been
 * done in part before, and be interrupted again.
 *
 * @throws UserError if it cannot be done, which loses nothing
 */
export function rollForward(folder: string, disk: Disk): void {
  const journal = readJournal(folder);
  const staged = join(folder, journal.from);
  let at = folder;
  try {
    // The decision is on the disk before anything is done about it.
    disk.syncFolder(folder);
    const touched = new Set([folder]);
    for (const name of journal.files) {
      at = join(folder, name);
      touched.add(dirname(at));
      if (existsSync(join(staged, name))) {
        for (const made of makeFolder(dirname(at), disk)) touched.add(dirname(made));
        disk.rename(join(staged, name), at);
      } else if (!existsSync(at)) throw gone();
    }
    for (const name of journal.remove) {
      at = join(folder, name);
      if (isFile(at)) disk.remove(at);
      touched.add(dirname(at));
    }
    at = folder;
    for (const one of touched) if (existsSync(one)) disk.syncFolder(one);
    at = journalIn(folder);
    disk.remove(at);
    disk.syncFolder(folder);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    throw new UserError(
      [
        {
          file: at,
          message: `cannot take its place: ${reasonOf(error)}`,
          hint: `nothing is lost: the next command that opens ${folder} goes on here`,
        },
      ],
      { cause: error },
    );
  }
  removeTree(staged, disk);
}

export function textOf(journal: Omit<Journal, 'files' | 'remove'> & Names): string {
  const wrong = [...journal.files, ...journal.remove].find((name) => !staysInside(name));
  if (wrong !== undefined) throw new Error(`${wrong} does not lie in the folder`);
  return `${JSON.stringify(journal, null, 2)}\n`;
}

function gone(): Error {
  return Object.assign(new Error('ENOENT: what it was to hold is gone'), { code: 'ENOENT' });
}

function isFile(path: string): boolean {
  try {
    return !lstatSync(path).isDirectory();
  } catch {
    return false;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
