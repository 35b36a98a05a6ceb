import type { Estimate } from '../math/interval.ts';
import { holm } from '../math/holm.ts';
import { paired, type Contrast } from './contrast.ts';
import { level } from './level.ts';
import type { Samples } from './samples.ts';

/** Chance of calling any two alike institutions different that a comparison of all of them may run. */
export const errorRate = 0.05;

/** One institution in an order of merit. */
export interface RankedInstitution {
  readonly institution: string;
  readonly value: Estimate;
  /** This institution minus the best; zero for the best itself. */
  readonly behind: Contrast;
  /** Whether the difference to the best survives Holm's correction over all pairs. */
  readonly toldApart: boolean;
}

/**
 * Institutions from best to worst in one measure, with what can be told apart from the best.
 *
 * All k(k − 1)/2 pairs are tested, paired by seed, and Holm's correction runs over all of them: the best
 * is chosen by the same data, so comparing only with it would flatter it.
 *
 * @returns institutions in which the measure is defined, the best first; empty if there are none
 */
export function ranking(samples: Samples, world: string, measure: string): RankedInstitution[] {
  const { places, values, apart } = order(samples, world, measure);
  return places.map((place, i) => ({
    ...place,
    behind: paired(values[i], values[0]),
    toldApart: i > 0 && apart(0, i),
  }));
}

/** Institutions from best to worst in one measure, and which pairs of them the tests tell apart. */
export interface Order {
  readonly places: readonly { readonly institution: string; readonly value: Estimate }[];
  /** Values by replicate, a list a place. */
  readonly values: readonly (readonly number[])[];
  /** Whether the places `i` and `j` differ, after Holm's correction over all pairs. */
  readonly apart: (i: number, j: number) => boolean;
}

/** The order behind a ranking, with all of its tests. Of a measure without a good side, the highest first. */
export function order(samples: Samples, world: string, measure: string): Order {
  const passport = samples.passportOf(measure);
  const columns = institutionsOf(samples).map((institution) => {
    const values = samples.values(institution, world, measure);
    return { institution, values, value: level(passport, values) };
  });
  return orderOf(columns, passport.better);
}

/** An order of values that are no measure of results, such as those of an experiment. */
export function orderOf(
  columns: readonly {
    readonly institution: string;
    readonly values: readonly number[];
    readonly value: Estimate;
  }[],
  better: 'higher' | 'lower' | 'neither',
): Order {
  const sign = better === 'lower' ? 1 : -1;
  const ordered = columns
    .filter(({ value }) => value.n > 0)
    .toSorted((a, b) => sign * (a.value.mean - b.value.mean));
  const pairs = ordered.flatMap((a, i) =>
    ordered.slice(i + 1).map((b, k) => ({ i, j: i + 1 + k, p: paired(b.values, a.values).p })),
  );
  const adjusted = holm(pairs.map((pair) => pair.p));
  const found = new Set(
    pairs.flatMap(({ i, j }, k) => (adjusted[k] <= errorRate ? [`${i} ${j}`] : [])),
  );
  return {
    places: ordered.map(({ institution, value }) => ({ institution, value })),
    values: ordered.map(({ values }) => values),
    apart: (i, j) => found.has(`${Math.min(i, j)} ${Math.max(i, j)}`),
  };
}

/** How every other institution differs from the reference in one measure, by id. */
export function againstReference(
  samples: Samples,
  world: string,
  measure: string,
  reference: string,
): Map<string, Comparison> {
  const baseline = samples.values(reference, world, measure);
  const others = institutionsOf(samples).filter((institution) => institution !== reference);
  const contrasts = others.map((other) => paired(samples.values(other, world, measure), baseline));
  const adjusted = holm(contrasts.map((contrast) => contrast.p));
  return new Map(
    others.map((other, i) => [other, { ...contrasts[i], adjustedP: adjusted[i] }] as const),
  );
}

/** A difference to the reference, its p-value adjusted over all institutions compared with it. */
export interface Comparison extends Contrast {
  readonly adjustedP: number;
}

function institutionsOf(samples: Samples): string[] {
  return [...new Set(samples.columns.map((column) => column.institution))];
}
