import type { ScoreModel } from '../scores/index.ts';
import { signShownIn, type Decimal } from './decimal.ts';
import type { Encoding } from './decode.ts';
import type { Input } from './input.ts';
import { layoutOf, type FileLayout } from './layout.ts';
import { openCsv, lineAndColumnOf } from './open-csv.ts';
import { Problems } from './problems.ts';

/**
 * Which sign stands before decimals in a file, as its separator and all of its numbers tell: a comma that separates is no
 * decimal sign; else one number that can be read in one way only settles those that can be read in two.
 *
 * @returns undefined where no number can be read in two ways, or each way is shown by some
 * @throws UserError with the first number of each column that nothing settles
 */
export async function settleDecimal(
  input: Input,
  encoding: Encoding,
  model: ScoreModel,
): Promise<Decimal | undefined> {
  const { delimiter, lines } = await openCsv(input, encoding);
  if (delimiter === ',') return 'dot';
  const problems = new Problems();
  const shown = new Set<Decimal>();
  const unsettled = new Map<number, Parameters<Problems['add']>[0]>();
  let layout: FileLayout | undefined;
  for await (const line of lines) {
    if (!layout) {
      layout = layoutOf(line, delimiter, model, input.name, new Problems());
      continue;
    }
    for (const cell of layout.cells) {
      const text = line.record[cell] ?? '';
      const reading = signShownIn(text);
      if (reading === 'none') continue;
      if (reading !== 'either') shown.add(reading);
      else if (!unsettled.has(cell)) {
        const message = `${model.columns[layout.cells.indexOf(cell)]?.id}: "${text}" can be read in two ways`;
        const hint = 'say which sign stands before decimals: --decimal dot, or --decimal comma';
        unsettled.set(cell, {
          file: input.name,
          ...lineAndColumnOf(line, cell, delimiter),
          message,
          hint,
        });
      }
    }
  }
  const [only] = shown;
  if (shown.size === 1 || unsettled.size === 0) return only;
  for (const problem of unsettled.values()) problems.add(problem);
  problems.throwIfAny();
  return undefined;
}
