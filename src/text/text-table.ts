/** A column of a table for the terminal. */
export interface TextColumn {
  /** Lines of the head, top to bottom. */
  readonly head: readonly string[];
  /** One cell a row. */
  readonly cells: readonly string[];
  readonly align: 'left' | 'right';
}

const gap = '  ';

/**
 * Lines of a table with a rule under the head. Columns that do not fit into `width` go into further tables
 * below, each with the first column again.
 */
export function textTable(columns: readonly TextColumn[], width: number): string[] {
  const [first, ...rest] = columns;
  const blocks: TextColumn[][] = [[first]];
  for (const column of rest) {
    const block = blocks[blocks.length - 1];
    if (block.length > 1 && widthOf([...block, column]) > width) blocks.push([first, column]);
    else block.push(column);
  }
  return blocks.flatMap((block, i) => (i === 0 ? lines(block) : ['', ...lines(block)]));
}

function lines(columns: readonly TextColumn[]): string[] {
  const headHeight = Math.max(...columns.map((column) => column.head.length));
  const full = columns.map((column) => {
    const missing = headHeight - column.head.length;
    return [...Array.from({ length: missing }, () => ''), ...column.head, ...column.cells];
  });
  const widths = columns.map(columnWidth);
  const text = full[0].map((_, row) =>
    columns
      .map(({ align }, i) => pad(full[i][row], widths[i], align))
      .join(gap)
      .trimEnd(),
  );
  text.splice(headHeight, 0, '─'.repeat(widthOf(columns)));
  return text;
}

function widthOf(columns: readonly TextColumn[]): number {
  return columns.reduce((sum, column) => sum + columnWidth(column) + gap.length, -gap.length);
}

function columnWidth({ head, cells }: TextColumn): number {
  return Math.max(0, ...head.map(cellsWide), ...cells.map(cellsWide));
}

function pad(text: string, width: number, align: 'left' | 'right'): string {
  const space = ' '.repeat(width - cellsWide(text));
  return align === 'left' ? text + space : space + text;
}

/** Columns that a text takes on a terminal: Chinese, Japanese and Korean characters take two. */
function cellsWide(text: string): number {
  let wide = 0;
  for (const character of text) wide += character >= '\u2e80' && character <= '\uffe6' ? 2 : 1;
  return wide;
}
