import { parse } from 'csv-parse/sync';
import { UserError, type Problem } from '../../errors.ts';
import { didYouMean } from '../../suggest.ts';
import type { FactorValue } from '../design-types.ts';
import type { Setting } from './settings.ts';
import { isFactorValue, undated, valueProblem } from './values.ts';

/** Columns that are no values: those of our own points.csv and of an admissible set, so that both are files of points. */
const passedOver = ['point', 'left-out', 'start', 'seeds'];

/** What a file of points says. */
interface PointsFile {
  readonly used: readonly Setting[];
  readonly rows: FactorValue[][];
  /** By row: where it comes from, if the file has a column `start`. */
  readonly starts?: readonly string[];
}

/**
 * The points of a CSV file: a header of keys, then a point a line.
 *
 * @param file as the user would name it
 * @param wanted keys that count, if not all of the header do
 * @throws UserError with every problem found, at its line
 */
export function readPointsFile(
  file: string,
  text: string,
  settings: ReadonlyMap<string, Setting>,
  lenders: readonly string[],
  wanted?: readonly string[],
): PointsFile {
  const [header = [], ...lines] = recordsOf(file, text);
  const problems: Problem[] = [];
  const columns = header.flatMap((name, at) => {
    const isUsed = wanted ? wanted.includes(name) : !passedOver.includes(name);
    const setting = settings.get(name);
    if (isUsed && !setting) {
      const message = `no value of this scenario is called "${name}"`;
      problems.push({ file, line: 1, message, hint: didYouMean(name, [...settings.keys()]) });
    }
    if (isUsed && header.indexOf(name) !== at) {
      problems.push({ file, line: 1, message: `the column "${name}" stands here twice` });
    }
    return isUsed && setting ? [{ at, setting }] : [];
  });
  for (const name of wanted ?? []) {
    if (header.includes(name)) continue;
    problems.push({
      ...{ file, line: 1, message: `the column "${name}" is missing` },
      hint: didYouMean(name, header),
    });
  }
  if (lines.length === 0)
    problems.push({ file, line: 1, message: 'there is no point in this file' });
  const rows = lines.map((cells, i) => {
    const line = i + 2;
    if (cells.length !== header.length) {
      const message = `${cells.length} cells, and the header has ${header.length}`;
      problems.push({ file, line, message, hint: 'a point a line, a value for each column' });
      return [];
    }
    return columns.map(({ at, setting }): FactorValue => {
      const value = undated(setting, cellValue(setting, cells[at]));
      const [message = '', hint] = valueProblem(setting, value, lenders)?.split('\n') ?? [];
      if (message !== '' || !isFactorValue(value)) {
        const named = { file, line, message: `${setting.key}: ${message}` };
        problems.push(hint === undefined ? named : { ...named, hint });
        return 0;
      }
      return value;
    });
  });
  if (problems.length > 0) throw new UserError(problems.slice(0, mostTold));
  const from = header.indexOf('start');
  return {
    ...{ used: columns.map(({ setting }) => setting), rows },
    ...(from >= 0 && { starts: lines.map((cells) => cells[from]) }),
  };
}

/** A file with one bad column has a problem a line; these are enough to see which. */
const mostTold = 20;

function recordsOf(file: string, text: string): string[][] {
  try {
    const options = { bom: true, relax_column_count: true, skip_empty_lines: true, trim: true };
    return parse(text, options);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UserError([{ file, message: `is no CSV: ${message}` }], { cause: error });
  }
}

function cellValue({ parameter, words }: Setting, cell: string): unknown {
  if (parameter?.kind === 'switch' && (cell === 'true' || cell === 'false')) return cell === 'true';
  if (words) return cell;
  if (cell !== '' && Number.isFinite(Number(cell))) return Number(cell);
  // Who participates: ids with spaces or semicolons between them.
  return parameter ? cell : cell.split(/[;\s]+/).filter((id) => id !== '');
}
