import { dirname, join } from 'node:path';
import { UserError } from '../../errors.ts';
import { nodeDisk, type Disk } from './disk.ts';
import { makeFolder, reasonOf, removeFolders, writeNew, type Content } from './files.ts';
import { isDecided, journalIn, rollForward, textOf } from './journal.ts';
import { stageAt, type StagedFile } from './stage.ts';
import { clearDead, removeTree, temporaryName } from './temporary.ts';

/**
 * New files of a folder on their way there. Until `commit` has renamed its journal, the old set is whole and whoever
 * comes next clears up; from then on the new set counts, and whoever comes next finishes what is left to do.
 *
 * ```
 * put, stage ──▶ .new-…/name, on the disk ──▶ journal takes its name ──▶ each file takes its own
 *              nothing has happened yet             the commit            may be done again by anybody
 * ```
 */
export interface Publication {
  readonly folder: string;
  readonly put: (name: string, content: Content) => void;
  /** For what may be larger than memory. */
  readonly stage: (name: string) => StagedFile;
  /**
   * @param files the names that were put or staged, in the order in which they take their places
   * @param remove what leaves with the old set
   * @throws UserError if it cannot be done; its hint says whether the old set still stands
   */
  readonly commit: (files: readonly string[], remove?: readonly string[]) => void;
  /** As if nothing had been. After `commit` it does nothing. */
  readonly discard: () => void;
}

/** @param folder made if it is not there */
export function publication(folder: string, disk: Disk = nodeDisk): Publication {
  const name = temporaryName();
  const staged = join(folder, name);
  const stages: StagedFile[] = [];
  const made: string[] = [];
  let isOver = false;
  const pathFor = (file: string) => {
    const path = join(staged, file);
    if (made.length === 0) clearDead(folder, disk);
    made.push(...makeFolder(dirname(path), disk));
    return path;
  };
  const attempt = <Result>(file: string, work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      throw notWritten(join(folder, file), error);
    }
  };
  const discard = () => {
    // A disk may have renamed the journal and yet reported an error.
    if (isOver || isDecided(folder, name)) return;
    isOver = true;
    for (const stage of stages) stage.drop();
    removeTree(staged, disk);
    removeFolders(
      made.filter((path) => !path.startsWith(staged)),
      disk,
    );
  };
  return {
    folder,
    discard,
    put: (file, content) => attempt(file, () => writeNew(pathFor(file), content, disk)),
    stage(file) {
      const { write, end, drop } = attempt(file, () => stageAt(pathFor(file), disk));
      stages.push({ write, end, drop });
      return {
        write: (piece) => attempt(file, () => write(piece)),
        end: () => attempt(file, end),
        drop,
      };
    },
    commit(files, remove = []) {
      const journal = { format: 1, from: name, files, remove } as const;
      attempt('', () => {
        // The folders first that lie deepest: a name is on the disk only if the folder that holds it is.
        for (const path of made.toReversed()) disk.syncFolder(path);
        const waiting = join(staged, '.journal');
        writeNew(waiting, textOf(journal), disk);
        disk.syncFolder(staged);
        disk.syncFolder(folder);
        disk.rename(waiting, journalIn(folder));
        // From here on it has happened.
        isOver = true;
      });
      rollForward(folder, disk);
    },
  };
}

/** What the system refused, told with the file; a mistake of ours as it is. */
function notWritten(file: string, error: unknown): unknown {
  const isOfSystem = error instanceof Error && 'code' in error;
  if (!isOfSystem) return error;
  return new UserError([{ file, message: `cannot be written: ${reasonOf(error)}` }], {
    cause: error,
  });
}
