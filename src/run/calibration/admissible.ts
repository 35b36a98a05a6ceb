import {
  candidatesOf,
  densityAtMost,
  isAdmissible,
  keeping,
  logDensityOf,
  missedIn,
  pointOf,
  proposalShape,
  spreadOf,
  valuesAt,
  walk,
  type Admissible,
  type Calibration,
  type Evaluation,
  type Told,
} from '../../calibration/index.ts';
import { UserError } from '../../errors.ts';
import type { Question } from './ask.ts';
import { conditionsOf } from './conditions.ts';
import { judged } from './judge.ts';
import { logged, type Means } from './logged.ts';
import { optimaOf, walkOptima, type WalkedOptima } from './optima.ts';
import { setLogs } from './settings.ts';
import { momentsAt, walkSample } from './vectors.ts';

export interface AdmissibleOptions {
  /** Vectors wanted. */
  readonly wanted: number;
  /** Steps of each chain that count; without it a hundred for each parameter. */
  readonly steps: number | undefined;
}

/** For each parameter: steps in which a chain finds its stride, and after them those that count. */
const each = { warmUp: 25, steps: 100 } as const;
/** Candidates looked at for each vector wanted. */
const candidatesEach = 2.5;

/**
 * Draws the set of vectors that fit: chains, from the optimum of each descent, through the vectors whose small markets fit;
 * then those of their draws that fit in large ones, with people and luck that nobody searched with, and keep the conditions.
 *
 * @throws UserError if the search was cut before its descents began
 */
export async function admissible(
  calibration: Calibration,
  { evaluations, fit, identification }: Told,
  { wanted, steps = each.steps * calibration.free.length }: AdmissibleOptions,
  means: Means,
): Promise<Admissible> {
  const { free, targets } = calibration;
  const stated = missedIn(fit);
  const optima = optimaOf(targets, evaluations);
  if (optima.length === 0) {
    throw new UserError('the search ended before its descents began: give it more --evaluations');
  }
  const walked = await walkOptima(calibration, optima, means);
  const warmUp = each.warmUp * free.length;
  const shape = proposalShape(identification.directions);
  const draws = await drawn(calibration, walked, { stated, shape, warmUp, steps }, means);

  const starts = optima.map(({ stage }) => stage);
  const candidates = candidatesOf(free, starts, draws, Math.ceil(candidatesEach * wanted));
  const asked = candidates.map(({ start, values }) => ({ stage: start, values }));
  const answers = await judged(setLogs.candidates, calibration, asked, stated, means);
  const inside = candidates.filter((_, k) => isAdmissible(targets, answers[k].moments, stated));
  const kept = inside.map(({ start, values }) => ({ stage: start, values }));
  const conditions = await conditionsOf(setLogs.conditions, calibration, kept, means);
  const set = keeping(inside.length, conditions).map((k) => inside[k]);
  return {
    ...{ set, starts, stated, conditions, draws, steps, wanted },
    ...{ candidates: candidates.length, inside: inside.length },
    spread: spreadOf(free, draws, set),
  };
}

interface Walking {
  readonly stated: readonly number[];
  readonly shape: Float64Array;
  readonly warmUp: number;
  readonly steps: number;
}

/** Draws of a chain from each optimum. Shape (chains × steps), points in 0 … 1. */
async function drawn(
  calibration: Calibration,
  { here, shift }: WalkedOptima,
  { stated, shape, warmUp, steps }: Walking,
  means: Means,
): Promise<(readonly Float64Array[])[]> {
  const { free, targets, seed } = calibration;
  const sample = walkSample(calibration);
  const shifted = (moments: readonly number[]) => moments.map((value, i) => value + shift[i]);
  const densityOf = ({ moments }: Pick<Evaluation, 'moments'>) =>
    logDensityOf(targets, shifted(moments), stated);
  const momentsOf = ({ values, bar = -Infinity }: Question) =>
    momentsAt(
      ...([calibration, values, sample, means.evaluator, means.signal] as const),
      (moments) => densityAtMost(targets, shifted(moments), stated) < bar,
    );
  const walking = walk({
    starts: here.map((one) => ({
      start: one.stage,
      point: pointOf(free, one.values),
      logDensity: densityOf(one),
    })),
    ...{ seed: `${seed}/walk`, steps: steps + warmUp, warmUp, covariance: shape },
  });
  const limits = { most: (steps + warmUp) * here.length, isLate: () => false };
  let draws: (readonly Float64Array[])[] = [];
  await logged(
    means,
    { name: setLogs.walk, layout: calibration, momentsOf },
    limits,
    async (ask) => {
      let asked = walking.next();
      while (asked.done !== true) {
        const questions = asked.value.map(({ stage, point, bar }) => ({
          ...{ stage, bar },
          values: valuesAt(free, point),
        }));
        asked = walking.next((await ask(questions)).map(densityOf));
      }
      draws = asked.value.map((chain) => chain.draws);
    },
  );
  return draws;
}
