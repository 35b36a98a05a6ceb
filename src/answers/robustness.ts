import { estimate } from '../math/interval.ts';
import { sampleQuantile } from '../math/sample-quantile.ts';
import { mean } from '../math/statistics.ts';
import { firstPlaces, leaders, type FirstPlace } from './first.ts';
import { differencesOf, goodSign, pointMeans, type PointValues } from './point-values.ts';

/** At how many points the first of two is ahead, behind, or cannot be told apart (95%, paired by seed, at each point). */
interface PairOrder {
  readonly a: number;
  readonly b: number;
  readonly ahead: number;
  readonly behind: number;
  readonly alike: number;
}

/** What an institution lacks against the best, over points, in the measure's own unit. */
export interface Regret {
  readonly institution: number;
  readonly mean: number;
  /** 90% quantile over points. */
  readonly ninety: number;
  readonly largest: number;
  /** The point of the largest. */
  readonly at: number;
}

/** How an order of merit holds over all points. */
export interface Robustness {
  /** Points that count: those with a value of somebody. */
  readonly points: number;
  readonly replicates: number;
  readonly first: readonly FirstPlace[];
  readonly pairs: readonly PairOrder[];
  /** Least mean regret first. */
  readonly regret: readonly Regret[];
}

/**
 * How often each institution is first, how often the order of each pair holds, and regret.
 *
 * Regret at a point is the best institution's mean less one's own in the good direction (Savage 1951). The best is chosen on
 * half of the replicates and valued on the other, both ways about: chosen and valued by the same luck it would look better
 * than it is. With one replicate that cannot be helped.
 *
 * @param better the measure's good direction
 */
export function robustness(values: PointValues, better: string): Robustness {
  const { institutions } = values;
  const replicates = values.values[0]?.length ?? 0;
  const sign = goodSign({ better });
  const pairs = institutions.flatMap((_, a) =>
    institutions.slice(a + 1).map((__, k) => orderOf(values, a, a + 1 + k, sign)),
  );
  const counted = leaders(pointMeans(values), sign).filter((i) => i >= 0).length;
  return {
    points: counted,
    replicates,
    first: firstPlaces(values, better),
    pairs,
    regret: regrets(values, sign),
  };
}

function orderOf(values: PointValues, a: number, b: number, sign: 1 | -1): PairOrder {
  const differences = differencesOf(values, a, b);
  let [ahead, behind, alike] = [0, 0, 0];
  for (let p = 0; p < (differences[0]?.length ?? 0); p++) {
    const { n, low, high, mean: middle } = estimate(differences.map((one) => sign * one[p]));
    if (n === 0) continue;
    // One replicate has no interval: its sign is all there is.
    const [least, most] = n < 2 ? [middle, middle] : [low, high];
    if (least > 0) ahead++;
    else if (most < 0) behind++;
    else alike++;
  }
  return { a, b, ahead, behind, alike };
}

function regrets(values: PointValues, sign: 1 | -1): Regret[] {
  const replicates = values.values[0]?.length ?? 0;
  const isEven = (r: number) => r % 2 === 0;
  const halves = replicates < 2 ? [() => true] : [isEven, (r: number) => !isEven(r)];
  const byHalf = halves.map((half) => pointMeans(values, half));
  const chosen = byHalf.map((means) => leaders(means, sign));
  const lacking = values.institutions.map((_, i) =>
    Float64Array.from({ length: chosen[0].length }, (__, p) => {
      const parts = byHalf.flatMap((__means, h) => {
        const other = byHalf[byHalf.length - 1 - h];
        const best = chosen[h][p];
        const lack = best < 0 ? NaN : sign * (other[best][p] - other[i][p]);
        return Number.isNaN(lack) ? [] : [lack];
      });
      return parts.length === 0 ? NaN : mean(parts);
    }),
  );
  return lacking
    .map((all, institution): Regret => {
      const defined = [...all.keys()].filter((p) => !Number.isNaN(all[p]));
      const sorted = defined.map((p) => all[p]).toSorted((x, y) => x - y);
      const largest = sorted.at(-1) ?? NaN;
      return {
        institution,
        mean: mean(sorted),
        ninety: sampleQuantile(sorted, 0.9),
        largest,
        at: defined.find((p) => all[p] === largest) ?? -1,
      };
    })
    .toSorted((x, y) => x.mean - y.mean || x.institution - y.institution);
}
