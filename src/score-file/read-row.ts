import type { ScoreColumn, ScoreModel } from '../scores/index.ts';
import { isFormula, oddSignIn } from '../text/odd-signs.ts';
import { numberIn, type Decimal } from './decimal.ts';
import type { FileLayout } from './layout.ts';
import { lineAndColumnOf, type CsvLine } from './open-csv.ts';
import type { Problems } from './problems.ts';
import type { SeenIds } from './seen-ids.ts';

/** An id that is written as it came, though a spreadsheet will take it for a formula. */
export interface FormulaId {
  readonly id: string;
  readonly line: number;
}

/** How to read the rows of one file. */
export interface RowReader {
  readonly file: string;
  readonly delimiter: string;
  /** Sign before decimals, where some number could be read in two ways. */
  readonly decimal: Decimal | undefined;
  readonly layout: FileLayout;
  readonly model: ScoreModel;
  readonly problems: Problems;
  readonly seen: SeenIds;
  /** Ids that a spreadsheet takes for formulas; receives them. */
  readonly formulas: FormulaId[];
}

/**
 * Reads one row's values into `out`, in the order of the model's columns.
 *
 * @returns the borrower's id, or undefined if the row has a problem (which is then on the list).
 */
export function readRow(reader: RowReader, line: CsvLine, out: Float64Array): string | undefined {
  const { layout, model } = reader;
  const { length } = line.record;
  // A comma at the end of a row is one empty cell more.
  const isLonger =
    length > layout.width && line.record.slice(layout.width).every((cell) => cell === '');
  if (length !== layout.width && !isLonger) {
    report(reader, line, 0, `${length} cells, but the header has ${layout.width}`);
    return undefined;
  }
  const id = readId(reader, line);
  let sound = id !== undefined;
  for (let c = 0; c < layout.cells.length; ++c) {
    const column = model.columns[c];
    const cell = layout.cells[c];
    const value = cell < 0 ? (column.absent ?? NaN) : numberIn(line.record[cell], reader.decimal);
    out[c] = value;
    if (allowed(value, column)) continue;
    sound = false;
    const what =
      line.record[cell].trim() === '' ? 'empty' : `"${line.record[cell]}" is not allowed`;
    report(reader, line, cell, `${column.id}: ${what}`, `allowed: ${rangeOf(column)}`);
  }
  const contradiction = sound ? model.contradiction?.(out) : undefined;
  if (contradiction) report(reader, line, 0, contradiction);
  return sound && !contradiction ? id : undefined;
}

function readId(reader: RowReader, line: CsvLine): string | undefined {
  const { layout, seen } = reader;
  const id = line.record[layout.id].trim();
  if (id === '') {
    report(reader, line, layout.id, 'id: empty', 'every borrower needs an id of its own');
    return undefined;
  }
  const sign = oddSignIn(id);
  if (sign !== undefined) {
    report(reader, line, layout.id, `id: holds ${sign}`, 'write it without');
    return undefined;
  }
  if (isFormula(id)) reader.formulas.push({ id, line: line.info.lines });
  const first = seen.add(id, line.info.lines);
  if (first > 0) {
    report(reader, line, layout.id, `id: "${id}" again, first on line ${first}`);
    return undefined;
  }
  return id;
}

function allowed(value: number, { min, max, whole }: ScoreColumn): boolean {
  return value >= min && value <= max && (!whole || Number.isInteger(value));
}

/** The range of a column in words. */
function rangeOf({ min, max, whole, unit }: ScoreColumn): string {
  return Math.abs(max) >= 1e15
    ? 'a number'
    : `${whole ? 'a whole number ' : ''}${min}..${max} (${unit})`;
}

function report(
  { file, delimiter, problems }: RowReader,
  line: CsvLine,
  cell: number,
  message: string,
  hint?: string,
): void {
  const place = lineAndColumnOf(line, cell, delimiter);
  problems.add({ file, ...place, message, ...(hint === undefined ? {} : { hint }) });
}
