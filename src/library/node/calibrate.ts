import type { Calibration } from '../../calibration/index.ts';
import { fitTable, parameterTable, sentencesOf, setSentences } from '../../calibration/index.ts';
import type { Admissible, SearchFound } from '../../calibration/index.ts';
import { loadTargets, runCalibration } from '../../run/calibration/run.ts';
import { requireKnown } from '../options.ts';
import { inTemporaryFolder } from './work.ts';

/** How much a search does where nobody says otherwise. */
export const usualSearch = { evaluations: 1000, starts: 5 } as const;

export interface CalibrateOptions {
  /** Folder for what is found, where a later call goes on; without it nothing is written. */
  readonly out?: string;
  /** Whether another search in the folder may go. */
  readonly force?: boolean;
  /** Vectors to evaluate; without it 1000. */
  readonly evaluations?: number;
  /** Stop searching after so long. */
  readonly minutes?: number;
  /** Descents; without it 5. */
  readonly starts?: number;
  /** Draw a set of so many vectors that fit, too. */
  readonly admissible?: number;
  /** Steps of each chain that draws the set; without it 100 a parameter. */
  readonly steps?: number;
  readonly threads?: number;
  readonly signal?: AbortSignal;
  readonly onProgress?: (part: string, done: number, total: number) => void;
}

/** What a search has found. */
export interface Calibrated {
  /** What the targets settle and what they leave open. */
  readonly sentences: readonly string[];
  /** A row a target: wanted, reached, verdict. */
  readonly fit: ReturnType<typeof fitTable>;
  /** A row a free parameter. */
  readonly parameters: ReturnType<typeof parameterTable>;
}

/**
 * Fits the economy to a file of targets, as `creditlab calibrate` does.
 *
 * @param targets path of the file, or the id of a shipped one, as `targets-us`
 * @throws UserError with every problem of the file; the signal's reason once it aborts
 */
export async function calibrate(
  targets: string,
  options: CalibrateOptions = {},
): Promise<Calibrated> {
  requireKnown(options, [
    ...['out', 'force', 'evaluations', 'minutes', 'starts', 'admissible', 'steps'],
    ...['threads', 'signal', 'onProgress'],
  ]);
  options.signal?.throwIfAborted();
  const calibration = await loadTargets(targets);
  if (options.out !== undefined) return searched(calibration, options, options.out);
  return inTemporaryFolder((folder) => searched(calibration, options, folder));
}

async function searched(
  calibration: Calibration,
  options: CalibrateOptions,
  folder: string,
): Promise<Calibrated> {
  const { evaluations, starts } = { ...usualSearch, ...options };
  const { signal = new AbortController().signal, onProgress = () => {}, force = false } = options;
  const { minutes = Infinity, threads, steps, admissible: wanted } = options;
  const found: SearchFound[] = [];
  const set: Admissible | undefined = await runCalibration(calibration, {
    ...{ folder, force, evaluations, starts, minutes, threads, wanted, steps, signal, onProgress },
    onFound: (told) => {
      found.push(told);
    },
  });
  const [told] = found;
  if (!told) throw new Error('the search ended and told nothing');
  return {
    sentences: [...sentencesOf(calibration, told), ...(set ? setSentences(calibration, set) : [])],
    fit: fitTable(told),
    parameters: parameterTable(calibration, told),
  };
}
