import { availableParallelism } from 'node:os';
import type { Admissible, Calibration, SearchFound } from '../../calibration/index.ts';
import { admissible } from './admissible.ts';
import { answeredIn } from './answered.ts';
import { calibrate, settleVector } from './calibrate.ts';
import { lock } from '../../folder/publish/lock.ts';
import { onThreads } from './evaluator.ts';
import type { CalibrationTools } from './logged.ts';
import { writeFound, writeSet } from './outputs.ts';
import { noteSearch } from './search-record.ts';
import { claimSearch } from './settings.ts';
import { searchShard, type SearchStanding } from './shards.ts';

export { loadTargets } from './read.ts';
export {
  isSearch,
  mergeSearches,
  searchStatus,
  searchWords,
  type SearchStatus,
} from './search-record.ts';

/** How a calibration is done. */
export interface Search {
  /** As the user names the targets, for those who ask how far it is; undefined where nobody will. */
  readonly targets?: string;
  readonly folder: string;
  /** Whether another search in the folder may go. */
  readonly force: boolean;
  /** Most vectors that the search evaluates. */
  readonly evaluations: number;
  readonly starts: number;
  readonly minutes: number;
  /** Markets at the same time; one a core if not given. */
  readonly threads: number | undefined;
  /** Vectors wanted of the set of those that fit; undefined where no set is drawn. */
  readonly wanted: number | undefined;
  /** Steps of each chain that draws the set. */
  readonly steps: number | undefined;
  readonly signal: AbortSignal;
  readonly onProgress: CalibrationTools['onProgress'];
  /** Told who is waited for, where another process does the same search in the folder. */
  readonly onWait?: (who: string) => void;
  /** Called when the search is over and its files are written, and again when a vector was chosen from the set. */
  readonly onFound: (told: SearchFound) => void;
}

/** Milliseconds: one that writes its last files is done in less, and a search of hours is not worth a node that waits. */
const patience = 10_000;

/**
 * Fits and writes what is found into the folder, and draws the set of vectors that fit where one is wanted. What an
 * earlier run left in the folder's logs is taken up.
 *
 * @throws UserError if the folder holds another search, or a module of the user's fails; NotNow if another search is being
 *   done there
 */
export async function runCalibration(
  calibration: Calibration,
  search: Search,
): Promise<Admissible | undefined> {
  const { folder, starts, signal } = search;
  const { id, seed } = calibration;
  const waiting = { signal, patience, ...(search.onWait && { onWait: search.onWait }) };
  const release = await lock(folder, { scenario: id, seed }, waiting);
  try {
    claimSearch(folder, calibration, starts, search.force);
    return await searchIn(calibration, search);
  } finally {
    release();
  }
}

/** In a folder that no other process writes meanwhile. */
async function searchIn(calibration: Calibration, search: Search): Promise<Admissible | undefined> {
  const { folder, starts, evaluations, wanted, steps, signal, onProgress } = search;
  if (search.targets !== undefined) {
    noteSearch(folder, { targets: search.targets, evaluations, starts });
  }
  const answered = answeredIn([folder], calibration, starts);
  const evaluator = onThreads(search.threads ?? availableParallelism());
  const means = { folder, evaluator, signal, onProgress };
  const begun = performance.now();
  const isLate = () => performance.now() - begun > search.minutes * 60_000;
  try {
    const told = await calibrate(calibration, { ...means, evaluations, starts, isLate, answered });
    writeFound(folder, calibration, told, search.force);
    search.onFound(told);
    if (wanted === undefined) return undefined;
    const found = await admissible(calibration, told, { wanted, steps }, means);
    writeSet(folder, calibration, found, search.force);
    const settled = await settleVector(calibration, told, found, means);
    writeFound(folder, calibration, settled, search.force);
    search.onFound(settled);
    return found;
  } finally {
    await evaluator.close();
  }
}

/** A shard of a search: which, and of how many. */
export interface SearchShard {
  readonly number: number;
  readonly of: number;
}

/**
 * Does a shard's part of the search in a folder; others may do theirs there at the same time, or in folders of their own.
 *
 * @throws UserError if the folder holds another search, or a module of the user's fails; the signal's reason when it aborts
 */
export async function runShard(
  calibration: Calibration,
  {
    targets,
    folder,
    force,
    evaluations,
    starts,
    threads,
    signal,
    onProgress,
  }: Pick<Search, 'folder' | 'force' | 'evaluations' | 'starts' | 'threads' | 'signal'> & {
    readonly targets: string;
    readonly onProgress: (stage: string, done: number) => void;
  },
  { number, of }: SearchShard,
): Promise<SearchStanding> {
  claimSearch(folder, calibration, starts, force);
  noteSearch(folder, { targets, evaluations, starts });
  const evaluator = onThreads(threads ?? availableParallelism());
  try {
    return await searchShard(calibration, {
      ...{ evaluations, starts, evaluator, signal, onProgress },
      open: () => answeredIn([folder], calibration, starts),
      isMine: (k) => k % of === number - 1,
    });
  } finally {
    await evaluator.close();
  }
}
