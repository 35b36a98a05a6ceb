import { join } from 'node:path';
import type { Calibration, Evaluation } from '../../calibration/index.ts';
import { respondent, type AskedVector, type Respondent } from './ask.ts';
import type { Evaluator } from './evaluator.ts';
import { openLog } from './log-file.ts';

/** What every part of a calibration works with. */
export interface CalibrationTools {
  readonly folder: string;
  readonly evaluator: Evaluator;
  readonly signal: AbortSignal;
  /** @param part name of the log that is being written */
  readonly onProgress: (part: string, done: number, total: number) => void;
}

/** A log and how what it lacks is found out. */
export interface LoggedPart {
  /** File in the folder. */
  readonly name: string;
  readonly layout: Pick<Calibration, 'free' | 'targets'>;
  readonly momentsOf: (question: AskedVector) => Promise<readonly number[]>;
}

/** How long questions are answered. */
interface Limits {
  readonly most: number;
  readonly isLate: () => boolean;
  /** Whether what an earlier run left may be used; else the log is begun anew. */
  readonly isOurs?: (earlier: readonly Evaluation[]) => boolean;
}

/**
 * Asks with a log at hand.
 *
 * @returns all answers
 */
export async function logged(
  { folder, evaluator, onProgress }: CalibrationTools,
  { name, layout, momentsOf }: LoggedPart,
  { most, isLate, isOurs }: Limits,
  asks: (ask: Respondent['answers']) => Promise<void>,
): Promise<readonly Evaluation[]> {
  const log = openLog(layout, join(folder, name), isOurs);
  try {
    const { answers, given } = respondent({
      ...{ log, most, isLate, momentsOf, lanes: evaluator.lanes },
      onAnswer: (done) => onProgress(name, done, most),
    });
    await asks(answers);
    return given;
  } finally {
    log.close();
  }
}

/** Asks with several logs at hand. @param asks gets what answers for each part, in the order of the parts */
export async function together(
  means: CalibrationTools,
  [[part, limits], ...others]: readonly [
    readonly [LoggedPart, Limits],
    ...(readonly [LoggedPart, Limits])[],
  ],
  asks: (all: readonly Respondent['answers'][]) => Promise<void>,
): Promise<void> {
  await logged(means, part, limits, async (ask) => {
    const [next, ...rest] = others;
    if (next === undefined) await asks([ask]);
    else await together(means, [next, ...rest], async (more) => asks([ask, ...more]));
  });
}

/** Answers to questions that are all known beforehand; a log of others is of an earlier vector, and is begun anew. */
export async function answerAll(
  means: CalibrationTools,
  part: LoggedPart,
  questions: readonly AskedVector[],
): Promise<readonly Evaluation[]> {
  const isOurs = (earlier: readonly Evaluation[]) =>
    earlier.every(
      ({ stage, values }, k) =>
        stage === questions[k]?.stage && values.every((x, i) => x === questions[k].values[i]),
    );
  const limits = { most: questions.length, isLate: () => false, isOurs };
  return logged(means, part, limits, async (ask) => {
    await ask(questions);
  });
}
