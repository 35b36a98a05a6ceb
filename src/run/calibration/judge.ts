import {
  distanceOutside,
  type Calibration,
  type Evaluation,
  type Target,
} from '../../calibration/index.ts';
import { mean } from '../../math/statistics.ts';
import type { AskedVector } from './ask.ts';
import { answerAll, type CalibrationTools } from './logged.ts';
import { checkSamples, momentsAt } from './vectors.ts';

/** In scales: a vector that after one seed lies so far outside a band is given up; after more, half of that. */
const plainlyOut = 0.4;

/**
 * How a vector is judged: its values in the mean of the samples that judge, seed by seed.
 *
 * @param stated targets that may be missed, and give nobody up; undefined if all vectors are judged to the end. Indices.
 * @returns of a vector given up, its values in the mean so far, which is outside a band
 */
export function judge(
  calibration: Calibration,
  stated: readonly number[] | undefined,
  means: CalibrationTools,
): (question: AskedVector) => Promise<readonly number[]> {
  const { targets } = calibration;
  const samples = checkSamples(calibration);
  return async ({ values }: AskedVector) => {
    const found: number[][] = [];
    const isOut = (moments: readonly number[]) =>
      stated !== undefined && isPlainlyOut(targets, moments, stated, found.length);
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
}

/** Vectors that are all known beforehand, judged to the end. In the order asked. */
export async function judged(
  name: string,
  calibration: Calibration,
  vectors: readonly AskedVector[],
  means: CalibrationTools,
): Promise<readonly Evaluation[]> {
  const momentsOf = judge(calibration, undefined, means);
  return answerAll(means, { name, layout: calibration, momentsOf }, vectors);
}

function isPlainlyOut(
  targets: readonly Target[],
  moments: readonly number[],
  stated: readonly number[],
  seeds: number,
): boolean {
  const far = seeds > 1 ? plainlyOut / 2 : plainlyOut;
  return targets.some(
    (target, i) => !stated.includes(i) && distanceOutside(target, moments[i]) > far,
  );
}

/** Means over samples; NaN where one is. Shape (targets). */
function meansOf(samples: readonly (readonly number[])[]): number[] {
  return samples[0].map((_, i) => mean(samples.map((moments) => moments[i])));
}
