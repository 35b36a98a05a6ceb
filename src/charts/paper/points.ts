import type { TopLevelSpec } from 'vega-lite';
import type { YearValue, Series } from '../../paper/index.ts';
import type { Cells, Drawing, PlotLayer } from '../chart.ts';
import { frame, roundAxis } from '../kit/frame.ts';
import { sourceLine } from './words.ts';
import { wrapToPoints } from '../kit/text.ts';
import { ink, parts, type Theme } from '../theme.ts';
import { inWords, marks, type Language, type Words } from '../../language.ts';
import { inBrackets, punctuated } from '../kit/words.ts';

/** A series with its name in both languages. */
interface NamedSeries extends Series {
  readonly name: Words;
}

/** One of Figures 1, 3 and 4. */
export interface PointsFigure {
  readonly title: Words;
  /** Title of the vertical axis. */
  readonly unit: Words;
  /** What the points say, in one sentence. */
  readonly finding: Words;
  /** One series, or a whole and a part of it. */
  readonly series: readonly NamedSeries[];
}

interface Bar extends Cells {
  readonly series: string;
  readonly year: number;
  readonly value: number;
  /** The value as written above the bar: `> 1,100` where the text says "more than". */
  readonly text: string;
}

const gap = { en: 'not stated', zh: '未给出' };
const only = {
  en: 'Only the years that the text states; nothing is drawn between them.',
  zh: '仅绘出正文给出数值的年份，其间不作任何插补。',
};

/** Bars for the years that the text states, and "not stated" for the others: nothing is interpolated. */
export function paperPoints(figure: PointsFigure): Drawing {
  const table = figure.series.flatMap(({ id, points }) => points.map((point) => bar(id, point)));
  return {
    table,
    spec: (look, language) => spec(figure, table, look, language),
    caption: (language) =>
      [figure.finding[language], only[language], sourceLine[language] + marks[language].stop].join(
        marks[language].space,
      ),
    altText: (language) => {
      const list = figure.series.map(
        ({ name, points }) =>
          `${name[language]}: ${points.map((point) => `${point.year} ${valueText(point)}`).join(', ')}`,
      );
      return punctuated(
        `${figure.title[language]}${inBrackets(figure.unit[language], language)}. ${list.join('; ')}.`,
        language,
      );
    },
  };
}

function bar(series: string, point: YearValue): Bar {
  return { series, year: point.year, value: point.value, text: valueText(point) };
}

function valueText({ value, atLeast }: YearValue): string {
  return `${atLeast ? '> ' : ''}${value.toLocaleString('en')}`;
}

function spec(
  figure: PointsFigure,
  table: readonly Bar[],
  look: Theme,
  language: Language,
): TopLevelSpec {
  const years = table.map(({ year }) => year);
  const first = Math.min(...years);
  const all = Array.from({ length: Math.max(...years) - first + 1 }, (_, k) => first + k);
  const unstated = all.filter((year) => !years.includes(year)).map((year) => ({ year }));
  const width = look.width - look.fontSize * 6.5;
  const note = wrapToPoints(gap[language], (width / all.length) * 0.95, look.fontSize);
  const { domain, ticks } = roundAxis(0, Math.max(...table.map(({ value }) => value)) * 1.05);
  const x = {
    field: 'year',
    type: 'ordinal',
    scale: { domain: all, paddingInner: 0.35, paddingOuter: 0.2 },
    axis: { title: null, labelAngle: 0, ticks: false, labelOverlap: false },
  } as const;
  const y = {
    field: 'value',
    type: 'quantitative',
    scale: { domain, nice: false },
    axis: { title: figure.unit[language], values: ticks, grid: true, domain: false, ticks: false },
  } as const;
  const [whole, part] = figure.series;
  const fills = [part ? parts.light : parts.dark, parts.dark];
  const layersOf = (series: NamedSeries, k: number): PlotLayer[] => {
    const values = table.filter((row) => row.series === series.id);
    const above = { baseline: 'bottom', dy: -look.fontSize * 0.25, color: ink.text } as const;
    const inside = { baseline: 'top', dy: look.fontSize * 0.4, color: 'white' } as const;
    return [
      {
        data: { name: `bars${k}`, values },
        mark: { type: 'bar', color: fills[k] },
        encoding: { x, y },
      },
      {
        data: { name: `values${k}`, values },
        mark: { type: 'text', ...(k === 0 ? above : inside) },
        encoding: { x, y, text: { field: 'text' } },
      },
    ];
  };
  return {
    ...frame(look, language, figure.title[language], [
      figure.finding[language],
      part ? legend(whole, part, language) : '',
    ]),
    width,
    height: look.width * 0.4,
    layer: [
      ...figure.series.flatMap(layersOf),
      {
        data: { name: 'unstated', values: unstated },
        mark: {
          type: 'text',
          color: ink.quiet,
          baseline: 'bottom',
          lineHeight: look.fontSize * 1.15,
          dy: -look.fontSize * (0.3 + 1.15 * (note.length - 1)),
          text: note,
        },
        encoding: { x, y: { datum: 0, type: 'quantitative' } },
      },
    ],
  };
}

function legend(whole: NamedSeries, part: NamedSeries, language: Language): string {
  return inWords(language, {
    en: `Light: ${whole.name.en}. Dark: those ${part.name.en}.`,
    zh: `浅色：${whole.name.zh}；深色：其中${part.name.zh}。`,
  });
}
