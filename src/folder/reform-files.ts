import type { EffectRow, PathRow } from '../replicates/index.ts';
import { csv } from '../text/csv.ts';

/** Columns of reform-paths.csv, in order. */
const pathColumns = [
  'reform',
  'without',
  'measure',
  'unit',
  'quarter',
  'date',
  'phase',
  'open',
  'level',
  'status',
  'n',
  'mean',
  'standardError',
  'low',
  'high',
] as const satisfies readonly (keyof PathRow)[];

/** Columns of reforms.csv, in order. */
const effectColumns = [
  'reform',
  'without',
  'measure',
  'unit',
  'span',
  'from',
  'to',
  'rest',
  'n',
  'mean',
  'standardError',
  'low',
  'high',
] as const satisfies readonly (keyof EffectRow)[];

export function reformPathsCsv(rows: readonly PathRow[]): string {
  return csv(
    pathColumns,
    rows.map((row) => ({ ...row, open: Number(row.open) })),
  );
}

export function reformsCsv(rows: readonly EffectRow[]): string {
  return csv(effectColumns, rows);
}
