import { wrap } from './wrap.ts';

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
  const [first, ...rest] = narrowed(columns, width);
  const blocks: TextColumn[][] = [[first]];
  for (const column of rest) {
    const block = blocks[blocks.length - 1];
    if (block.length > 1 && widthOf([...block, column]) > width) blocks.push([first, column]);
    else block.push(column);
  }
  return blocks.flatMap((block, i) => (i === 0 ? lines(block) : ['', ...lines(block)]));
}

/** Widest that names may be where a table has bounds: the rest is for one column of numbers. */
function narrowed(columns: readonly TextColumn[], width: number): TextColumn[] {
  const [first, ...rest] = columns;
  const number = Math.max(0, ...rest.map(columnWidth));
  const room = Math.max(12, width - number - gap.length);
  if (!Number.isFinite(width) || columnWidth(first) <= room) return [...columns];
  const folded = first.cells.map((cell) => wrap(cell, room));
  const padded = (column: TextColumn): TextColumn => ({
    ...column,
    cells: column.cells.flatMap((cell, row) => [
      cell,
      ...Array.from({ length: folded[row].length - 1 }, () => ''),
    ]),
  });
  return [{ ...first, cells: folded.flat() }, ...rest.map(padded)];
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
