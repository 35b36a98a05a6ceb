import { short, type Row } from './part.ts';

interface Column {
  readonly head: readonly [string, string];
  readonly width: number;
  readonly cell: (row: Row) => string | undefined;
}

const columns: readonly Column[] = [
  { head: ['borrowers ×', 'quarters'], width: 18, cell: ({ size }) => size },
  {
    head: ['million', 'a second'],
    width: 10,
    cell: ({ speed }) => of(speed, (x) => (x / 1e6).toFixed(2)),
  },
  { head: ['time', 'for each'], width: 11, cell: ({ each }) => of(each, duration) },
  { head: ['bytes a', 'borrower'], width: 10, cell: ({ bytes }) => of(bytes, (x) => x.toFixed(0)) },
  { head: ['', 'ratio'], width: 8, cell: ({ ratio }) => ratio },
  { head: ['', 'approved'], width: 10, cell: ({ approval }) => of(approval, percent) },
  { head: ['', 'default'], width: 9, cell: (row) => of(row.default, percent) },
];
const firstWidth = 42;

/** Head of the one table that all parts make; they are printed as they are measured. */
export function headText(): string {
  const line = (k: 0 | 1) => columns.map(({ head, width }) => head[k].padStart(width)).join('');
  const wide = columns.reduce((sum, { width }) => sum + width, firstWidth);
  return `${' '.repeat(firstWidth)}${line(0)}\n${' '.repeat(firstWidth)}${line(1)}\n${'─'.repeat(wide)}`;
}

/** A part of the table: its title, its lines, and notes under them. */
export function partText(title: string, rows: readonly Row[]): string {
  const lines = rows.flatMap((row) => [
    `  ${row.what}`.padEnd(firstWidth) +
      columns.map(({ width, cell }) => (cell(row) ?? '').padStart(width)).join(''),
    ...(row.note === undefined ? [] : [`    ${row.note}`]),
  ]);
  return [title, ...lines.map((line) => line.trimEnd()), ''].join('\n');
}

const of = (x: number | undefined, text: (x: number) => string) =>
  x === undefined ? undefined : text(x);
const percent = (share: number) => `${(100 * share).toFixed(1)}%`;
const duration = (ns: number) => (ns < 1e6 ? `${short(ns)} ns` : `${(ns / 1e9).toFixed(2)} s`);
