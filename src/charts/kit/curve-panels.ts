import type { TopLevelSpec } from 'vega-lite';
import { inWords, marks, type Language, type Words } from '../../language.ts';
import type { Cells, Chart, ChartInputs, PlotAxes, PlotLayer } from '../chart.ts';
import { dashed, type Theme } from '../theme.ts';
import { asExperiment, curves } from './experiment-rows.ts';
import { fade, frame, percentFormat, roundAxis } from './frame.ts';
import { certainty, lacks, nameInSentence } from './select.ts';
import { lineLegend, panelsByInstitution } from './small-multiples.ts';
import { paragraph, percent, institutionTip } from './words.ts';

/** One line of every panel. */
interface CurveSeries {
  readonly measure: string;
  readonly name: Words;
  readonly colour: string;
  readonly dash: readonly number[];
}

/** What tells one chart of curves from another. */
export interface CurvePanels extends Pick<Chart, 'id' | 'title'> {
  readonly experiment: string;
  readonly series: readonly CurveSeries[];
  /** Title of the horizontal axis, and how each place on it is written, from 1 on. */
  readonly along: Words;
  readonly places: Readonly<Record<Language, readonly string[]>>;
  readonly axis: Words;
  readonly lacking: readonly [Words, Words];
  readonly under: Words;
  /** What the curves show: the figure's title. */
  readonly finding: (inputs: ChartInputs, language: Language) => string;
  readonly caption: Words;
}

interface Point extends Cells {
  readonly institution: string;
  readonly label: string;
  readonly series: string;
  readonly at: number;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A few places along an axis, one panel an institution: points with their intervals, joined by lines. All are shares. */
export function curvePanels(own: CurvePanels): Chart {
  const { id, title, experiment } = own;
  return {
    id,
    title,
    experiment,
    draw(all) {
      const inputs = asExperiment(all, experiment);
      const table = own.series.flatMap(({ measure }) =>
        curves(inputs, experiment, measure).map((point): Point => ({ series: measure, ...point })),
      );
      if (table.length === 0) return lacks(...own.lacking);
      return {
        table,
        spec: (look, language) => spec(own, inputs, table, look, language),
        caption: (language) =>
          paragraph([own.caption[language], certainty(inputs, language)], language),
        altText: (language) => altText(own, inputs, table, language),
      };
    },
  };
}

function spec(
  own: CurvePanels,
  inputs: ChartInputs,
  table: readonly Point[],
  look: Theme,
  language: Language,
): TopLevelSpec {
  const { fontSize } = look;
  const { scenario } = inputs;
  const places = own.places[language];
  const { width, height, axisTitle, layout } = panelsByInstitution(scenario, look, language, {
    axis: own.axis[language],
    side: fontSize * 3.6,
    gap: fontSize * 1.4,
    least: fontSize * 11,
    wanted: (wide) => Math.min(wide * 0.75, fontSize * 13),
  });
  const ends = table.flatMap(({ mean, low, high }) =>
    [mean, low, high].filter((end) => end !== null),
  );
  const axis = roundAxis(Math.min(0, ...ends), Math.max(0, ...ends), 4);
  const nameOfSeries = new Map(own.series.map(({ measure, name }) => [measure, name[language]]));
  const shown = table.map((point) => ({
    ...point,
    seriesName: nameOfSeries.get(point.series) ?? '',
    place: places[point.at - 1] ?? String(point.at),
  }));
  const order = [...places];
  const x = {
    field: 'place',
    type: 'ordinal',
    sort: order,
    axis: { title: own.along[language], labelAngle: 0, grid: false, labelLimit: 0 },
  } as const;
  const y = {
    type: 'quantitative',
    scale: { domain: axis.domain, nice: false },
    axis: { title: axisTitle, values: axis.ticks, format: percentFormat(axis.ticks) },
  } as const;
  return {
    ...frame(look, language, own.finding(inputs, language), [own.under[language]]),
    data: { name: 'curves', values: shown },
    ...layout,
    spec: {
      width,
      height,
      layer: layersOf(own, { x, y }, look, language),
    },
  };
}

/** The line at zero, intervals, lines and points. */
function layersOf(
  own: CurvePanels,
  { x, y }: PlotAxes,
  look: Theme,
  language: Language,
): PlotLayer[] {
  const names = own.series.map(({ name }) => name[language]);
  const legend = own.series.length > 1 ? lineLegend(look) : null;
  const color = {
    field: 'seriesName',
    type: 'nominal',
    scale: { domain: names, range: own.series.map(({ colour }) => colour) },
    legend,
  } as const;
  const strokeDash = {
    field: 'seriesName',
    type: 'nominal',
    scale: { domain: names, range: own.series.map(({ dash }) => dashed(dash, look)) },
    legend,
  } as const;
  return [
    {
      data: { name: 'zero', values: [{ level: 0 }] },
      mark: { type: 'rule', color: '#9aa5ad' },
      encoding: { y: { ...y, field: 'level' } },
    },
    {
      mark: { type: 'rule', strokeWidth: look.line },
      encoding: {
        ...{ x, color, opacity: fade },
        y: { ...y, field: 'low' },
        y2: { field: 'high' },
      },
    },
    {
      mark: { type: 'line', strokeWidth: look.line * 1.4 },
      encoding: { x, y: { ...y, field: 'mean' }, color, strokeDash, opacity: fade },
    },
    {
      mark: { type: 'point', filled: true, size: (look.point * 0.7) ** 2, opacity: 1 },
      encoding: {
        ...{ x, color, opacity: fade },
        y: { ...y, field: 'mean' },
        tooltip: [
          institutionTip(language),
          { field: 'place', title: own.along[language] },
          { field: 'mean', title: own.axis[language], format: '.1%' },
        ],
      },
    },
  ];
}

/** All means, place by place. */
function altText(
  own: CurvePanels,
  inputs: ChartInputs,
  table: readonly Point[],
  language: Language,
): string {
  const lines = own.series.map(({ measure, name }) => {
    const items = inputs.scenario.institutions.map(({ id, label }) => {
      const means = table.flatMap(({ institution, series, mean }) =>
        institution === id && series === measure ? [percent(mean ?? NaN)] : [],
      );
      return `${nameInSentence({ institution: id, label }, language)} ${means.join(marks[language].listed)}`;
    });
    return `${name[language]}${marks[language].colon}${items.join(marks[language].semicolon)}${marks[language].stop}`;
  });
  const order = own.places[language].join(marks[language].listed);
  return paragraph(
    [
      inWords(language, {
        en: `Lines, one panel an institution. ${own.along.en}, from left to right: ${order}.`,
        zh: `每种征信模式一幅的折线图。横轴依次为：${order}。`,
      }),
      ...lines,
    ],
    language,
  );
}
