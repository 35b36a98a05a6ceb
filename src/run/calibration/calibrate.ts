import { join } from 'node:path';
import { differencePlan, jacobian } from '../../designs/jacobian.ts';
import { identify, type Identification } from '../../designs/identification.ts';
import {
  addressOf,
  better,
  fitOf,
  misfitOf,
  pointOf,
  search,
  valuesAt,
  type Calibration,
  type Evaluation,
  type Told,
} from '../../calibration/index.ts';
import { respondent, type Question, type Respondent } from './ask.ts';
import type { Evaluator } from './evaluator.ts';
import { openLog } from './log-file.ts';
import { checkLog, jacobianLog, searchLog } from './settings.ts';
import { checkSamples, momentsAt, searchSample, type Sample } from './vectors.ts';

export interface CalibrateMeans {
  readonly folder: string;
  readonly evaluator: Evaluator;
  readonly signal: AbortSignal;
  /** Most vectors that the search evaluates. */
  readonly evaluations: number;
  readonly starts: number;
  /** Whether the time for searching is up. */
  readonly isLate: () => boolean;
  readonly onProgress: (stage: string, done: number, total: number) => void;
}

/** Half the distance between the two points of a difference, in ranges: wide, since values jump with single borrowers. */
const differenceStep = 0.05;

/**
 * Searches, finds what the targets say about the parameters near the best vector, and judges that vector in larger markets
 * with people and luck that the search never saw. Whatever an earlier run finished is read from its logs.
 */
export async function calibrate(calibration: Calibration, means: CalibrateMeans): Promise<Told> {
  const evaluations = await searched(calibration, means);
  const best = bestOf(calibration, evaluations);
  const identification = await identified(calibration, best, means);
  const checks = await checked(calibration, best, means);
  return {
    ...{ evaluations, best, identification },
    fit: fitOf(calibration.targets, best.moments, checks),
  };
}

/** The best vector: the fewest targets outside, then the least misfit; the first of equals. */
export function bestOf(
  { targets }: Pick<Calibration, 'targets'>,
  evaluations: readonly Evaluation[],
): Evaluation {
  return evaluations.reduce((best, one) =>
    better(misfitOf(targets, one.moments), misfitOf(targets, best.moments)) ? one : best,
  );
}

/** The vector that the scenario has. */
export function originOf({ scenario, free }: Calibration): Float64Array {
  return pointOf(
    free,
    free.map(({ key }) => addressOf(scenario, key)?.value ?? NaN),
  );
}

async function searched(
  calibration: Calibration,
  means: CalibrateMeans,
): Promise<readonly Evaluation[]> {
  const { free, targets, seed } = calibration;
  const { evaluations: most, starts, isLate } = means;
  const sample = searchSample(calibration);
  return logged(
    calibration,
    means,
    searchLog,
    { most, isLate, sampleOf: () => sample },
    async (ask) => {
      const asking = search({ origin: originOf(calibration), seed, starts });
      let asked = asking.next();
      while (asked.done !== true) {
        const questions = asked.value.map(({ stage, point }) => ({
          stage,
          values: valuesAt(free, point),
        }));
        const answers = await ask(questions);
        if (answers.length < questions.length) return;
        asked = asking.next(answers.map(({ moments }) => misfitOf(targets, moments).value));
      }
    },
  );
}

async function identified(
  calibration: Calibration,
  best: Evaluation,
  means: CalibrateMeans,
): Promise<Identification> {
  const { free, targets } = calibration;
  const plan = differencePlan(pointOf(free, best.values), differenceStep);
  const stages = ['centre', ...free.flatMap(({ key }) => [`${key} lower`, `${key} higher`])];
  const questions = plan.points.map((point, k) => ({
    stage: stages[k],
    values: k === 0 ? best.values : valuesAt(free, point),
  }));
  const sample = searchSample(calibration);
  const answers = await whole(calibration, means, jacobianLog, questions, () => sample);
  // Values are rounded, so that the differences are taken between the points that they stand for.
  const points = answers.map(({ values }) => pointOf(free, values));
  const matrix = jacobian(
    { points },
    answers.map(({ moments }) => moments),
  );
  // A whole number may be too coarse to be moved by a step: nothing moves then.
  matrix.forEach((_, k) => {
    const i = k % free.length;
    if (points[2 * i + 1][i] === points[2 * i + 2][i]) matrix[k] = 0;
  });
  return identify(
    matrix,
    targets.map(({ scale }) => scale),
  );
}

async function checked(
  calibration: Calibration,
  best: Evaluation,
  means: CalibrateMeans,
): Promise<(readonly number[])[]> {
  const samples = checkSamples(calibration);
  const questions = samples.map((_, k) => ({ stage: `seed-${k + 1}`, values: best.values }));
  const sampleOf = (stage: string) => samples[Number(stage.slice('seed-'.length)) - 1];
  const answers = await whole(calibration, means, checkLog, questions, sampleOf);
  return answers.map(({ moments }) => moments);
}

/** Answers to questions that are all known beforehand; a log of others is of an earlier best vector, and is begun anew. */
async function whole(
  calibration: Calibration,
  means: CalibrateMeans,
  name: string,
  questions: readonly Question[],
  sampleOf: (stage: string) => Sample,
): Promise<readonly Evaluation[]> {
  const isOurs = (earlier: readonly Evaluation[]) =>
    earlier.every(
      ({ stage, values }, k) =>
        stage === questions[k]?.stage && values.every((x, i) => x === questions[k].values[i]),
    );
  const limits = { most: questions.length, isLate: () => false, sampleOf };
  return logged(
    calibration,
    means,
    name,
    limits,
    async (ask) => void (await ask(questions)),
    isOurs,
  );
}

interface Limits {
  readonly most: number;
  readonly isLate: () => boolean;
  readonly sampleOf: (stage: string) => Sample;
}

/** Asks with a log at hand. */
async function logged(
  calibration: Calibration,
  { folder, evaluator, signal, onProgress }: CalibrateMeans,
  name: string,
  { most, isLate, sampleOf }: Limits,
  asks: (ask: Respondent['answers']) => Promise<void>,
  isOurs?: (earlier: readonly Evaluation[]) => boolean,
): Promise<readonly Evaluation[]> {
  const log = openLog(calibration, join(folder, name), isOurs);
  try {
    const { answers, given } = respondent({
      ...{ log, most, isLate, lanes: evaluator.lanes },
      momentsOf: (values, stage) =>
        momentsAt(calibration, values, sampleOf(stage), evaluator, signal),
      onAnswer: (done) => onProgress(name, done, most),
    });
    await asks(answers);
    return given;
  } finally {
    log.close();
  }
}
