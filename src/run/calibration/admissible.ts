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
  /** Steps of each chain of the last walk that count; without it some thousands for each parameter. */
  readonly steps: number | undefined;
}

/** For each parameter, in the rounds: steps in which a chain finds its stride, and after them those that count. */
const ofRounds = { warmUp: 300, steps: 1000 } as const;
/** The same of the last walk, which says how chains and starts agree. */
const ofLast = { warmUp: 1000, steps: 6000 } as const;
/** Most candidates for each vector wanted. */
const candidatesEach = 10;
/** Candidates of a round, from each start: what they show is learned from before the next ones are drawn. */
const fromEach = 6;

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
  { wanted, steps = ofLast.steps * calibration.free.length }: AdmissibleOptions,
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
  const covariance = proposalShape(identification.directions);
  const drawn = (name: string, length: { warmUp: number; steps: number }) => {
    const { valuesAt, errors } = expect(known);
    const densityAt = (point: Float64Array) =>
      logChanceInside(targets, valuesAt(point), errors, stated);
    const seed = `${calibration.seed}/${name}`;
    const chains = walk({ starts, covariance, seed, densityAt, ...length });
    return { valuesAt, draws: chains.map((chain) => chain.draws) };
  };
  const ofRound = scaled(ofRounds, free.length);
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
      const { valuesAt, draws } = drawn(`walk-${++rounds}`, ofRound);
      const names = starts.map(({ start }) => start);
      const candidates = candidatesOf(free, names, draws, fromEach * starts.length, asked);
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
  const warmUp = Math.ceil((steps * ofLast.warmUp) / ofLast.steps);
  const { draws } = drawn('walk-last', { warmUp, steps });
  const set = keeping(inside.length, conditions, statedConditions).map((k) => inside[k]);
  return {
    ...{ set, starts: starts.map(({ start }) => start), stated, conditions, statedConditions },
    ...{ draws, steps, rounds, wanted, candidates: asked.length, inside: inside.length },
    spread: spreadOf(free, draws, set),
  };
}

/** Steps for so many parameters. */
function scaled({ warmUp, steps }: typeof ofRounds, parameters: number) {
  return { warmUp: warmUp * parameters, steps: steps * parameters };
}
