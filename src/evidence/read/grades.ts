import type { Applications } from '../seen.ts';

/** Loans by estimated risk, safest first, in so many grades of equal size; loans of one estimate in order of signing. */
export function gradesOf({ n, estimate }: Applications, count: number): Int32Array[] {
  const order = Int32Array.from({ length: n }, (_, row) => row).sort(
    (a, b) => estimate[a] - estimate[b] || a - b,
  );
  const bound = (grade: number) => Math.floor((n * grade) / count);
  return Array.from({ length: count }, (_, grade) =>
    order.subarray(bound(grade), bound(grade + 1)),
  );
}

/** Mean of a column over some rows; NaN where there are none. */
export function meanOver(column: Float64Array, rows: Int32Array): number {
  return totalOver(column, rows) / rows.length;
}

export function totalOver(column: Float64Array, rows: Int32Array): number {
  let total = 0;
  for (const row of rows) total += column[row];
  return total;
}

/** Rows of a table that pass. */
export function rowsWhere(n: number, passes: (row: number) => boolean): Int32Array {
  return Int32Array.from({ length: n }, (_, row) => row).filter(passes);
}
