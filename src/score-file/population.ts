import { UserError } from '../errors.ts';
import { behaviours, type Moments } from '../scores/index.ts';
import { nearest } from '../suggest.ts';
import { inputOf } from './input.ts';
import { openCsv, lineAndColumnOf } from './open-csv.ts';
import { Problems } from './problems.ts';

const header = 'behaviour,mean,deviation';

/** A file that can be filled in: mean and standard deviation of each behaviour in the population. */
export function populationTemplate(): string {
  return `${[header, ...behaviours.map(({ id }) => `${id},0,1`)].join('\n')}\n`;
}

/**
 * Reads where the nine behaviours lie in the population, in their order.
 *
 * @throws UserError with all problems of the file.
 */
export async function readPopulation(file: string): Promise<Moments[]> {
  const { lines, delimiter } = await openCsv(inputOf(file));
  const problems = new Problems();
  const found = new Map<string, Moments>();
  let first = true;
  for await (const line of lines) {
    const cells = line.record.map((cell) => cell.trim());
    const report = (cell: number, message: string, hint: string) =>
      problems.add({ file, ...lineAndColumnOf(line, cell, delimiter), message, hint });
    if (first) {
      first = false;
      if (cells.join(',') === header) continue;
      report(0, 'this is not the header', `allowed: ${header}`);
      break;
    }
    const [id, ...numbers] = cells;
    const [mean, deviation] = numbers.map(Number);
    const ids = behaviours.map((one) => one.id);
    if (!ids.includes(id)) {
      report(0, `no behaviour "${id}"`, `did you mean ${nearest(id, ids) ?? ids.join(', ')}?`);
    } else if (found.has(id)) report(0, `"${id}" stands twice`, 'one line each');
    else if (numbers[0] === '' || !Number.isFinite(mean)) report(1, 'mean: no number', 'a number');
    else if (!(deviation > 0 && deviation < Infinity)) {
      report(2, 'deviation: not allowed', 'a number above 0');
    } else found.set(id, { mean, deviation });
  }
  problems.throwIfAny();
  const missing = behaviours.filter(({ id }) => !found.has(id)).map(({ id }) => id);
  if (missing.length > 0) {
    throw new UserError([{ file, message: `no line for ${missing.join(', ')}` }]);
  }
  return behaviours.map(({ id }) => found.get(id) ?? { mean: NaN, deviation: NaN });
}
