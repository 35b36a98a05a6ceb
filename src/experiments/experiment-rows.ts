import type { Dictionary, Row, SummaryRow } from '../measures/index.ts';
import { canonicalRows, groupBy, samplesOf, summarise, type Samples } from '../replicates/index.ts';

/** One number of an experiment, in tidy form. */
export interface ExperimentRow extends Omit<Row, 'quarter'> {
  /** Where along the measure's curve; null for a measure that is one number. */
  readonly at: number | null;
}

/** One measure of an experiment over replicates. */
export interface ExperimentSummaryRow extends SummaryRow {
  readonly at: number | null;
}

/** The order of rows in every file: by measure, then along its curve, then replicates. */
export function inCanonicalOrder(
  rows: readonly ExperimentRow[],
  dictionary: Dictionary,
): ExperimentRow[] {
  const canonical = canonicalRows(dictionary);
  return rows.toSorted(
    (a, b) =>
      canonical(plain({ ...a, replicate: 0 }), plain({ ...b, replicate: 0 })) ||
      along(a) - along(b) ||
      a.replicate - b.replicate,
  );
}

/** Means, intervals and paired differences, point by point along curves. */
export function summariseExperiment(
  rows: readonly ExperimentRow[],
  reference: string,
  dictionary: Dictionary,
): ExperimentSummaryRow[] {
  const points = groupBy(rows, (row) => String(row.at));
  return points.flatMap((group) => {
    const { at } = group[0];
    return summarise(group.map(plain), reference, dictionary).map((row) => ({ ...row, at }));
  });
}

/** Values over replicates of the measures that are one number. */
export function experimentSamples(rows: readonly ExperimentRow[], dictionary: Dictionary): Samples {
  return samplesOf(rows.filter((row) => row.at === null).map(plain), dictionary);
}

function plain(row: ExperimentRow): Row {
  const { scenario, institution, world, replicate, measure, value } = row;
  return { scenario, institution, world, replicate, quarter: null, measure, value };
}

function along({ at }: ExperimentRow): number {
  return at ?? -Infinity;
}
