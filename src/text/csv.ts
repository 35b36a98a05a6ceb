/** One cell, null where a value is not defined: numbers in the shortest form that reads back the same, empty where not defined. */
export type Cell = string | number | boolean | null;
/** A row of a tidy table, by column. */
export type Cells = Readonly<Record<string, Cell>>;
export type Table = readonly Cells[];

/**
 * Comma-separated values (RFC 4180, but with line feeds): a header, then one line a row.
 *
 * @param columns names, in order; every row is read by them, a cell that it lacks is empty
 */
export function csv<K extends string>(
  columns: readonly K[],
  rows: Iterable<Readonly<Partial<Record<K, Cell>>>>,
): string {
  const lines = [csvLine(columns)];
  for (const row of rows)
    lines.push(columns.map((column) => cellText(row[column] ?? null)).join(','));
  return `${lines.join('\n')}\n`;
}

/** A table whose columns stand in the order in which its rows first name them. */
export function csvOf(table: Table): string {
  return csv([...new Set(table.flatMap((row) => Object.keys(row)))], table);
}

/** One line, without its end. */
export function csvLine(cells: readonly Cell[]): string {
  return cells.map(cellText).join(',');
}

/** One cell as it stands in a line. */
export function cellText(value: Cell): string {
  // Numbers first: most cells are, and none of them needs quotes.
  if (typeof value === 'number') return Number.isNaN(value) ? '' : String(value);
  if (value === null) return '';
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
