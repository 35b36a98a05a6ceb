import type { Estimate } from '../math/interval.ts';
import { holm } from '../math/holm.ts';
import type { Dictionary, Row } from '../measures/index.ts';
import { paired, unpaired, type Contrast } from './contrast.ts';
import { level } from './level.ts';
import { groupBy, samplesOf, type SampleColumn } from './samples.ts';

/** The rows of one run and the key of all draws of each of its replicates. */
export interface RunRows {
  readonly rows: readonly Row[];
  readonly seeds: ReadonlyMap<number, string>;
}

/** One measure under one institution and world in two runs. */
export interface RunContrast extends SampleColumn {
  readonly a: Estimate;
  readonly b: Estimate;
  /** b − a. */
  readonly difference: Contrast;
  /** Whether the difference is taken replicate by replicate. */
  readonly paired: boolean;
  /** p-value of "no difference", by Holm over the institutions in this measure and world. */
  readonly adjustedP: number;
}

/**
 * What changes from one run to another, for whatever both of them hold. Replicates with the same seed are
 * the same people with the same luck, and are paired; runs that share fewer than two seeds are compared as
 * independent samples (Welch).
 *
 * @returns in canonical order
 */
export function compareRuns(a: RunRows, b: RunRows, dictionary: Dictionary): RunContrast[] {
  const left = samplesOf(a.rows, dictionary);
  const right = samplesOf(b.rows, dictionary);
  const shared = sharedReplicates(a, b, left.replicates, right.replicates);
  const inB = new Set(right.columns.map(keyOf));
  const contrasts = left.columns
    .filter((column) => inB.has(keyOf(column)))
    .map(({ institution, world, measure }) => {
      const before = left.values(institution, world, measure);
      const after = right.values(institution, world, measure);
      const difference =
        shared.length >= 2
          ? paired(
              shared.map(([, there]) => after[there]),
              shared.map(([here]) => before[here]),
            )
          : unpaired(after, before);
      const passport = dictionary.passportOf(measure);
      const estimates = { a: level(passport, before), b: level(passport, after), difference };
      return { institution, world, measure, ...estimates, paired: shared.length >= 2 };
    });
  const adjustedP = new Map<object, number>();
  for (const family of groupBy(contrasts, ({ world, measure }) => `${world}/${measure}`)) {
    const adjusted = holm(family.map(({ difference }) => difference.p));
    for (const [i, contrast] of family.entries()) adjustedP.set(contrast, adjusted[i]);
  }
  return contrasts.map((contrast) => ({ ...contrast, adjustedP: adjustedP.get(contrast) ?? NaN }));
}

/** Places in the two lists of replicates that have the same seed. */
function sharedReplicates(
  a: RunRows,
  b: RunRows,
  here: readonly number[],
  there: readonly number[],
): (readonly [number, number])[] {
  const placeInB = new Map(there.map((replicate, place) => [b.seeds.get(replicate), place]));
  return here.flatMap((replicate, place) => {
    const seed = a.seeds.get(replicate);
    const match = seed === undefined ? undefined : placeInB.get(seed);
    return match === undefined ? [] : [[place, match] as const];
  });
}

const keyOf = ({ institution, world, measure }: SampleColumn) =>
  [institution, world, measure].join('/');
