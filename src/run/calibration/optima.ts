import {
  addressOf,
  better,
  misfitOf,
  pointOf,
  valuesAt,
  type Calibration,
  type Evaluation,
  type Target,
} from '../../calibration/index.ts';

const prefix = 'start-';

/** The best vector of each descent, in the order of the descents. */
export function optimaOf(
  targets: readonly Target[],
  evaluations: readonly Evaluation[],
): Evaluation[] {
  const optima = new Map<string, Evaluation>();
  for (const one of evaluations) {
    if (!one.stage.startsWith(prefix)) continue;
    const best = optima.get(one.stage);
    if (!best || better(misfitOf(targets, one.moments), misfitOf(targets, best.moments))) {
      optima.set(one.stage, one);
    }
  }
  const numberOf = ({ stage }: Evaluation) => Number(stage.slice(prefix.length));
  return [...optima.values()].toSorted((a, b) => numberOf(a) - numberOf(b));
}

/** Where the vector that the scenario has lies in the ranges. */
export function originPoint({ scenario, free }: Calibration): Float64Array {
  const numbers = free.map(({ key }) => addressOf(scenario, key)?.value ?? NaN);
  return pointOf(free, numbers);
}

/** That vector, rounded as those of a search are. */
export function startingVector(calibration: Calibration): readonly number[] {
  return valuesAt(calibration.free, originPoint(calibration));
}
