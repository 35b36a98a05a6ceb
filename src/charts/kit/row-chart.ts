import type { Language, Words } from '../../language.ts';
import type { Cells, Chart, ChartInputs } from '../chart.ts';
import { widths, type Theme } from '../theme.ts';
import { asExperiment } from './experiment-rows.ts';
import type { EstimateRow, RowPanel } from './row-panel.ts';
import { digitsOf } from './row-values.ts';
import { rowPanels, type DottedPanel } from './rows.ts';
import { lacks, type InstitutionEstimate } from './select.ts';
import { paragraph } from './words.ts';

/** One panel of a dot plot, and how it is called. */
export interface RowPart extends Pick<
  RowPanel,
  'effect' | 'fromZero' | 'share' | 'scale' | 'better' | 'problem'
> {
  /** Names the panel's rows in the table. */
  readonly id: string;
  /** What stands above the panel. */
  readonly head: Words;
  /** Unit and population, under it. */
  readonly unit: Words;
  /** What is estimated, in a sentence. */
  readonly name: Words;
  readonly rows: readonly EstimateRow[];
  /** The rows are lower ends of intervals, and these the upper ones. */
  readonly to?: { readonly id: string; readonly rows: readonly InstitutionEstimate[] };
  /** Values by replicate behind the rows. */
  readonly dots?: (institution: string) => readonly number[];
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
  /** What the rows show, computed from them: the figure's title. */
  readonly finding: (inputs: ChartInputs, parts: readonly RowPart[], language: Language) => string;
  /** Measure, unit and population, under the title; what its signs mean, where a panel that the look shows has them. */
  readonly under: (inputs: ChartInputs, language: Language, shown: readonly RowPart[]) => string;
  /** Sentences. */
  readonly caption: (
    inputs: ChartInputs,
    language: Language,
    parts: readonly RowPart[],
  ) => readonly string[];
  readonly altText: (
    parts: readonly RowPart[],
    language: Language,
    inputs: ChartInputs,
  ) => readonly string[];
}

/** Most panels that a figure of one column, or a slide, has room for with letters of their full size. */
const mostInLittleRoom = 3;

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
        spec: (look, language) => {
          const shown = panelsFor(parts, look);
          return rowPanels(
            inputs.scenario,
            order,
            shown.map((part) => panelOf(part, language)),
            {
              title: own.finding(inputs, parts, language),
              subtitle: [own.under(inputs, language, shown)],
            },
            look,
            language,
          );
        },
        caption: (language) => paragraph(own.caption(inputs, language, parts), language),
        altText: (language) => paragraph(own.altText(parts, language, inputs), language),
      };
    },
  };
}

/** All panels; the first three where there is one column of a journal, or a slide. */
function panelsFor(
  parts: readonly RowPart[],
  { width, fontSize, canvas }: Theme,
): readonly RowPart[] {
  const isColumn = width <= (widths.single * fontSize) / 8;
  return isColumn || canvas !== undefined ? parts.slice(0, mostInLittleRoom) : parts;
}

const noDots = (): readonly number[] => [];

function panelOf(
  { head, unit, rows, to, dots = noDots, ...how }: RowPart,
  language: Language,
): DottedPanel {
  const { effect, fromZero, share, scale, better, problem } = how;
  return {
    head: head[language],
    unit: unit[language],
    rows,
    dots,
    digits: digitsOf([...rows, ...(to?.rows ?? [])]),
    ...(effect && { effect }),
    ...(fromZero && { fromZero }),
    ...(share && { share }),
    ...(scale !== undefined && { scale }),
    ...(better && { better }),
    ...(problem && { problem }),
    ...(to && { to: to.rows }),
  };
}
