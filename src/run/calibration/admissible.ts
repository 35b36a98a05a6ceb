import {
  candidatesOf,
  distanceOutside,
  foresightOf,
  isAdmissible,
  logChanceInside,
  misfitOf,
  pointOf,
  proposalShape,
  spreadOf,
  walk,
  type Admissible,
  type Calibration,
  type VectorCandidate,
  type Evaluation,
  type Judged,
  type ConditionKept,
  type Target,
  type SearchFound,
} from '../../calibration/index.ts';
import { UserError } from '../../errors.ts';
import { conditionsOf } from './conditions.ts';
import { judge, judged } from './judge.ts';
import type { AskedVector } from './ask.ts';
import { leastMissed } from './misses.ts';
import { together, type CalibrationTools } from './logged.ts';
import { optimaOf, startingVector } from './optima.ts';
import { setLogs } from './settings.ts';
import { momentsAt, searchSample } from './vectors.ts';

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
/** Rounds in which nothing may be missed; if nothing fits by then, what the best start misses may be. */
const patience = 4;
/** Draws of a round, from each start, that small markets look at: what they show is learned from before the next are drawn. */
const fromEach = 30;
/** Most of them for each candidate that large markets may look at. */
const screenedEach = 50;
/** In scales: who is expected farther outside a band than this, once a small market was run, is not run in large ones. */
const hopeless = 0.25;

/**
 * Draws the set of vectors that fit: chains, from the optimum of each descent and from where the search began, through the
 * vectors that can be expected to fit by what small markets gave; then those of their draws that do fit in large ones, with
 * people and luck that nobody searched with. In rounds: what large markets showed is learned from.
 *
 * What may be missed is decided in large markets too, since the best vector of the search owes part of its fit to the luck of
 * the search: nothing, as long as some vector fits; else what that start misses which misses least there.
 *
 * @throws UserError if the search was cut before its descents began
 */
export async function admissible(
  calibration: Calibration,
  { evaluations, identification }: SearchFound,
  { wanted, steps = ofLast.steps * calibration.free.length }: AdmissibleOptions,
  means: CalibrationTools,
): Promise<Admissible> {
  const { free, targets } = calibration;
  const found = optimaOf(targets, evaluations);
  if (found.length === 0) {
    throw new UserError('the search ended before its descents began: give it more --evaluations');
  }
  const optima = [...found, { stage: 'origin', values: startingVector(calibration) }];
  const starts = optima.map(({ stage, values }) => ({
    start: stage,
    point: pointOf(free, values),
  }));
  const large = await judged(setLogs.optima, calibration, optima, means);
  const known: Judged[] = large.map(({ moments }, k) => ({
    ...{ point: starts[k].point, found: moments },
  }));
  /** What small markets gave: in the search, and of candidates before large ones are asked. */
  const screened: Evaluation[] = [];
  let expect = foresightOf(calibration, evaluations);
  const covariance = proposalShape(identification.directions);
  let stated: readonly number[] = [];
  const drawn = (name: string, length: { warmUp: number; steps: number }) => {
    const { valuesAt, errors } = expect(known);
    const densityAt = (point: Float64Array) =>
      logChanceInside(targets, valuesAt(point), errors, stated);
    const seed = `${calibration.seed}/${name}`;
    const chains = walk({ starts, covariance, seed, densityAt, ...length });
    return { valuesAt, draws: chains.map((chain) => chain.draws) };
  };
  const pool: Fitting[] = optima.map(({ stage, values }, k) => ({
    ...{ start: stage, values, moments: large[k].moments },
  }));
  const sample = searchSample(calibration);
  const partOfScreened = {
    ...{ name: setLogs.screened, layout: calibration },
    momentsOf: ({ values }: AskedVector) =>
      momentsAt(calibration, values, sample, means.evaluator, means.signal),
  };
  const ofRound = scaled(ofRounds, free.length);
  let rounds = 0;
  const part = {
    ...{ name: setLogs.candidates, layout: calibration },
    momentsOf: (question: AskedVector) => judge(calibration, stated, means)(question),
  };
  const limits = { most: candidatesEach * wanted, isLate: () => false };
  const names = starts.map(({ start }) => start);
  const fits = () => pool.filter(({ moments }) => isAdmissible(targets, moments, stated));
  const many = { ...limits, most: limits.most * screenedEach };
  await together(
    means,
    [
      [partOfScreened, many],
      [part, limits],
    ],
    async ([askSmall, ask]) => {
      while (fits().length < wanted && pool.length < limits.most) {
        const { valuesAt, draws } = drawn(`walk-${++rounds}`, ofRound);
        const drawnFrom = candidatesOf(free, names, draws, fromEach * starts.length, pool);
        if (drawnFrom.length === 0) return;
        const small = await askSmall(drawnFrom.map(asQuestion));
        screened.push(...small);
        expect = foresightOf(calibration, evaluations, screened);
        const { valuesFrom } = expect(known);
        const candidates = drawnFrom.filter(({ values }, k) =>
          mayFit(targets, valuesFrom(pointOf(free, values), small[k].moments), stated),
        );
        const answers = await ask(candidates.map(asQuestion));
        answers.forEach(({ moments }, k) => {
          const point = pointOf(free, candidates[k].values);
          known.push({ point, found: moments, expected: valuesAt(point) });
          pool.push({ ...candidates[k], moments });
        });
        if (rounds === patience && fits().length === 0) stated = leastMissed(targets, large);
      }
    },
  );

  const warmUp = Math.ceil((steps * ofLast.warmUp) / ofLast.steps);
  const { draws } = drawn('walk-last', { warmUp, steps });
  const set = fits();
  const kept = await conditionsOf(setLogs.conditions, calibration, set.map(asQuestion), means);
  return {
    ...{ set, starts: names, stated, best: nearestOf(targets, set, kept), conditions: kept },
    ...{ draws, steps, rounds, wanted, candidates: pool.length },
    spread: spreadOf(free, draws, set),
  };
}

/** A vector that large markets judged. */
interface Fitting extends VectorCandidate {
  readonly moments: readonly number[];
}

const asQuestion = ({ start, values }: VectorCandidate): AskedVector => ({ stage: start, values });

/** Whether a vector of which this is expected is worth large markets. */
function mayFit(
  targets: readonly Target[],
  expected: readonly number[],
  stated: readonly number[],
): boolean {
  return targets.every(
    (target, i) => stated.includes(i) || distanceOutside(target, expected[i]) <= hopeless,
  );
}

/** The vector that breaks fewest conditions, and of these misses the targets least; the first of equals. */
function nearestOf(
  targets: readonly Target[],
  set: readonly Fitting[],
  conditions: readonly ConditionKept[],
): Fitting | undefined {
  const places = set.map(({ moments }, k) => ({
    broken: conditions.filter(({ holds }) => !holds[k]).length,
    misfit: misfitOf(targets, moments).value,
    k,
  }));
  const [first] = places.toSorted((a, b) => a.broken - b.broken || a.misfit - b.misfit);
  return first && set[first.k];
}

/** Steps for so many parameters. */
function scaled({ warmUp, steps }: typeof ofRounds, parameters: number) {
  return { warmUp: warmUp * parameters, steps: steps * parameters };
}
