import { estimate, type Estimate } from '../math/interval.ts';
import { paired } from '../replicates/index.ts';
import type { FactValue } from './tell.ts';
import type { Band, Fact } from './fact.ts';

const verdicts = ['inside', 'outside', 'cannot tell'] as const;
export type Verdict = (typeof verdicts)[number];

/** A fact over replicates. */
export interface FactReading {
  readonly fact: Fact;
  /**
   * The simulated number and its 95% interval. Of a fact with the band 'interior': by how much the best place inside the
   * grid is higher than the end that comes nearer to it.
   */
  readonly value: Estimate;
  /** Best place of a fact with the band 'interior'. */
  readonly best?: number;
  readonly verdict: Verdict;
}

/**
 * Inside if all of the interval lies in the band, outside if none of it does. An interior optimum is inside if both ends of
 * the grid are lower by their interval, outside if one is higher by its own.
 *
 * @param values of this fact, by replicate
 */
export function readFact(fact: Fact, values: readonly (readonly FactValue[])[]): FactReading {
  const column = (at: number | null) =>
    values.map((replicate) => replicate.find((one) => one.at === at)?.value ?? NaN);
  const { along, band } = fact;
  if (along === undefined) {
    const value = estimate(column(null));
    return { fact, value, verdict: verdictOf(band, value) };
  }
  const heights = along.map((at) => estimate(column(at)).mean);
  const inner = [...along.keys()].slice(1, -1);
  const top = inner.reduce((high, k) => (heights[k] > heights[high] ? k : high), inner[0]);
  const best = along[top];
  const ends = [along[0], along[along.length - 1]].map((end) => paired(column(best), column(end)));
  const [value] = ends.toSorted((a, b) => a.mean - b.mean);
  const verdict = ends.every(({ low }) => low > 0)
    ? 'inside'
    : ends.some(({ high }) => high < 0)
      ? 'outside'
      : 'cannot tell';
  return { fact, best, value, verdict };
}

/** Where an interval lies; without one nothing can be told. */
export function verdictOf(band: Band, { low, high }: Pick<Estimate, 'low' | 'high'>): Verdict {
  const [least, most] = endsOf(band);
  if (low > least && high < most) return 'inside';
  if (low >= least && high <= most && typeof band !== 'string') return 'inside';
  return high < least || low > most ? 'outside' : 'cannot tell';
}

/** A band as two ends; those of a sign are open. */
export function endsOf(band: Band): readonly [number, number] {
  if (typeof band !== 'string') return band;
  return band === '-' ? [-Infinity, 0] : [0, Infinity];
}

/** The kinds that are told apart: only the first is evidence. */
export const groups = ['published, not fitted', 'published, fitted', 'theory', 'law'] as const;
export type Group = (typeof groups)[number];

export function groupOf({ kind, fitted = false }: Fact): Group {
  if (kind !== 'published') return kind;
  return fitted ? 'published, fitted' : 'published, not fitted';
}

/** How many facts of a group there are, by verdict. */
export type Count = Readonly<Record<Verdict, number>> & {
  readonly group: Group;
  readonly all: number;
};

/** Counts of the groups that are there, in their order. */
export function countsOf(readings: readonly FactReading[]): Count[] {
  return groups.flatMap((group): Count[] => {
    const own = readings.filter(({ fact }) => groupOf(fact) === group);
    const count = (verdict: Verdict) => own.filter((one) => one.verdict === verdict).length;
    if (own.length === 0) return [];
    const [inside, outside, unsure] = verdicts.map(count);
    return [{ group, all: own.length, inside, outside, 'cannot tell': unsure }];
  });
}

/** "published, not fitted: inside 9 of 14, outside 4, cannot tell 1". */
export function countText({ group, all, inside, outside, 'cannot tell': unsure }: Count): string {
  const rest = [
    ...(outside > 0 ? [`outside ${outside}`] : []),
    ...(unsure > 0 ? [`cannot tell ${unsure}`] : []),
  ];
  return [`${group}: inside ${inside} of ${all}`, ...rest].join(', ');
}
