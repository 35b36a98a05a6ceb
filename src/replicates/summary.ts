import { holm } from '../math/holm.ts';
import type { Row, SummaryRow, Dictionary } from '../measures/index.ts';
import { paired } from './contrast.ts';
import { level } from './level.ts';
import { canonicalRows, groupBy, samplesOf } from './samples.ts';

/** One measure in one quarter, over replicates (output file series.csv). */
export interface SeriesRow extends Omit<Row, 'replicate' | 'value' | 'quarter'> {
  readonly quarter: number;
  readonly unit: string;
  readonly n: number;
  readonly mean: number;
  readonly standardError: number;
  readonly low: number;
  readonly high: number;
}

/**
 * Means, intervals and paired differences against the reference institution, in canonical order.
 *
 * @param reference id of an institution; one that is not in the rows leaves all differences undefined.
 */
export function summarise(
  rows: readonly Row[],
  reference: string,
  dictionary: Dictionary,
): SummaryRow[] {
  const scenario = rows[0]?.scenario ?? '';
  const samples = samplesOf(rows, dictionary);
  const summary = samples.columns.map(({ institution, world, measure }) => {
    const values = samples.values(institution, world, measure);
    const passport = dictionary.passportOf(measure);
    const isReference = institution === reference;
    const against = isReference ? values.map(() => NaN) : samples.values(reference, world, measure);
    const difference = paired(values, against);
    return {
      scenario,
      institution,
      world,
      measure,
      unit: passport.unit,
      ...level(passport, values),
      reference,
      difference: difference.mean,
      differenceStandardError: difference.standardError,
      differenceLow: difference.low,
      differenceHigh: difference.high,
      pairs: difference.n,
      adjustedP: difference.p,
      pairingGain: difference.gain,
    };
  });
  return adjusted(summary);
}

/** Holm's adjustment within each world and measure: one family is "which institutions differ in this?". */
function adjusted(summary: readonly SummaryRow[]): SummaryRow[] {
  const adjustedP = new Map<SummaryRow, number>();
  for (const family of groupBy(summary, (row) => `${row.world}/${row.measure}`)) {
    const corrected = holm(family.map((row) => row.adjustedP));
    for (const [i, row] of family.entries()) adjustedP.set(row, corrected[i]);
  }
  return summary.map((row) => ({ ...row, adjustedP: adjustedP.get(row) ?? NaN }));
}

/** Means and intervals quarter by quarter, in canonical order. */
export function summariseSeries(rows: readonly Row[], dictionary: Dictionary): SeriesRow[] {
  const byQuarter = rows.filter((row) => row.quarter !== null).toSorted(canonicalRows(dictionary));
  const groups = groupBy(
    byQuarter,
    (row) => `${row.institution}/${row.world}/${row.measure}/${row.quarter}`,
  );
  return groups.map((group) => {
    const { scenario, institution, world, measure, quarter } = group[0];
    const passport = dictionary.passportOf(measure);
    return {
      scenario,
      institution,
      world,
      quarter: quarter ?? 0,
      measure,
      unit: passport.unit,
      ...level(
        passport,
        group.map((row) => row.value),
      ),
    };
  });
}
