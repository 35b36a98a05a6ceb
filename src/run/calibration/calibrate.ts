import { differencePlan, jacobian } from '../../designs/jacobian.ts';
import { identify, type Identification } from '../../designs/identification.ts';
import {
  better,
  fitOf,
  keptOf,
  misfitOf,
  pointOf,
  search,
  valuesAt,
  type Admissible,
  type Calibration,
  type Evaluation,
  type SearchFound,
} from '../../calibration/index.ts';
import { logged, answerAll, type CalibrationTools, type LoggedPart } from './logged.ts';
import type { Answered } from './answered.ts';
import { conditionsOf } from './conditions.ts';
import { originPoint } from './optima.ts';
import { checkLog, conditionLog, jacobianLog, searchLog, setLogs } from './settings.ts';
import {
  checkSamples,
  freshSamples,
  momentsAt,
  searchSample,
  type MarketSample,
} from './vectors.ts';

export interface CalibrateMeans extends CalibrationTools {
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
export async function calibrate(
  calibration: Calibration,
  means: CalibrateMeans,
): Promise<SearchFound> {
  const evaluations = await searched(calibration, means);
  const best = bestOf(calibration, evaluations);
  const identification = await identified(calibration, best, means, jacobianLog);
  const checks = await checked(calibration, best, checkSamples(calibration), means, checkLog);
  const conditions = await conditionsOf(conditionLog, calibration, [best], means);
  return {
    ...{ evaluations, best, identification, conditions },
    fit: fitOf(calibration.targets, best.moments, checks),
  };
}

/**
 * The same of the vector that was chosen from the set of those that fit, instead of the search's best one. Its fit is that
 * with people and luck that neither the search nor the choice saw.
 *
 * @returns `told` itself where no vector fits
 */
export async function settleVector(
  calibration: Calibration,
  told: SearchFound,
  { best: chosen, set, conditions }: Admissible,
  means: CalibrationTools,
): Promise<SearchFound> {
  if (!chosen) return told;
  const { values } = chosen;
  const sample = searchSample(calibration);
  const part = partOf(calibration, means, setLogs.search, () => sample);
  const [best] = await answerAll(means, part, [{ stage: chosen.start, values }]);
  const identification = await identified(calibration, best, means, setLogs.jacobian);
  const samples = freshSamples(calibration);
  const checks = await checked(calibration, best, samples, means, setLogs.check);
  const k = set.findIndex((one) => one.values === values);
  return {
    ...{ evaluations: told.evaluations, best, identification, isSettled: true },
    fit: fitOf(calibration.targets, best.moments, checks),
    conditions: conditions.map(({ condition, worst }) => keptOf(condition, [worst[k]])),
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

async function searched(
  calibration: Calibration,
  means: CalibrateMeans,
): Promise<readonly Evaluation[]> {
  const { free, targets, seed } = calibration;
  const { evaluations: most, starts, isLate, answered } = means;
  const sample = searchSample(calibration);
  const plain = partOf(calibration, means, searchLog, () => sample);
  const part: LoggedPart = {
    ...plain,
    momentsOf: async (question) => answered?.find(question) ?? plain.momentsOf(question),
  };
  return logged(means, part, { most, isLate }, async (ask) => {
    const asking = search({ origin: originPoint(calibration), seed, starts });
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
  means: CalibrationTools,
  log: string,
): Promise<Identification> {
  const { free, targets } = calibration;
  const plan = differencePlan(pointOf(free, best.values), differenceStep);
  const stages = ['centre', ...free.flatMap(({ key }) => [`${key} lower`, `${key} higher`])];
  const questions = plan.points.map((point, k) => ({
    stage: stages[k],
    values: k === 0 ? best.values : valuesAt(free, point),
  }));
  const sample = searchSample(calibration);
  const part = partOf(calibration, means, log, () => sample);
  const answers = await answerAll(means, part, questions);
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
  samples: readonly MarketSample[],
  means: CalibrationTools,
  log: string,
): Promise<(readonly number[])[]> {
  const questions = samples.map((_, k) => ({ stage: `seed-${k + 1}`, values: best.values }));
  const seedOf = (stage: string) => Number(stage.slice('seed-'.length)) - 1;
  const part = partOf(calibration, means, log, (stage) => samples[seedOf(stage)]);
  const answers = await answerAll(means, part, questions);
  return answers.map(({ moments }) => moments);
}

/** A log of vectors, each evaluated in the sample of its stage. */
function partOf(
  calibration: Calibration,
  { evaluator, signal }: CalibrationTools,
  name: string,
  sampleOf: (stage: string) => MarketSample,
): LoggedPart {
  return {
    ...{ name, layout: calibration },
    momentsOf: async ({ values, stage }) =>
      momentsAt(calibration, values, sampleOf(stage), evaluator, signal),
  };
}
