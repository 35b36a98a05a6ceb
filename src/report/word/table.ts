import { AlignmentType, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { inWords, type Language } from '../../language.ts';
import { headOf, type ReportTable } from '../tables.ts';

/** Halves of a point: small enough for eight columns of numbers in portrait. */
const size = 15;

/** Width of the text of an A4 page with its margins, in twentieths of a point. */
const textWidth = 9075;

/** Words that no line may break, and signs of Chinese, between any two of which it may. */
const unbroken = /\p{Script=Han}|[^\s\p{Script=Han}-]+-?/gu;

/** A sign of Chinese is as wide as two letters. */
const lettersIn = (text: string) => text.replaceAll(/\p{Script=Han}/gu, '  ').length;

/** Widths that leave every column its longest word, and more to columns of long texts. */
function widthsOf({ columns, rows }: ReportTable): number[] {
  const shares = columns.map((column, k) => {
    const cells = rows.flatMap((row) => lines(row[k] ?? ''));
    const most = (texts: readonly string[]) => Math.max(0, ...texts.map(lettersIn));
    const word = (texts: readonly string[]) =>
      most(texts.flatMap((text) => text.match(unbroken) ?? []));
    // The head is bold. Three letters and more go into the margins of a cell.
    return 4 + Math.max(word(cells), 1.15 * word([headOf(column)])) + most(cells) / 20;
  });
  const all = shares.reduce((sum, share) => sum + share, 0);
  return shares.map((share) => Math.floor((textWidth * share) / all));
}

/** A table as wide as the text, its head repeated on every page; numbers stand over their ±. */
export function wordTable(table: ReportTable, language: Language): Table {
  const { columns, rows } = table;
  const cell = (text: string, numeric: boolean, bold = false) =>
    new TableCell({
      children: lines(text).map(
        (line) =>
          new Paragraph({
            alignment: numeric ? AlignmentType.RIGHT : AlignmentType.LEFT,
            children: [new TextRun({ text: line, size, bold })],
          }),
      ),
    });
  const head = new TableRow({
    tableHeader: true,
    children: columns.map((column) => cell(headOf(column), column.numeric, true)),
  });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: widthsOf(table),
    ...inWords(language, { en: {}, zh: { alignment: AlignmentType.LEFT } }),
    rows: [
      head,
      ...rows.map(
        (cells) =>
          new TableRow({
            cantSplit: true,
            children: cells.map((text, k) => cell(text.trim(), columns[k]?.numeric ?? false)),
          }),
      ),
    ],
  });
}

function lines(text: string): string[] {
  const [value = '', half] = text.split(' ± ');
  return half === undefined ? [value] : [value, `± ${half}`];
}
