import type { SeriesRow } from '../replicates/index.ts';
import type { SummaryRow } from '../measures/index.ts';
import { csv } from '../text/csv.ts';

/** Columns of summary.csv, in order. */
export const summaryColumns = [
  'scenario',
  'institution',
  'world',
  'measure',
  'unit',
  'n',
  'mean',
  'standardError',
  'low',
  'high',
  'reference',
  'difference',
  'differenceStandardError',
  'differenceLow',
  'differenceHigh',
  'pairs',
  'adjustedP',
  'pairingGain',
] as const satisfies readonly (keyof SummaryRow)[];

/** Columns of series.csv, in order. */
export const seriesColumns = [
  'scenario',
  'institution',
  'world',
  'measure',
  'unit',
  'quarter',
  'n',
  'mean',
  'standardError',
  'low',
  'high',
] as const satisfies readonly (keyof SeriesRow)[];

export function summaryCsv(rows: readonly SummaryRow[]): string {
  return csv(summaryColumns, rows);
}

export function seriesCsv(rows: readonly SeriesRow[]): string {
  return csv(seriesColumns, rows);
}
