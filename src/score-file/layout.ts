import type { Problem } from '../errors.ts';
import type { ScoreModel } from '../scores/index.ts';
import { nearest } from '../suggest.ts';
import { lineAndColumnOf, type CsvLine } from './open-csv.ts';
import type { Problems } from './problems.ts';

/** Where a file keeps what a score needs. */
export interface FileLayout {
  /** Cell of the borrower's id. */
  readonly id: number;
  /** Cell of each of the model's columns; −1 where an optional one is absent. */
  readonly cells: readonly number[];
  /** Cells in a row. */
  readonly width: number;
  /** Names of columns that the score does not use. */
  readonly ignored: readonly string[];
}

/** Reads a header. Names count without regard to case, and with spaces for hyphens. */
export function layoutOf(
  header: CsvLine,
  delimiter: string,
  model: ScoreModel,
  file: string,
  problems: Problems,
): FileLayout {
  const written = withoutEnd(header.record);
  const names = written.map(plain);
  const known = ['id', ...model.columns.map(({ id }) => id)];
  const required = known.filter(
    (name) => model.columns.find(({ id }) => id === name)?.absent === undefined,
  );
  const report = (index: number, problem: Problem) =>
    problems.add({ file, ...lineAndColumnOf(header, index, delimiter), ...problem });
  names.forEach((name, index) => {
    const first = names.indexOf(name);
    if (known.includes(name)) {
      if (first !== index) report(index, { message: `column "${name}" stands twice` });
      return;
    }
    const meant = nearest(
      name,
      known.filter((one) => !names.includes(one)),
    );
    if (meant)
      report(index, {
        message: `no column "${written[index]}"`,
        hint: `did you mean ${meant}?`,
      });
  });
  const missing = required.filter((name) => !names.includes(name));
  if (missing.length > 0) {
    report(0, {
      message: `${missing.length === 1 ? 'column' : 'columns'} missing: ${missing.join(', ')}`,
      hint: `needed: ${required.join(', ')} (see --template)`,
    });
  }
  return {
    id: names.indexOf('id'),
    cells: model.columns.map(({ id }) => names.indexOf(id)),
    width: names.length,
    ignored: written.filter((_, index) => !known.includes(names[index])),
  };
}

/** Commas at the end of a header name nothing: a spreadsheet writes them of columns that once were. */
function withoutEnd(record: readonly string[]): readonly string[] {
  return record.slice(0, record.findLastIndex((name) => name.trim() !== '') + 1);
}

function plain(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, '-');
}
