import type { TopLevelSpec } from 'vega-lite';
import { inWords, marks, type Language, type Words } from '../../language.ts';
import { inquiries, withRecord, type Series } from '../../paper/index.ts';
import type { Cells, Chart, ChartInputs, Panel } from '../chart.ts';
import { asExperiment, curves, type CurvePoint } from '../kit/experiment-rows.ts';
import { frame, roundAxis } from '../kit/frame.ts';
import { reformColour } from '../kit/reforms.ts';
import { certainty, interval, lacks, nameInSentence, runIt } from '../kit/select.ts';
import { grid, panelHead } from '../kit/small-multiples.ts';
import { decimal, paragraph, tip } from '../kit/words.ts';
import { ink, type Theme } from '../theme.ts';
import { yearAxis } from './timeline-years.ts';

const title = { en: 'What grew, beside the paper', zh: '增长了什么：模型与论文' };

/** Curves of the experiment beside the points that the paper states: only those, relative to its first. */
type Curve = Readonly<{ id: string; name: Words; short: Words; stated: Series }>;
const panels: readonly Curve[] = [
  {
    id: 'timeline:with-record',
    name: { en: 'People with a record', zh: '有信用记录的人数' },
    short: { en: 'records', zh: '有记录者' },
    stated: withRecord,
  },
  {
    id: 'timeline:inquiries',
    name: { en: 'Inquiries of the year', zh: '当年查询次数' },
    short: { en: 'inquiries a year', zh: '年查询' },
    stated: inquiries,
  },
];

const fromThePaper: Words = { en: 'stated in the paper', zh: '论文所述' };

/** A point of a curve, or one that the paper states, whose institution is empty. */
interface Point extends Cells {
  readonly measure: string;
  readonly institution: string;
  readonly label: string;
  /** Years after the first. */
  readonly after: number;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** People with a record and inquiries, year by year, relative to the first year. */
export const timelineChart: Chart = {
  id: 'timeline',
  title,
  experiment: 'timeline',
  draw(all) {
    const inputs = asExperiment(all, 'timeline');
    const drawn = panels.flatMap(({ id }) =>
      curves(inputs, 'timeline', id).map((row) => pointOf(id, row)),
    );
    if (drawn.length === 0) {
      return lacks({ en: 'growth year by year', zh: '逐年增长' }, runIt('timeline china-timeline'));
    }
    const stated = panels.flatMap(({ id, stated: series }) => statedPoints(id, series));
    return {
      table: [...drawn, ...stated],
      spec: (look, language) => spec(inputs, drawn, stated, look, language),
      caption: (language) =>
        paragraph(
          [
            inWords(language, {
              en: 'All relative to the first counted year. Lines: the model; hollow diamonds: the years that the paper states, and no others. The lenders connected are put in and not compared.',
              zh: '均相对于第一年（首个计入年）。线：模型；空心菱形：论文所述的年份，其间的年份论文未给出，故不画。接入的贷款机构是输入，不作比较。',
            }),
            certainty(inputs, language),
          ],
          language,
        ),
      altText: (language) => altText(drawn, stated, language),
    };
  },
};

function pointOf(measure: string, { at, institution, label, mean, low, high }: CurvePoint): Point {
  return { measure, institution, label, after: at - 1, mean, low, high };
}

function statedPoints(measure: string, { points: [first, ...later] }: Series): Point[] {
  if (first === undefined) return [];
  return [first, ...later].map(({ year, value }) => ({
    ...{ measure, institution: '', label: fromThePaper.en, after: year - first.year },
    ...{ mean: value / first.value, low: null, high: null },
  }));
}

function spec(
  inputs: ChartInputs,
  drawn: readonly Point[],
  stated: readonly Point[],
  look: Theme,
  language: Language,
): TopLevelSpec {
  const { fontSize } = look;
  const side = fontSize * 3;
  const gap = fontSize * 2.2;
  const { columns, width } = grid(look.width - side, gap + side, fontSize * 16, panels.length);
  const height = Math.round(width * 0.75);
  const all = panels.map(({ id, name }) =>
    panel(
      inputs,
      drawn.filter(({ measure }) => measure === id),
      stated.filter(({ measure }) => measure === id),
      { name: name[language], width, height, side },
      look,
      language,
    ),
  );
  return {
    ...frame(look, language, finding(drawn, stated, language), [
      inWords(language, {
        en: 'Ratio to the first year; diamonds as the paper states them.',
        zh: '与第一年之比；菱形为论文所述。',
      }),
    ]),
    spacing: fontSize * 1.4,
    ...(columns > 1 ? { hconcat: all, spacing: gap } : { vconcat: all }),
  };
}

interface Place {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly side: number;
}

function panel(
  { scenario }: ChartInputs,
  drawn: readonly Point[],
  stated: readonly Point[],
  { name, width, height, side }: Place,
  look: Theme,
  language: Language,
): Panel {
  const ends = [...drawn, ...stated].flatMap(({ mean, low, high }) =>
    [mean, low, high].filter((end) => end !== null),
  );
  const axis = roundAxis(Math.min(1, ...ends), Math.max(1, ...ends), 4);
  const last = Math.max(...[...drawn, ...stated].map(({ after }) => after));
  const domain = [-0.3, last + 0.3];
  const x = {
    field: 'after',
    type: 'quantitative',
    scale: { domain, nice: false },
    axis: yearAxis(scenario.start, last, language),
  } as const;
  const y = {
    type: 'quantitative',
    scale: { domain: axis.domain, nice: false },
    axis: { title: null, values: axis.ticks, format: '~g', minExtent: side, maxExtent: side },
  } as const;
  const color = reformColour(scenario, drawn, look, language);
  return {
    width,
    height,
    title: panelHead(name, look),
    data: { values: [...drawn] },
    layer: [
      {
        data: { values: [{ level: 1 }] },
        mark: { type: 'rule', color: ink.axis },
        encoding: { y: { ...y, field: 'level' } },
      },
      {
        mark: { type: 'area', opacity: 0.22, clip: true },
        encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' }, color },
      },
      {
        mark: { type: 'line', strokeWidth: look.line * 1.4, point: { size: look.point ** 2 } },
        encoding: { x, y: { ...y, field: 'mean' }, color },
      },
      {
        data: { values: [...stated] },
        mark: {
          type: 'point',
          shape: 'diamond',
          filled: false,
          color: ink.text,
          opacity: 1,
          size: (look.point * 1.7) ** 2,
          strokeWidth: look.line * 1.2,
        },
        encoding: {
          ...{ x, y: { ...y, field: 'mean' } },
          tooltip: [
            tip('after', { en: 'years after the first', zh: '年数' }, language),
            { field: 'mean', title: fromThePaper[language], format: '.2f' },
          ],
        },
      },
    ],
  };
}

/** How far what the paper states last lies from what grew most in the model. */
function finding(drawn: readonly Point[], stated: readonly Point[], language: Language): string {
  const parts = panels.flatMap(({ id, short }) => {
    const paper = stated.filter(({ measure }) => measure === id).at(-1);
    const model = drawn
      .filter(({ measure, after }) => measure === id && after === paper?.after)
      .toSorted((a, b) => (b.mean ?? 0) - (a.mean ?? 0))[0];
    if (!paper || !model) return [];
    const [own, said] = [model, paper].map(({ mean }) => decimal(mean ?? NaN, 1));
    return inWords(language, {
      en: [`${short.en} ×${own} (paper ×${said})`],
      zh: [`${short.zh}增至 ${own} 倍（论文 ${said} 倍）`],
    });
  });
  const text = parts.join(marks[language].comma);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** All points of all curves, then the paper's. */
function altText(drawn: readonly Point[], stated: readonly Point[], language: Language): string {
  const lines = panels.map(({ id, name }) => {
    const of = (rows: readonly Point[], who: string) => {
      const items = rows.map((row) => {
        const value = interval(row, (one) => decimal(one, 2));
        return inWords(language, {
          en: `${value} after ${row.after} years`,
          zh: `第 ${row.after} 年后 ${value}`,
        });
      });
      return `${who} ${items.join(marks[language].comma)}`;
    };
    const own = drawn.filter(({ measure }) => measure === id);
    const ids = [...new Set(own.map(({ institution }) => institution))];
    const told = ids.map((one) => {
      const rows = own.filter(({ institution }) => institution === one);
      return of(rows, rows[0] ? nameInSentence(rows[0], language) : one);
    });
    const paper = of(
      stated.filter(({ measure }) => measure === id),
      fromThePaper[language],
    );
    return `${name[language]}${marks[language].colon}${[...told, paper].join(marks[language].semicolon)}${marks[language].stop}`;
  });
  return paragraph(lines, language);
}
