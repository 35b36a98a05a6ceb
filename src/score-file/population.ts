import { UserError } from '../errors.ts';
import { behaviours, type Moments } from '../scores/index.ts';
import { nearest } from '../suggest.ts';
import { numberIn, signShownIn, type Decimal } from './decimal.ts';
import { inputOf } from './input.ts';
import { openCsv, lineAndColumnOf } from './open-csv.ts';
import { Problems } from './problems.ts';

const header = 'behaviour,mean,deviation';
const width = 3;
const mostLines = 100;

/** A file that can be filled in: mean and standard deviation of each behaviour in the population. */
export function populationTemplate(): string {
  return `${[header, ...behaviours.map(({ id }) => `${id},0,1`)].join('\n')}\n`;
}

/**
 * Reads where the nine behaviours lie in the population, in their order. Decimals are read as in a file of borrowers: commas
 * between cells, or else one number that can be read in one way only, settle those that can be read in two.
 *
 * @throws UserError with all problems of the file.
 */
export async function readPopulation(file: string): Promise<Moments[]> {
  const { lines, delimiter } = await openCsv(inputOf(file));
  const problems = new Problems();
  const rows: Row[] = [];
  for await (const line of lines) {
    const cells = line.record.map((cell) => cell.trim());
    // Commas at the end of a line are nothing.
    while (cells.length > width && cells.at(-1) === '') cells.pop();
    const report: Report = (cell, message, hint) =>
      problems.add({ file, ...lineAndColumnOf(line, cell, delimiter), message, hint });
    if (rows.length === 0 && cells.join(',') !== header) {
      report(0, 'this is not the header', `allowed: ${header}`);
      break;
    }
    rows.push({ cells, report });
    // So many lines hold mistakes enough: an endless file must end.
    if (rows.length === mostLines) break;
  }
  const [, ...behaviourRows] = rows;
  const decimal = delimiter === ',' ? 'dot' : settledBy(behaviourRows);
  const found = new Map<string, Moments>();
  for (const row of behaviourRows) {
    const [id] = row.cells;
    const moments = momentsIn(row, decimal);
    if (found.has(id)) row.report(0, `"${id}" stands twice`, 'one line each');
    else if (moments) found.set(id, moments);
  }
  problems.throwIfAny();
  const missing = behaviours.filter(({ id }) => !found.has(id)).map(({ id }) => id);
  if (missing.length > 0) {
    throw new UserError([{ file, message: `no line for ${missing.join(', ')}` }]);
  }
  return behaviours.map(({ id }) => found.get(id) ?? { mean: NaN, deviation: NaN });
}

/** Tells a problem of a cell. */
type Report = (cell: number, message: string, hint: string) => void;

interface Row {
  readonly cells: readonly string[];
  readonly report: Report;
}

/** The only decimal sign that numbers show which can be read in one way; undefined if there is none, or two. */
function settledBy(rows: readonly Row[]): Decimal | undefined {
  const signs = rows.flatMap(({ cells }) => cells.slice(1).map(signShownIn));
  const shown = new Set(signs.filter((sign) => sign === 'dot' || sign === 'comma'));
  return shown.size === 1 ? [...shown][0] : undefined;
}

/** What a line says of its behaviour; undefined after telling all that is wrong with it. */
function momentsIn({ cells, report }: Row, decimal: Decimal | undefined): Moments | undefined {
  const [id, ...numbers] = cells;
  if (cells.length !== width) {
    const hint =
      'a behaviour, its mean and its deviation; where commas separate, decimals have a dot';
    report(0, `${cells.length} cells, but the header has ${width}`, hint);
    return undefined;
  }
  const ids = behaviours.map((one) => one.id);
  const isKnown = ids.includes(id);
  if (!isKnown) {
    report(0, `no behaviour "${id}"`, `did you mean ${nearest(id, ids) ?? ids.join(', ')}?`);
  }
  const [mean, deviation] = numbers.map((text) => numberIn(text, decimal));
  const isOpen = numbers.map((text) => decimal === undefined && signShownIn(text) === 'either');
  for (const [k, text] of numbers.entries()) {
    if (!isOpen[k]) continue;
    report(k + 1, `"${text}" can be read in two ways`, 'write it without a sign between thousands');
  }
  if (!isOpen[0] && !Number.isFinite(mean)) report(1, 'mean: no number', 'a number');
  const isAbove = deviation > 0 && deviation < Infinity;
  if (!isOpen[1] && !isAbove) report(2, 'deviation: not allowed', 'a number above 0');
  return isKnown && Number.isFinite(mean) && isAbove ? { mean, deviation } : undefined;
}
