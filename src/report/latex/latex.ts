import { wrapToPoints } from '../../charts/index.ts';
import { wordsColumns } from './latex-columns.ts';
import { breakable, escapeLatex } from './latex-text.ts';
import type { ReportTable } from '../tables.ts';

/**
 * A table to be taken into a paper with `\input`. It fits the text of an article: numbers stand over their ± in columns
 * that go right, words share the width of the text and may run over pages.
 *
 * @param scenario id; labels carry it, so that the tables of two scenarios fit in one document
 */
export function latexTable(
  table: ReportTable,
  scenario: string,
  { siunitx = false }: LatexOptions = {},
): string {
  const wordy = table.columns.filter(({ numeric }) => !numeric).length > 1;
  const packages = ['array', 'booktabs', 'longtable', ...(siunitx ? ['siunitx'] : [])];
  return [
    `% Needs \\usepackage{${packages.join(',')}}. Chinese: XeLaTeX or LuaLaTeX with ctex.`,
    ...(wordy ? tableOfWords(table, scenario) : tableOfNumbers(table, scenario, siunitx)),
    '',
  ].join('\n');
}

/** What was assumed as a section of an appendix, its table over as many pages as it takes. */
export function latexAppendix(table: ReportTable, scenario: string): string {
  const id = `${table.id}-appendix`;
  return [
    '% To be read after \\appendix. Needs \\usepackage{array,booktabs,longtable}. Chinese: XeLaTeX or LuaLaTeX with ctex.',
    `\\section{${escapeLatex(table.title)}}\\label{sec:creditlab-${scenario}-${table.id}}`,
    ...tableOfWords({ ...table, id }, scenario),
    '',
  ].join('\n');
}

/** How tables are set. */
export interface LatexOptions {
  /** Columns of numbers are those of the package siunitx, aligned at their decimal points. */
  readonly siunitx?: boolean;
}

/** Names stand on the two lines of their numbers, which are so many heights of type wide. */
const nameWidth = 9;

function tableOfNumbers(
  { id, title, columns, rows, notes }: ReportTable,
  scenario: string,
  siunitx: boolean,
): string[] {
  const heads = columns.map(({ head, numeric }) => {
    const text = stacked(head, numeric ? 'r' : 'l');
    return siunitx && numeric ? `{${text}}` : text;
  });
  const [first, second] = siunitx ? [alignedEstimate, alignedSpread] : [estimate, spread];
  const side = (k: number) => (siunitx ? alignedColumn(rows.map((cells) => cells[k] ?? '')) : 'r');
  return [
    '\\begin{table}',
    `\\centering${columns.length > 8 ? '\\scriptsize' : '\\footnotesize'}`,
    '\\setlength{\\tabcolsep}{3.2pt}',
    captionOf(`${scenario}-${id}`, title),
    `\\begin{tabular}{@{}${columns.map(({ numeric }, k) => (numeric ? side(k) : 'l')).join('')}@{}}`,
    '  \\toprule',
    line(heads),
    line(unitsOver(columns)),
    '  \\midrule',
    ...rows.flatMap((cells) => {
      const [name, ...numbers] = cells;
      const [above, below = ''] = wrapToPoints(name, nameWidth, 1, 2);
      return [
        line([escapeLatex(above), ...numbers.map((cell) => first(cell))]),
        `${line([escapeLatex(below), ...numbers.map((cell) => second(cell))])}[2pt]`,
      ];
    }),
    '  \\bottomrule',
    '\\end{tabular}',
    '',
    ...under(notes),
    '\\end{table}',
  ];
}

function tableOfWords(
  { id, title, columns, rows, notes }: ReportTable,
  scenario: string,
): string[] {
  const head = [
    '  \\toprule',
    line(columns.map((column) => escapeLatex(column.head))),
    '  \\midrule',
  ];
  return [
    '{\\scriptsize\\setlength{\\tabcolsep}{2.5pt}',
    `\\begin{longtable}{@{}${wordsColumns(columns, rows)}@{}}`,
    `${captionOf(`${scenario}-${id}`, title)}\\\\`,
    ...head,
    '  \\endfirsthead',
    ...head,
    '  \\endhead',
    '  \\bottomrule',
    '  \\endfoot',
    ...rows.flatMap((cells) => [line(cells.map(breakable)), '  \\addlinespace[2pt]']),
    '\\end{longtable}}',
    ...under(notes),
  ];
}

function captionOf(id: string, title: string): string {
  return `\\caption{${escapeLatex(title)}}\\label{tab:creditlab-${id}}`;
}

function under(notes: readonly string[]): string[] {
  return notes.map((note) => `{\\footnotesize\\raggedright ${breakable(note)}\\par}`);
}

function line(cells: readonly string[]): string {
  return `  ${cells.join(' & ')} \\\\`;
}

/** A head on as many lines as it has words. */
function stacked(head: string, side: 'l' | 'r'): string {
  return `\\shortstack[${side}]{${head.split(' ').map(escapeLatex).join('\\\\')}}`;
}

/** Units under the heads, each once over all neighbours that share it. */
function unitsOver(columns: ReportTable['columns']): string[] {
  const cells: string[] = [];
  for (let k = 0; k < columns.length;) {
    const { unit = '' } = columns[k];
    let next = k + 1;
    while (next < columns.length && (columns[next].unit ?? '') === unit) next++;
    cells.push(unit === '' ? '' : `\\multicolumn{${next - k}}{c}{(${escapeLatex(unit)})}`);
    k = unit === '' ? k + 1 : next;
  }
  return cells;
}

/** `42.2` of `42.2 ± 16.6≈`, its mark beside it without room of its own, so that numbers stay in line. */
function estimate(cell: string): string {
  const mark = /[^\d\s%]$/.exec(cell)?.[0];
  const value = escapeLatex(cell.split(' ± ')[0]);
  return mark === undefined || !cell.includes('±')
    ? value
    : `${value}\\rlap{\\,\\tiny${escapeLatex(mark)}}`;
}

/** `±16.6` of `42.2 ± 16.6≈`; nothing where there is no interval. */
function spread(cell: string): string {
  const half = / ± ([\d.]+)/.exec(cell)?.[1];
  return half === undefined ? '' : `$\\pm$${half}`;
}

/** A column of siunitx with room for the longest number of these cells. */
function alignedColumn(cells: readonly string[]): string {
  const sign = cells.some((cell) => /^[−-]/.test(cell)) ? '-' : '';
  const parts = cells.flatMap((cell) => {
    const [, whole = '', rest = ''] = /^[−-]?(\d+)(?:\.(\d+))?/.exec(cell) ?? [];
    return whole === '' ? [] : [{ whole: whole.length, rest: rest.length }];
  });
  if (parts.length === 0) return 'r';
  const whole = Math.max(...parts.map((part) => part.whole));
  const rest = Math.max(...parts.map((part) => part.rest));
  return `S[table-format=${sign}${whole}.${rest}]`;
}

/** As `estimate`, for a column of siunitx: words stand in braces. */
function alignedEstimate(cell: string): string {
  const [number] = /^[−-]?\d+(?:\.\d+)?(?=$|\s|≈)/.exec(cell) ?? [];
  if (number === undefined || cell.includes('–')) return `{${estimate(cell)}}`;
  const mark = cell.endsWith('≈') ? '{\\rlap{\\,\\tiny$\\approx$}}' : '';
  return `${number.replace('−', '-')}${mark}`;
}

function alignedSpread(cell: string): string {
  const text = spread(cell);
  return text === '' ? '' : `{${text}}`;
}
