import { AlignmentType, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { inWords, type Language } from '../../language.ts';
import { headOf, type ReportTable } from '../tables.ts';

/** Halves of a point: small enough for eight columns of numbers in portrait. */
const size = 15;

/** A table as wide as the text, its head repeated on every page; numbers stand over their ±. */
export function wordTable({ columns, rows }: ReportTable, language: Language): Table {
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
