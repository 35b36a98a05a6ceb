import { bandOf, type Explanation, type ScoreModel } from '../scores/index.ts';
import type { Decimal } from './decimal.ts';
import type { Encoding } from './decode.ts';
import { inputOf } from './input.ts';
import { layoutOf } from './layout.ts';
import { openCsv } from './open-csv.ts';
import { Problems } from './problems.ts';
import { readRow, type FormulaId, type RowReader } from './read-row.ts';
import { SeenIds } from './seen-ids.ts';
import { settleDecimal } from './settle-decimal.ts';

/** What was read. */
export interface ScoredFile {
  readonly borrowers: number;
  readonly mean: number;
  /** Borrowers by band, in the model's order. */
  readonly byBand: readonly number[];
  readonly ignored: readonly string[];
  /** Ids that begin as a spreadsheet's formulas do. */
  readonly formulas: readonly FormulaId[];
}

/** How a file is read. */
export interface ReadingOptions {
  readonly encoding?: Encoding;
  /** Sign before decimals; without it the separator and the rest of the file tell. */
  readonly decimal?: Decimal;
}

/**
 * Scores every borrower of a CSV file, one line at a time.
 *
 * @param each is given every sound row; what it gets is overwritten with the next one.
 * @throws UserError with all problems of the file (at most twenty), after reading it to the end.
 */
export async function scoreFile(
  file: string,
  model: ScoreModel,
  each: (id: string, explanation: Explanation) => void | Promise<void>,
  { encoding = 'utf-8', decimal: given }: ReadingOptions = {},
): Promise<ScoredFile> {
  const input = inputOf(file);
  const decimal = given ?? (await settleDecimal(input, encoding, model));
  const { delimiter, lines } = await openCsv(input, encoding);
  const formulas: FormulaId[] = [];
  const problems = new Problems();
  const values = new Float64Array(model.columns.length);
  const byBand = model.bands.map(() => 0);
  const shares = new FractionGuard(model);
  let reader: RowReader | undefined;
  let borrowers = 0;
  let total = 0;
  for await (const line of lines) {
    if (!reader) {
      const layout = layoutOf(line, delimiter, model, file, problems);
      problems.throwIfAny();
      const seen = new SeenIds();
      reader = { file, delimiter, decimal, layout, model, problems, seen, formulas };
      continue;
    }
    const id = readRow(reader, line, values);
    if (problems.full) break;
    if (id === undefined) continue;
    shares.see(values);
    const explanation = model.explain(values);
    borrowers += 1;
    total += explanation.score;
    byBand[model.bands.indexOf(bandOf(explanation.score, model.bands))] += 1;
    const wait = each(id, explanation);
    if (wait) await wait;
  }
  problems.throwIfAny();
  if (borrowers === 0) problems.add({ file, message: 'there is a header and no borrower' });
  if (shares.suspicious) {
    problems.add({
      file,
      message: 'no percentile is above 1',
      hint: 'percentiles run from 0 to 100: write 87.5, not 0.875',
    });
  }
  problems.throwIfAny();
  const ignored = reader?.layout.ignored ?? [];
  return { borrowers, mean: total / borrowers, byBand, ignored, formulas };
}

/** Notices percentiles that were written as shares: none above 1 and some between 0 and 1. */
class FractionGuard {
  private largest = 0;
  private fraction = false;
  private readonly at: readonly number[];

  constructor({ columns }: ScoreModel) {
    this.at = columns.flatMap(({ unit }, index) => (unit === 'percentile' ? [index] : []));
  }

  see(values: Float64Array): void {
    if (this.largest > 1) return;
    for (const index of this.at) {
      const value = values[index];
      if (value > this.largest) this.largest = value;
      if (value > 0 && value < 1) this.fraction = true;
    }
  }

  get suspicious(): boolean {
    return this.at.length > 0 && this.fraction && this.largest <= 1;
  }
}
