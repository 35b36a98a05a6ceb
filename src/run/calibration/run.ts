import { availableParallelism } from 'node:os';
import type { Admissible, Calibration, Told } from '../../calibration/index.ts';
import { admissible } from './admissible.ts';
import { calibrate, settle } from './calibrate.ts';
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
  /** Called when the search is over and its files are written, and again when a vector was chosen from the set. */
  readonly onFound: (told: Told) => void;
}

/**
 * Fits and writes what is found into the folder, and draws the set of vectors that fit where one is wanted. What an
 * earlier run left in the folder's logs is taken up.
 *
 * @throws UserError if the folder holds another search, or a module of the user's fails
 */
export async function runCalibration(
  calibration: Calibration,
  search: Search,
): Promise<Admissible | undefined> {
  const { folder, starts, evaluations, wanted, steps, signal, onProgress } = search;
  claimSearch(folder, calibration, starts, search.force);
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
    const settled = await settle(calibration, told, found, means);
    writeFound(folder, calibration, settled, search.force);
    search.onFound(settled);
    return found;
  } finally {
    await evaluator.close();
  }
}
