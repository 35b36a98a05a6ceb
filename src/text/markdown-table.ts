/**
 * Lines of a Markdown table.
 *
 * @param right whether the numbers of a column stand right, by column; none by default
 */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly boolean[] = [],
): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const escaped = (cells: readonly string[]) =>
    line(cells.map((text) => text.replaceAll('|', '\\|')));
  const sides = head.map((_, k) => (right[k] ? '---:' : '---'));
  return [escaped(head), line(sides), ...rows.map(escaped)];
}
