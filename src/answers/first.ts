import { goodSign, pointMeans, type PointValues } from './point-values.ts';

/** An institution is a contender for the first place if it leads in at least this share of points. */
const leastShare = 0.05;

/**
 * The institution that is first at each point, as a place in the list; of equal ones the earlier.
 *
 * @param means of one measure. Shape (institutions × points).
 * @param sign 1 where more is better, −1 where less is
 * @returns −1 where nobody's value is defined. Shape (points).
 */
export function leaders(means: readonly Float64Array[], sign: 1 | -1): Int32Array {
  return Int32Array.from({ length: means[0]?.length ?? 0 }, (_, p) => {
    let best = -1;
    means.forEach((mine, i) => {
      if (Number.isNaN(mine[p])) return;
      if (best < 0 || sign * mine[p] > sign * means[best][p]) best = i;
    });
    return best;
  });
}

/** How often each institution is first. */
export interface FirstPlace {
  readonly institution: number;
  readonly points: number;
  /** Of the points at which anybody is first. */
  readonly share: number;
}

/** Who is first at each point, by means over replicates. Shape (points). */
export function firstAt(values: PointValues, better: string): Int32Array {
  return leaders(pointMeans(values), goodSign({ better }));
}

/** First places by mean over replicates, most often first. */
export function firstPlaces(values: PointValues, better: string): FirstPlace[] {
  const first = firstAt(values, better);
  const decided = first.filter((i) => i >= 0).length;
  return values.institutions
    .map((_, institution) => {
      const points = first.filter((i) => i === institution).length;
      return { institution, points, share: points / decided };
    })
    .toSorted((a, b) => b.points - a.points || a.institution - b.institution);
}

/** Institutions that lead in at least 5% of points, on means over replicates. */
export function contenders(values: PointValues, better: string): number[] {
  return firstPlaces(values, better)
    .filter(({ share }) => share >= leastShare)
    .map(({ institution }) => institution);
}

/** Whether an institution is first, in each replicate by itself: 1 or 0, NaN where nobody is. Shape (replicates × points). */
export function indicatorsOf(
  { values }: PointValues,
  institution: number,
  better: string,
): Float64Array[] {
  const sign = goodSign({ better });
  return (values[0] ?? []).map((_, r) => {
    const first = leaders(
      values.map((all) => all[r]),
      sign,
    );
    return Float64Array.from(first, (i) => (i < 0 ? NaN : Number(i === institution)));
  });
}

/**
 * How far an institution is ahead of the best of the others, in each replicate: above 0 where it is first, in the measure's
 * good direction. Shape (replicates × points).
 */
export function leadsOf(
  { values }: PointValues,
  institution: number,
  better: string,
): Float64Array[] {
  const sign = goodSign({ better });
  return values[institution].map((mine, r) =>
    mine.map((value, p) => {
      let best = NaN;
      values.forEach((all, i) => {
        const other = sign * all[r][p];
        if (i !== institution && !(other <= best) && !Number.isNaN(other)) best = other;
      });
      return sign * value - best;
    }),
  );
}
