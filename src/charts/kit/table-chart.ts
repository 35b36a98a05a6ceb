import type { TopLevelSpec } from 'vega-lite';
import type { Language, Words } from '../../language.ts';
import type { Cells, Chart, ChartInputs } from '../chart.ts';
import type { Theme } from '../theme.ts';
import { asExperiment } from './experiment-rows.ts';
import { certainty, lacks } from './select.ts';
import { paragraph } from './words.ts';

/** What tells one chart of a table from another. */
export interface TableChart<Row extends Cells> extends Pick<Chart, 'id' | 'title' | 'experiment'> {
  /** No rows where there is nothing to draw. */
  readonly table: (inputs: ChartInputs) => readonly Row[];
  /** What is missing then, and what would make it so. */
  readonly lacking: readonly [Words, Words];
  readonly spec: (
    inputs: ChartInputs,
    table: readonly Row[],
    look: Theme,
    language: Language,
  ) => TopLevelSpec;
  readonly caption: Words;
  /** Whether intervals are drawn. */
  readonly bars: boolean;
  readonly altText: (table: readonly Row[], language: Language, inputs: ChartInputs) => string;
}

/** A chart whose rows are the table beside it. */
export function tableChart<Row extends Cells>(own: TableChart<Row>): Chart {
  const { id, title, experiment } = own;
  return {
    ...{ id, title, ...(experiment !== undefined && { experiment }) },
    draw(all) {
      const inputs = experiment === undefined ? all : asExperiment(all, experiment);
      const table = own.table(inputs);
      if (table.length === 0) return lacks(...own.lacking);
      return {
        ...(own.bars ? {} : { behind: { intervals: 'none' } as const }),
        table,
        spec: (look, language) => own.spec(inputs, table, look, language),
        caption: (language) =>
          paragraph([own.caption[language], certainty(inputs, language, own.bars)], language),
        altText: (language) => own.altText(table, language, inputs),
      };
    },
  };
}
