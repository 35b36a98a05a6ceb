import {
  better,
  misfitOf,
  type Calibration,
  type Evaluation,
  type Target,
} from '../../calibration/index.ts';
import { mean } from '../../math/statistics.ts';
import { partOf } from './calibrate.ts';
import { judged } from './judge.ts';
import { whole, type Means } from './logged.ts';
import { setLogs } from './settings.ts';
import { walkSample } from './vectors.ts';

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

/** Optima in the sample where chains walk, and what its luck does there. */
export interface WalkedOptima {
  readonly here: readonly Evaluation[];
  /** How far the judges' mean lies above the value in the walk's sample, in the mean over the optima. Shape (targets). */
  readonly shift: readonly number[];
}

/** A small market's luck moves values at every vector in much the same way: measured once, it can be taken off. */
export async function walkOptima(
  calibration: Calibration,
  optima: readonly Evaluation[],
  means: Means,
): Promise<WalkedOptima> {
  const small = walkSample(calibration);
  const part = partOf(calibration, means, setLogs.walkedOptima, () => small);
  const here = await whole(means, part, optima);
  const there = await judged(setLogs.judgedOptima, calibration, optima, undefined, means);
  const shift = calibration.targets.map((_, i) => {
    const gaps = optima.map((__, k) => there[k].moments[i] - here[k].moments[i]);
    const defined = gaps.filter((gap) => !Number.isNaN(gap));
    return defined.length === 0 ? 0 : mean(defined);
  });
  return { here, shift };
}
