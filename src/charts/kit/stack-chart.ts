import { inWords, type Language, type Words } from '../../language.ts';
import type { Chart, ChartInputs } from '../chart.ts';
import { certainty, lacks } from './select.ts';
import { range, sentence } from './sentences.ts';
import { stackedRows, stackList, stackTable, type Stack, type StackWords } from './stacks.ts';
import { paragraph } from './words.ts';

/** What tells one chart of a whole in two parts from another. */
export interface StackChart extends Pick<Chart, 'id' | 'title'> {
  /** Nothing where there is nothing to draw. */
  readonly rows: (inputs: ChartInputs) => readonly Stack[];
  /** What is missing then, and what would make it so. */
  readonly lacking: readonly [Words, Words];
  /** What the table calls the parts and the whole. */
  readonly ids: Parameters<typeof stackTable>[1];
  readonly words: StackWords;
  readonly caption: Words;
  /** What the bars show: the figure's title, and a sentence of its alternative text. */
  readonly finding: (inputs: ChartInputs, rows: readonly Stack[], language: Language) => string;
  /** Measure, unit and population. */
  readonly under: Words;
}

/** A chart of wholes by institution, each in two parts. */
export function stackChart(own: StackChart): Chart {
  const { id, title, words } = own;
  return {
    id,
    title,
    draw(inputs) {
      const rows = own.rows(inputs);
      if (rows.length === 0) return lacks(...own.lacking);
      const wholes = rows.map(({ whole }) => whole);
      const finding = (language: Language) => own.finding(inputs, rows, language);
      return {
        table: stackTable(rows, own.ids),
        spec: (look, language) =>
          stackedRows(
            inputs.scenario,
            rows,
            words,
            { title: finding(language), subtitle: [own.under[language]] },
            look,
            language,
          ),
        caption: (language) =>
          paragraph([own.caption[language], certainty(inputs, language)], language),
        altText: (language) =>
          paragraph(
            [
              inWords(language, { en: 'Stacked bars.', zh: '堆叠条形图。' }),
              sentence(range(wholes, words.whole[language].toLowerCase(), language), language),
              sentence(finding(language), language),
              stackList(rows, words, language),
            ],
            language,
          ),
      };
    },
  };
}
