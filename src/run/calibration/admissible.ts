import {
  candidatesOf,
  isAdmissible,
  misfitOf,
  pointOf,
  spreadOf,
  type Admissible,
  type Calibration,
  type VectorCandidate,
  type ConditionKept,
  type Target,
  type SearchFound,
} from '../../calibration/index.ts';
import { UserError } from '../../errors.ts';
import { createChains } from './chains.ts';
import { conditionsOf } from './conditions.ts';
import { judge, judged } from './judge.ts';
import type { AskedVector } from './ask.ts';
import { leastMissed } from './misses.ts';
import { together, type CalibrationTools, type LoggedPart } from './logged.ts';
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
  search: SearchFound,
  { wanted, steps = ofLast.steps * calibration.free.length }: AdmissibleOptions,
  means: CalibrationTools,
): Promise<Admissible> {
  const { free, targets } = calibration;
  const optima = startsOf(calibration, search);
  const large = await judged(setLogs.optima, calibration, optima, means);
  const pool: Fitting[] = optima.map(({ stage, values }, k) => ({
    ...{ start: stage, values, moments: large[k].moments },
  }));
  const starts = optima.map(({ stage, values }) => ({
    start: stage,
    point: pointOf(free, values),
  }));
  const chains = createChains(calibration, search, starts);
  chains.learn(large.map(({ moments }, k) => ({ point: starts[k].point, found: moments })));
  const names = starts.map(({ start }) => start);
  const fits = () => pool.filter(({ moments }) => isAdmissible(targets, moments, chains.stated()));
  const most = candidatesEach * wanted;
  let rounds = 0;
  await together(
    means,
    [
      [screening(calibration, means), { most: most * screenedEach, isLate: () => false }],
      [judging(calibration, chains.stated, means), { most, isLate: () => false }],
    ],
    async ([askSmall, ask]) => {
      while (fits().length < wanted && pool.length < most) {
        const { valuesAt, draws } = chains.walk(`walk-${++rounds}`, scaled(ofRounds, free.length));
        const drawn = candidatesOf(free, names, draws, fromEach * starts.length, pool);
        if (drawn.length === 0) return;
        const candidates = chains.worthwhile(drawn, await askSmall(drawn.map(asQuestion)));
        const answers = await ask(candidates.map(asQuestion));
        answers.forEach(({ moments }, k) => {
          const point = pointOf(free, candidates[k].values);
          chains.learn([{ point, found: moments, expected: valuesAt(point) }]);
          pool.push({ ...candidates[k], moments });
        });
        if (rounds === patience && fits().length === 0) chains.allow(leastMissed(targets, large));
      }
    },
  );

  const warmUp = Math.ceil((steps * ofLast.warmUp) / ofLast.steps);
  const { draws } = chains.walk('walk-last', { warmUp, steps });
  const set = fits();
  const kept = await conditionsOf(setLogs.conditions, calibration, set.map(asQuestion), means);
  return {
    ...{ set, starts: names, stated: chains.stated() },
    ...{ best: nearestOf(targets, set, kept), conditions: kept },
    ...{ draws, steps, rounds, wanted, candidates: pool.length },
    spread: spreadOf(free, draws, set),
  };
}

/** The optimum of each descent, and where the search began. */
function startsOf(calibration: Calibration, { evaluations }: SearchFound): AskedVector[] {
  const optima = optimaOf(calibration.targets, evaluations);
  if (optima.length === 0) {
    throw new UserError('the search ended before its descents began: give it more --evaluations');
  }
  return [...optima, { stage: 'origin', values: startingVector(calibration) }];
}

/** Small markets look at draws. */
function screening(calibration: Calibration, means: CalibrationTools): LoggedPart {
  const sample = searchSample(calibration);
  return {
    ...{ name: setLogs.screened, layout: calibration },
    momentsOf: ({ values }) =>
      momentsAt(calibration, values, sample, means.evaluator, means.signal),
  };
}

/** Large markets judge what is left of them. @param stated targets that may be missed by then */
function judging(
  calibration: Calibration,
  stated: () => readonly number[],
  means: CalibrationTools,
): LoggedPart {
  return {
    ...{ name: setLogs.candidates, layout: calibration },
    momentsOf: (question) => judge(calibration, stated(), means)(question),
  };
}

/** A vector that large markets judged. */
interface Fitting extends VectorCandidate {
  readonly moments: readonly number[];
}

const asQuestion = ({ start, values }: VectorCandidate): AskedVector => ({ stage: start, values });

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
