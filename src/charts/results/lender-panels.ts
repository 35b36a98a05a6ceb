import { inWords, type Language } from '../../language.ts';
import type { Panel, PlotAxes, PlotLayer, ScenarioFacts } from '../chart.ts';
import { fade, percentFormat, roundAxis } from '../kit/frame.ts';
import { institutionLegend, institutionScales } from '../kit/institutions.ts';
import { lenderName } from '../../lender-names.ts';
import { pointsExpression } from '../kit/row-layers.ts';
import { grid } from '../kit/small-multiples.ts';
import { textWidth, wrapToPoints } from '../kit/text.ts';
import { ink, type Theme } from '../theme.ts';
import type { LenderNumber, LenderColumn } from './lender-books-table.ts';

/**
 * Panels with a row a lender, one for each column that rows are of; institutions beside each other in a row.
 *
 * @param drawn ids of the institutions that rows are of; all without it
 */
export function lenderPanels(
  scenario: ScenarioFacts,
  columnsOf: readonly LenderColumn[],
  table: readonly LenderNumber[],
  look: Theme,
  language: Language,
  drawn = scenario.institutions.map(({ id }) => id),
) {
  const { fontSize } = look;
  const shown = columnsOf.filter(({ id }) =>
    table.some(({ measure, mean }) => measure === id && mean !== null),
  );
  const lenders = [...new Set(table.map(({ lender }) => lenderName(lender, language)))];
  const gutter = Math.max(...lenders.map((name) => textWidth(name, fontSize))) + fontSize;
  const gap = fontSize * 2.4;
  const { columns, width } = grid(look.width - gutter - fontSize, gap, fontSize * 8, shown.length);
  const lines = Math.ceil(shown.length / columns);
  const around = look.titleSize * 1.3 + fontSize * 12;
  const wanted = lenders.length * Math.max(2.4, drawn.length * 0.55) * fontSize;
  const height = Math.round(
    Math.max(
      lenders.length * fontSize * 1.6,
      Math.min(wanted, (look.tallest - around) / lines - fontSize * 5),
    ),
  );
  const panels = shown.map((column, k) =>
    panel(
      scenario,
      table
        .filter(({ measure }) => measure === column.id)
        .map((row) => ({ ...row, lender: lenderName(row.lender, language) })),
      { column, drawn, lenders, gutter, width, height, named: k % columns === 0 },
      look,
      language,
    ),
  );
  return {
    spacing: fontSize * 1.4,
    vconcat: Array.from({ length: lines }, (_, line): Panel => {
      const beside = panels.slice(line * columns, (line + 1) * columns);
      return { hconcat: beside, spacing: gap, bounds: 'flush' };
    }),
  };
}

interface Place {
  readonly column: LenderColumn;
  readonly drawn: readonly string[];
  readonly lenders: readonly string[];
  readonly gutter: number;
  readonly width: number;
  readonly height: number;
  /** Whether lenders' names stand at its side. */
  readonly named: boolean;
}

function panel(
  scenario: ScenarioFacts,
  rows: readonly LenderNumber[],
  { column, drawn, lenders, gutter, width, height, named }: Place,
  look: Theme,
  language: Language,
): Panel {
  const { written } = column;
  const name = column.axis[language];
  const ends = rows.flatMap(({ mean, low, high }) => [mean ?? 0, low ?? 0, high ?? 0]);
  const axis = roundAxis(Math.min(0, ...ends), Math.max(0, ...ends), 3);
  const x = {
    type: 'quantitative',
    scale: { domain: axis.domain, nice: false },
    axis: {
      title: wrapToPoints(name, width, look.fontSize),
      values: axis.ticks,
      tickCount: axis.ticks.length,
      ...labelsOf(written, axis.ticks),
      grid: false,
    },
  } as const;
  const order = [...lenders];
  const y = {
    field: 'lender',
    type: 'nominal',
    scale: { domain: order, paddingInner: 0.3, paddingOuter: 0.15 },
    axis: {
      title: null,
      ticks: false,
      domain: false,
      grid: false,
      labels: named,
      labelLimit: 0,
      minExtent: named ? gutter : 0,
      maxExtent: named ? gutter : 0,
    },
  } as const;
  return {
    width,
    height,
    layer: layersOf({ x, y }, scenario, rows, column, drawn, look, language),
  };
}

/** The line at zero, intervals and points, institutions beside each other. */
function layersOf(
  { x, y }: PlotAxes,
  scenario: ScenarioFacts,
  rows: readonly LenderNumber[],
  { id, written, axis }: LenderColumn,
  drawn: readonly string[],
  look: Theme,
  language: Language,
): PlotLayer[] {
  const scales = institutionScales(scenario, look);
  const legend = { ...institutionLegend(scenario, look, language, 'bottom'), values: [...drawn] };
  const institutions = [...drawn];
  const yOffset = {
    field: 'institution',
    type: 'nominal',
    scale: { domain: institutions },
  } as const;
  const colour = { field: 'institution', type: 'nominal', scale: scales.colour, legend } as const;
  return [
    {
      data: { values: [{ zero: 0 }] },
      mark: { type: 'rule', color: ink.axis },
      encoding: { x: { ...x, field: 'zero' } },
    },
    {
      data: { name: `books-${id}`, values: [...rows] },
      mark: { type: 'rule', strokeWidth: look.line, clip: true },
      encoding: {
        y,
        yOffset,
        x: { ...x, field: 'low' },
        x2: { field: 'high' },
        color: colour,
        opacity: fade,
      },
    },
    {
      data: { name: `points-${id}`, values: rows.filter(({ mean }) => mean !== null) },
      mark: { type: 'point', size: (look.point * 0.62) ** 2 },
      encoding: {
        y,
        yOffset,
        x: { ...x, field: 'mean' },
        color: colour,
        shape: { field: 'institution', type: 'nominal', scale: scales.shape, legend },
        opacity: fade,
        tooltip: [
          { field: 'label', title: inWords(language, { en: 'institution', zh: '征信模式' }) },
          { field: 'lender', title: inWords(language, { en: 'lender', zh: '贷款机构' }) },
          {
            field: 'mean',
            title: axis[language],
            format: { points: '+.2%', percent: '.2%', plain: ',.2f' }[written],
          },
        ],
      },
    },
  ];
}

/** How an axis of such numbers is written. */
function labelsOf(written: LenderColumn['written'], ticks: readonly number[]) {
  if (written === 'points') return { labelExpr: pointsExpression(ticks) };
  return { format: written === 'percent' ? percentFormat(ticks) : ',.3~f' };
}
