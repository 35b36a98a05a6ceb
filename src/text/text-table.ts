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

/** A column whose cells are broken into lines. */
interface Folded extends Pick<TextColumn, 'head' | 'align'> {
  readonly cells: readonly (readonly string[])[];
}

/**
 * Lines of a table with a rule under the head. Columns that do not fit into `width` go into further tables
 * below, each with the first column again; words that are too wide even so are broken into lines.
 */
export function textTable(columns: readonly TextColumn[], width: number): string[] {
  const [first, ...rest] = folded(columns, width);
  const blocks: Folded[][] = [[first]];
  for (const column of rest) {
    const block = blocks[blocks.length - 1];
    if (block.length > 1 && widthOf([...block, column].map(flat)) > width)
      blocks.push([first, column]);
    else block.push(column);
  }
  return blocks.flatMap((block, i) => [...(i === 0 ? [] : ['']), ...lines(level(block))]);
}

/** Letters that a column of words may always take before names give way to it. */
const leastWords = 24;

/** Names, and words beside them, no wider than leaves room for one column of numbers. */
function folded(columns: readonly TextColumn[], width: number): Folded[] {
  const [first, ...rest] = columns;
  const leastOf = (column: TextColumn) =>
    column.align === 'right' ? columnWidth(column) : Math.min(leastWords, columnWidth(column));
  const room = (beside: number) => Math.max(12, width - beside - gap.length);
  const names = room(Math.max(0, ...rest.map(leastOf)));
  const words = room(Math.min(names, columnWidth(first)));
  return columns.map((column, i) => {
    const most = i === 0 ? names : column.align === 'left' ? words : Infinity;
    const broken = (cell: string) => (cellsWide(cell) > most ? wrap(cell, most) : [cell]);
    return { ...column, cells: column.cells.map(broken) };
  });
}

const flat = ({ cells, ...column }: Folded): TextColumn => ({ ...column, cells: cells.flat() });

/** Rows of a table begin at the same line in all its columns. */
function level(block: readonly Folded[]): TextColumn[] {
  const high = block[0].cells.map((_, row) =>
    Math.max(...block.map(({ cells }) => cells[row].length)),
  );
  return block.map(({ cells, ...column }) => ({
    ...column,
    cells: cells.flatMap((cell, row) => [
      ...cell,
      ...Array.from({ length: high[row] - cell.length }, () => ''),
    ]),
  }));
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
