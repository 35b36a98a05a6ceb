import {
  candidatesOf,
  foresightOf,
  isAdmissible,
  keeping,
  logChanceInside,
  missedConditions,
  missedIn,
  pointOf,
  proposalShape,
  spreadOf,
  walk,
  type Admissible,
  type Calibration,
  type Candidate,
  type Judged,
  type Told,
} from '../../calibration/index.ts';
import { UserError } from '../../errors.ts';
import { conditionsOf } from './conditions.ts';
import { judge, judged } from './judge.ts';
import { logged, type Means } from './logged.ts';
import { optimaOf } from './optima.ts';
import { setLogs } from './settings.ts';

export interface AdmissibleOptions {
  /** Vectors wanted. */
  readonly wanted: number;
  /** Steps of each chain that count; without it some hundreds for each parameter. */
  readonly steps: number | undefined;
}

/** For each parameter: steps in which a chain finds its stride, and after them those that count. */
const each = { warmUp: 100, steps: 300 } as const;
/** Most candidates for each vector wanted. */
const candidatesEach = 10;
/** Candidates of a round, from each start: what they show is learned from before the next ones are drawn. */
const ofRound = 6;

/**
 * Draws the set of vectors that fit: chains, from the optimum of each descent, through the vectors that can be expected to
 * fit by what small markets gave; then those of their draws that do fit in large ones, with people and luck that nobody
 * searched with, and keep the conditions. In rounds: what large markets showed is learned from.
 *
 * @throws UserError if the search was cut before its descents began
 */
export async function admissible(
  calibration: Calibration,
  { evaluations, fit, identification, conditions: ofBest }: Told,
  { wanted, steps = each.steps * calibration.free.length }: AdmissibleOptions,
  means: Means,
): Promise<Admissible> {
  const { free, targets } = calibration;
  const stated = missedIn(fit);
  const statedConditions = missedConditions(ofBest);
  const optima = optimaOf(targets, evaluations);
  if (optima.length === 0) {
    throw new UserError('the search ended before its descents began: give it more --evaluations');
  }
  const starts = optima.map(({ stage, values }) => ({
    start: stage,
    point: pointOf(free, values),
  }));
  const large = await judged(setLogs.optima, calibration, optima, means);
  const known: Judged[] = large.map(({ moments }, k) => ({
    ...{ point: starts[k].point, found: moments },
  }));
  const expect = foresightOf(calibration, evaluations);
  const drawing = {
    ...{ starts, steps, warmUp: each.warmUp * free.length },
    covariance: proposalShape(identification.directions),
  };
  let draws: (readonly Float64Array[])[] = [];
  let rounds = 0;
  const asked: Candidate[] = [];
  const inside: Candidate[] = [];
  const part = {
    ...{ name: setLogs.candidates, layout: calibration },
    momentsOf: judge(calibration, stated, means),
  };
  const limits = { most: candidatesEach * wanted, isLate: () => false };
  await logged(means, part, limits, async (ask) => {
    while (inside.length < wanted && asked.length < limits.most) {
      const { valuesAt, errors } = expect(known);
      const seed = `${calibration.seed}/walk-${++rounds}`;
      const densityAt = (point: Float64Array) =>
        logChanceInside(targets, valuesAt(point), errors, stated);
      draws = walk({ ...drawing, seed, densityAt }).map((chain) => chain.draws);
      const names = starts.map(({ start }) => start);
      const candidates = candidatesOf(free, names, draws, ofRound * starts.length, asked);
      if (candidates.length === 0) return;
      const questions = candidates.map(({ start, values }) => ({ stage: start, values }));
      const answers = await ask(questions);
      answers.forEach(({ moments }, k) => {
        const point = pointOf(free, candidates[k].values);
        known.push({ point, found: moments, expected: valuesAt(point) });
        asked.push(candidates[k]);
        if (isAdmissible(targets, moments, stated)) inside.push(candidates[k]);
      });
    }
  });

  const kept = inside.map(({ start, values }) => ({ stage: start, values }));
  const conditions = await conditionsOf(setLogs.conditions, calibration, kept, means);
  const set = keeping(inside.length, conditions, statedConditions).map((k) => inside[k]);
  return {
    ...{ set, starts: starts.map(({ start }) => start), stated, conditions, statedConditions },
    ...{ draws, steps, rounds, wanted, candidates: asked.length, inside: inside.length },
    spread: spreadOf(free, draws, set),
  };
}
