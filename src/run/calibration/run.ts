import { availableParallelism } from 'node:os';
import type { Admissible, Calibration, Told } from '../../calibration/index.ts';
import { admissible } from './admissible.ts';
import { calibrate } from './calibrate.ts';
import { lock } from '../../folder/publish/lock.ts';
import { onThreads } from './evaluator.ts';
import type { Means } from './logged.ts';
import { writeFound, writeSet } from './outputs.ts';
import { claimSearch } from './settings.ts';

export { loadTargets } from './read.ts';

/** How a calibration is done. */
export interface Search {
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
  readonly onProgress: Means['onProgress'];
  /** Told who is waited for, where another process does the same search in the folder. */
  readonly onWait?: (who: string) => void;
  /** Called when the search is over and its files are written, before a set is drawn. */
  readonly onFound: (told: Told) => void;
}

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
  const waiting = { signal, ...(search.onWait && { onWait: search.onWait }) };
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
  const evaluator = onThreads(search.threads ?? availableParallelism());
  const means = { folder, evaluator, signal, onProgress };
  const begun = performance.now();
  const isLate = () => performance.now() - begun > search.minutes * 60_000;
  try {
    const told = await calibrate(calibration, { ...means, evaluations, starts, isLate });
    writeFound(folder, calibration, told, search.force);
    search.onFound(told);
    if (wanted === undefined) return undefined;
    const found = await admissible(calibration, told, { wanted, steps }, means);
    writeSet(folder, calibration, found, search.force);
    return found;
  } finally {
    await evaluator.close();
  }
}
