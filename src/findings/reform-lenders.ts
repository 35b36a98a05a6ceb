import { resultDictionary } from '../measures/index.ts';
import type { EffectRow } from '../replicates/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { lenderName } from '../lender-names.ts';
import type { ReformWords } from './reform-words.ts';
import { distance, shift, type Cast } from './sentences.ts';

/** What is told of a lender: its profit always, the others where they move for certain. */
const books = ['lender-return', 'lender-loans', 'lender-apr', 'lender-default'] as const;

/**
 * What a reform does to each lender, a sentence each: in the long run, or in the last phase where a run is too short for one.
 *
 * @param effects of one reform
 * @param quarterName how a quarter is called
 */
export function lenderSentences(
  scenario: Scenario,
  effects: readonly EffectRow[],
  cast: Cast,
  say: ReformWords,
  quarterName: (scenario: Scenario, quarter: number, cast: Cast) => string,
): string[] {
  const spans = effects.map(({ span }) => span);
  const span = spans.includes('long-run')
    ? 'long-run'
    : spans.findLast((one) => one.startsWith('phase-'));
  const told = scenario.lenders.flatMap(({ id }) => {
    const rows = books.flatMap((book) =>
      effects
        .filter((row) => row.measure === `${book}@${id}` && row.span === span)
        .filter(({ mean }) => !Number.isNaN(mean))
        .map((row) => ({ book, row })),
    );
    return rows.length === 0 ? [] : [{ id, rows }];
  });
  if (told.length === 0) return [];
  const [{ from, to }] = told[0].rows.map(({ row }) => row);
  return [
    say.lenders(quarterName(scenario, from, cast), quarterName(scenario, to, cast)),
    ...told.map(({ id, rows }) => {
      const parts = rows
        .filter(({ book, row }) => book === 'lender-return' || isCertain(row))
        .map(({ book, row }) => change(book, row, cast, say));
      return say.lender(lenderName(id, cast.language ?? 'en'), parts);
    }),
    say.byChance(told.reduce((sum, { rows }) => sum + rows.length, 0)),
  ];
}

function isCertain({ low, high }: EffectRow): boolean {
  return low > 0 || high < 0;
}

function change(
  book: (typeof books)[number],
  row: EffectRow,
  cast: Cast,
  say: ReformWords,
): string {
  const passport = resultDictionary.passportOf(row.measure);
  const name = say.names[book];
  if (!isCertain(row)) return say.unmoved(name, shift(row, passport, cast.language).trimStart());
  return say.moves(name, row.mean > 0, distance(row, passport, cast.language));
}
