import type { Language, Words } from '../../language.ts';
import type { Cells, Chart, ChartInputs } from '../chart.ts';
import { asExperiment } from './experiment-rows.ts';
import type { EstimateRow, RowPanel } from './row-layers.ts';
import { rowPanels } from './rows.ts';
import { footing, lacks, type InstitutionEstimate } from './select.ts';
import { paragraph } from './words.ts';

/** One panel of a dot plot, and how it is called. */
export interface RowPart extends Pick<RowPanel, 'effect' | 'fromZero' | 'share'> {
  /** Names the panel's rows in the table. */
  readonly id: string;
  /** Title of the horizontal axis, with its unit. */
  readonly axis: Words;
  /** What is estimated, in a sentence. */
  readonly name: Words;
  readonly rows: readonly EstimateRow[];
  /** The rows are lower ends of intervals, and these the upper ones. */
  readonly to?: { readonly id: string; readonly rows: readonly InstitutionEstimate[] };
}

/** What tells one dot plot from another. */
export interface RowChart extends Pick<Chart, 'id' | 'title' | 'experiment'> {
  readonly parts: (inputs: ChartInputs) => readonly RowPart[];
  /** What is missing if no part has rows, and what would make it so. */
  readonly lacking: readonly [Words, Words];
  /** Column of the table that holds the ids of the parts. */
  readonly column: string;
  /** Further cells that each row of the table begins with. */
  readonly cells?: (inputs: ChartInputs) => Cells;
  /** Ids of institutions, top first; the scenario's order unless said otherwise. */
  readonly order?: (inputs: ChartInputs, parts: readonly RowPart[]) => readonly string[];
  /** A line under the title, above the one that says how sure the numbers are. */
  readonly under?: (inputs: ChartInputs, language: Language) => string;
  /** Sentences. */
  readonly caption: (inputs: ChartInputs, language: Language) => readonly string[];
  readonly altText: (
    parts: readonly RowPart[],
    language: Language,
    inputs: ChartInputs,
  ) => readonly string[];
}

/** A chart of estimates by institution, in one or more panels side by side. */
export function rowChart(own: RowChart): Chart {
  const { id, title, experiment, column } = own;
  return {
    id,
    title,
    ...(experiment !== undefined && { experiment }),
    draw(all) {
      const inputs = experiment === undefined ? all : asExperiment(all, experiment);
      const parts = own.parts(inputs);
      if (parts.every(({ rows }) => rows.length === 0)) return lacks(...own.lacking);
      const order = own.order?.(inputs, parts) ?? inputs.scenario.institutions.map((one) => one.id);
      const cells = own.cells?.(inputs) ?? {};
      const rowsOf = (part: string, rows: readonly InstitutionEstimate[]) =>
        rows.map((row) => ({ [column]: part, ...cells, ...row }));
      return {
        table: parts.flatMap(({ id: part, rows, to }) => [
          ...rowsOf(part, rows),
          ...(to ? rowsOf(to.id, to.rows) : []),
        ]),
        spec: (look, language) =>
          rowPanels(
            inputs.scenario,
            order,
            parts.map((part) => panelOf(part, language)),
            {
              title: title[language],
              subtitle: [own.under?.(inputs, language) ?? '', footing(inputs, language)],
            },
            look,
            language,
          ),
        caption: (language) => paragraph(own.caption(inputs, language), language),
        altText: (language) => paragraph(own.altText(parts, language, inputs), language),
      };
    },
  };
}

function panelOf({ axis, rows, to, ...how }: RowPart, language: Language): RowPanel {
  const { effect, fromZero, share } = how;
  return {
    title: axis[language],
    rows,
    ...(effect && { effect }),
    ...(fromZero && { fromZero }),
    ...(share && { share }),
    ...(to && { to: to.rows }),
  };
}
