/** One cell: numbers in the shortest form that reads back the same, empty where not defined. */
export type Cell = string | number | null;

/**
 * Comma-separated values (RFC 4180, but with line feeds): a header, then one line a row.
 *
 * @param columns names, in order; every row is read by them
 */
export function csv<K extends string>(
  columns: readonly K[],
  rows: Iterable<Readonly<Record<K, Cell>>>,
): string {
  const lines = [columns.join(',')];
  for (const row of rows) lines.push(columns.map((column) => cell(row[column])).join(','));
  return `${lines.join('\n')}\n`;
}

function cell(value: Cell): string {
  if (value === null || Number.isNaN(value)) return '';
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
