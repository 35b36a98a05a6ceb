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
import { logged, whole, type Means, type Part } from './logged.ts';
import type { Answered } from './answered.ts';
import { conditionsOf } from './conditions.ts';
import { checkLog, conditionLog, jacobianLog, searchLog } from './settings.ts';
import { checkSamples, momentsAt, searchSample, type Sample } from './vectors.ts';

export interface CalibrateMeans extends Means {
  /** Most vectors that the search evaluates. */
  readonly evaluations: number;
  readonly starts: number;
  /** Whether the time for searching is up. */
  readonly isLate: () => boolean;
  /** What shards of this search have found out already. */
  readonly answered?: Pick<Answered, 'find'>;
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
  const conditions = await conditionsOf(conditionLog, calibration, [best], means);
  return {
    ...{ evaluations, best, identification, conditions },
    fit: fitOf(calibration.targets, best.moments, checks),
  };
}

/** The best vector: the fewest targets outside, then the least misfit; the first of equals. */
function bestOf(
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
  const { evaluations: most, starts, isLate, answered } = means;
  const sample = searchSample(calibration);
  const plain = partOf(calibration, means, searchLog, () => sample);
  const part: Part = {
    ...plain,
    momentsOf: async (question) => answered?.find(question) ?? plain.momentsOf(question),
  };
  return logged(means, part, { most, isLate }, async (ask) => {
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
  });
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
  const part = partOf(calibration, means, jacobianLog, () => sample);
  const answers = await whole(means, part, questions);
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
  const seedOf = (stage: string) => Number(stage.slice('seed-'.length)) - 1;
  const part = partOf(calibration, means, checkLog, (stage) => samples[seedOf(stage)]);
  const answers = await whole(means, part, questions);
  return answers.map(({ moments }) => moments);
}

/** A log of vectors, each evaluated in the sample of its stage. */
function partOf(
  calibration: Calibration,
  { evaluator, signal }: Means,
  name: string,
  sampleOf: (stage: string) => Sample,
): Part {
  return {
    ...{ name, layout: calibration },
    momentsOf: async ({ values, stage }) =>
      momentsAt(calibration, values, sampleOf(stage), evaluator, signal),
  };
}
