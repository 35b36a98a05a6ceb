import {
  distanceOutside,
  type Calibration,
  type Evaluation,
  type Target,
} from '../../calibration/index.ts';
import { mean } from '../../math/statistics.ts';
import type { Question } from './ask.ts';
import { whole, type Means } from './logged.ts';
import { checkSamples, momentsAt } from './vectors.ts';

/** In scales: a vector that after some seeds lies so far outside a band is given up. */
const plainlyOut = 0.75;

/**
 * Values of vectors in the mean of the samples that judge.
 *
 * @param stated targets that may be missed, and give nobody up; undefined if all vectors are judged to the end. Indices.
 * @returns in the order asked; of a vector given up the mean so far, which is outside a band
 */
export async function judged(
  name: string,
  calibration: Calibration,
  vectors: readonly Question[],
  stated: readonly number[] | undefined,
  means: Means,
): Promise<readonly Evaluation[]> {
  const { targets } = calibration;
  const samples = checkSamples(calibration);
  const isOut = (moments: readonly number[]) =>
    stated !== undefined && isPlainlyOut(targets, moments, stated);
  const momentsOf = async ({ values }: Question) => {
    const found: number[][] = [];
    for (const sample of samples) {
      const before = found.slice();
      const soFar = (now: readonly number[]) => meansOf([...before, now]);
      const now = await momentsAt(
        ...([calibration, values, sample, means.evaluator, means.signal] as const),
        (moments) => isOut(soFar(moments)),
      );
      found.push(now);
      if (isOut(meansOf(found))) break;
    }
    return meansOf(found);
  };
  return whole(means, { name, layout: calibration, momentsOf }, vectors);
}

function isPlainlyOut(
  targets: readonly Target[],
  moments: readonly number[],
  stated: readonly number[],
): boolean {
  return targets.some(
    (target, i) => !stated.includes(i) && distanceOutside(target, moments[i]) > plainlyOut,
  );
}

/** Means over samples; NaN where one is. Shape (targets). */
function meansOf(samples: readonly (readonly number[])[]): number[] {
  return samples[0].map((_, i) => mean(samples.map((moments) => moments[i])));
}
