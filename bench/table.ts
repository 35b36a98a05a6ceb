import { textTable, type TextColumn } from '../src/run/text-table.ts';
import { short, type Row } from './part.ts';

interface Rows {
  readonly title: string;
  readonly rows: readonly Row[];
}

/** One table of all parts, each under its title. */
export function tableText(parts: readonly Rows[]): string {
  const lines: readonly (Row | string)[] = parts.flatMap(({ title, rows }, k) => [
    ...(k === 0 ? [] : ['']),
    title,
    ...rows.map((row) => ({ ...row, what: `  ${row.what}` })),
  ]);
  const number = (head: string[], cell: (row: Row) => string | undefined): TextColumn => ({
    head,
    cells: lines.map((row) => (typeof row === 'string' ? '' : (cell(row) ?? ''))),
    align: 'right',
  });
  const what = lines.map((row) => (typeof row === 'string' ? '' : row.what));
  const columns: TextColumn[] = [
    { head: ['piece'], cells: what, align: 'left' },
    number(['borrowers ×', 'quarters'], ({ size }) => size),
    number(['million', 'a second'], ({ speed }) => of(speed, (x) => (x / 1e6).toFixed(2))),
    number(['time', 'for each'], ({ each }) => of(each, duration)),
    number(['bytes a', 'borrower'], ({ bytes }) => of(bytes, (x) => x.toFixed(0))),
    number(['ratio'], ({ ratio }) => ratio),
    number(['approved'], ({ approval }) => of(approval, percent)),
    number(['default'], (row) => of(row.default, percent)),
  ];
  // Titles may be wider than the column under them.
  const text = textTable(columns, Infinity);
  const head = text.length - lines.length;
  const titled = lines.map((row, k) => (typeof row === 'string' ? row : text[head + k]));
  return [...text.slice(0, head), ...titled].join('\n');
}

const of = (x: number | undefined, text: (x: number) => string) =>
  x === undefined ? undefined : text(x);
const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
const duration = (ns: number) => (ns < 1e6 ? `${short(ns)} ns` : `${(ns / 1e9).toFixed(2)} s`);
