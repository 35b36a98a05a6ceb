import type { ScoreModel } from '../scores/index.ts';
import { signShownIn, type Decimal } from './decimal.ts';
import type { Encoding } from './decode.ts';
import type { Input } from './input.ts';
import { layoutOf, type FileLayout } from './layout.ts';
import { openCsv, lineAndColumnOf } from './open-csv.ts';
import { Problems } from './problems.ts';

/**
 * Which sign stands before decimals in a file, as its separator and all of its numbers tell. In a file that commas separate
 * it is the dot, unless numbers in quotes say otherwise; else one number that can be read in one way only settles those that
 * can be read in two.
 *
 * @returns undefined where no number can be read in two ways
 * @throws UserError with the first number of each column that nothing settles
 */
export async function settleDecimal(
  input: Input,
  encoding: Encoding,
  model: ScoreModel,
): Promise<Decimal | undefined> {
  const { delimiter, lines } = await openCsv(input, encoding);
  const isOfCommas = delimiter === ',';
  const shown = new Set<Decimal>();
  // By cell: a number in groups, and one whose dot only the separator makes a decimal sign.
  const open = new Map<number, ShownNumber>();
  const dotted = new Map<number, ShownNumber>();
  let layout: FileLayout | undefined;
  for await (const line of lines) {
    if (!layout) {
      // Of a header that is refused anyway no row is read: there may be no end of them.
      const wrong = new Problems();
      layout = layoutOf(line, delimiter, model, input.name, wrong);
      if (wrong.any) return undefined;
      if (isOfCommas && !(await holdsQuote(input))) return 'dot';
      continue;
    }
    for (const cell of layout.cells) {
      const text = line.record[cell] ?? '';
      const reading = signShownIn(text);
      if (reading === 'none') continue;
      if (reading !== 'either') {
        shown.add(reading);
        continue;
      }
      const places = isOfCommas && text.includes('.') ? dotted : open;
      if (places.has(cell)) continue;
      const of = model.columns[layout.cells.indexOf(cell)].id;
      places.set(cell, { text, of, ...lineAndColumnOf(line, cell, delimiter) });
    }
  }
  const isTorn = dotted.size > 0 && shown.has('comma');
  if (isTorn) for (const [cell, place] of dotted) open.set(cell, open.get(cell) ?? place);
  else if (dotted.size > 0) shown.add('dot');
  const [only] = shown;
  if (open.size === 0 || (shown.size === 1 && !isTorn)) return only;
  const problems = new Problems();
  for (const { text, of, ...place } of open.values()) {
    const message = `${of}: "${text}" can be read in two ways`;
    const hint = 'say which sign stands before decimals: --decimal dot, or --decimal comma';
    problems.add({ file: input.name, ...place, message, hint });
  }
  problems.throwIfAny();
  return undefined;
}

/** Where a number stands, and of which column of the model it is. */
interface ShownNumber {
  readonly text: string;
  readonly of: string;
  readonly line: number;
  readonly column: number;
}

/** Whether some cell may hold a comma of its own. */
async function holdsQuote(input: Input): Promise<boolean> {
  for await (const chunk of input.bytes()) if (chunk.includes(0x22)) return true;
  return false;
}
