import type { TopLevelSpec } from 'vega-lite';
import { estimate } from '../../math/interval.ts';
import type { Cells, Chart, ChartInputs } from '../chart.ts';
import { fade, frame, percentFormat, roundAxis, within } from '../kit/frame.ts';
import { cell, certainty, footing, lacks, nameOf } from '../kit/select.ts';
import { lineLegend, panelsByInstitution } from '../kit/small-multiples.ts';
import { dashed, ink, parts, type Theme } from '../theme.ts';
import type { Language } from '../../language.ts';
import { paragraph, percent } from '../kit/words.ts';

const title = {
  en: 'Do safe borrowers leave the market?',
  zh: '安全型借款人是否退出市场？',
};

/** The stages of Akerlof's pool, from all who ask to those who borrow. */
const stages = [
  { id: 'applicants', name: { en: 'who apply', zh: '申请者' }, colour: ink.axis, dash: [2, 2] },
  {
    id: 'approved',
    name: { en: 'who are approved', zh: '获批者' },
    colour: '#6f8ea6',
    dash: [5, 2],
  },
  {
    id: 'takers',
    name: { en: 'who take the loan', zh: '借款者' },
    colour: parts.dark,
    dash: [],
  },
] as const;

interface Point extends Cells {
  readonly institution: string;
  readonly label: string;
  readonly stage: string;
  readonly quarter: number;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Akerlof by quarter: the share of safe types among those who apply, are approved and borrow. */
export const lemons: Chart = {
  id: 'lemons',
  title,
  draw(inputs) {
    const table = points(inputs);
    if (table.length === 0)
      return lacks(
        { en: 'series by quarter', zh: '季度序列' },
        { en: 'Run the scenario again.', zh: '请重新运行情景。' },
      );
    return {
      table,
      spec: (look, language) => spec(inputs, table, look, language),
      caption: (language) =>
        paragraph(
          [
            language === 'zh'
              ? '每季度申请者、获批者与借款者中安全型（努力之前的失败风险低于总体中位数）所占比例。后两条线之间的距离表示谁退出市场；其中由隐藏类型造成的部分见 lemons 实验。灰色部分为不计入结果的预热期。'
              : 'Share of safe types (risk of failure before effort below the population’s median) among those who apply, are approved and take the loan, by quarter. The wedge between the last two is who leaves; what of it hidden types do is told by the experiment lemons. Grey quarters are the burn-in and do not count in results.',
            certainty(inputs, language).replace('bars', 'bands').replace('误差线', '带状区域'),
          ],
          language,
        ),
      altText: (language) => altText(inputs, table, language),
    };
  },
};

function points(inputs: ChartInputs): Point[] {
  const values = new Map<string, number[]>();
  for (const row of inputs.rows)
    if (row.quarter !== null && row.world === 'actual' && row.measure.startsWith('safe-share-')) {
      const key = `${row.institution} ${row.measure} ${row.quarter}`;
      const list = values.get(key) ?? [];
      list[row.replicate] = row.value;
      values.set(key, list);
    }
  return inputs.scenario.institutions.flatMap(({ id, label }) =>
    stages.flatMap((stage) =>
      Array.from({ length: inputs.scenario.quarters }, (_, quarter) => quarter).flatMap(
        (quarter) => {
          const list = values.get(`${id} safe-share-${stage.id} ${quarter}`);
          if (list === undefined) return [];
          const { mean, low, high } = estimate(Array.from(list, (value) => value ?? NaN));
          return [
            {
              institution: id,
              label,
              stage: stage.id,
              quarter,
              mean: cell(mean),
              low: cell(within(low)),
              high: cell(within(high)),
            },
          ];
        },
      ),
    ),
  );
}

function spec(
  inputs: ChartInputs,
  table: readonly Point[],
  look: Theme,
  language: Language,
): TopLevelSpec {
  const { fontSize } = look;
  const { scenario } = inputs;
  const zh = language === 'zh';
  const { width, height, axisTitle, layout } = panelsByInstitution(scenario, look, language, {
    axis: zh ? '其中安全型的比例' : 'Safe types among those',
    side: fontSize * 3.6,
    gap: fontSize * 1.4,
    least: fontSize * 11,
    wanted: (wide) => Math.min(wide * 0.75, fontSize * 13),
  });
  const ends = table
    .flatMap(({ mean, low, high }) => [mean, low, high])
    .flatMap((end) => (end === null ? [] : within(end)));
  const axis = roundAxis(Math.min(1, ...ends), Math.max(0, ...ends), 4);
  const names = stages.map(({ name }) => name[language]);
  const shown = table.map((point) => ({
    ...point,
    stageName: stages.find(({ id }) => id === point.stage)?.name[language] ?? '',
  }));
  const span = [0, scenario.quarters];
  const x = {
    field: 'quarter',
    type: 'quantitative',
    scale: { domain: span, nice: false },
    axis: {
      title: zh ? '季度' : 'Quarter',
      values: roundAxis(0, scenario.quarters, 3).ticks.filter((at) => at <= scenario.quarters),
      grid: false,
      format: 'd',
    },
  } as const;
  const y = {
    type: 'quantitative',
    scale: { domain: axis.domain, nice: false },
    axis: {
      title: axisTitle,
      values: axis.ticks,
      format: percentFormat(axis.ticks),
    },
  } as const;
  const stage = { domain: names, range: stages.map(({ colour }) => colour) };
  const legend = lineLegend(look);
  return {
    ...frame(look, language, title[language], [footing(inputs, language)]),
    data: { name: 'pool', values: shown },
    ...layout,
    spec: {
      width,
      height,
      layer: [
        {
          data: { name: 'burnIn', values: [{ from: 0, to: scenario.burnIn }] },
          mark: { type: 'rect', color: '#f0f2f4' },
          encoding: { x: { ...x, field: 'from' }, x2: { field: 'to' } },
        },
        {
          mark: { type: 'area', opacity: 0.3, clip: true },
          encoding: {
            x,
            y: { ...y, field: 'low' },
            y2: { field: 'high' },
            color: { field: 'stageName', type: 'nominal', scale: stage, legend },
          },
        },
        {
          mark: { type: 'line', clip: true },
          encoding: {
            x,
            y: { ...y, field: 'mean' },
            color: {
              field: 'stageName',
              type: 'nominal',
              scale: stage,
              legend,
            },
            strokeDash: {
              field: 'stageName',
              type: 'nominal',
              scale: { domain: names, range: stages.map(({ dash }) => dashed(dash, look)) },
              legend,
            },
            opacity: fade,
          },
        },
      ],
    },
  };
}

/** Means over the quarters after the burn-in, stage by stage. */
function altText(inputs: ChartInputs, table: readonly Point[], language: Language): string {
  const { burnIn, institutions } = inputs.scenario;
  const zh = language === 'zh';
  const items = institutions.map((one) => {
    const shares = stages.map(({ id }) => {
      const means = table.flatMap((point) =>
        point.institution === one.id && point.stage === id && point.quarter >= burnIn
          ? (point.mean ?? [])
          : [],
      );
      return percent(estimate(means).mean);
    });
    return `${nameOf({ institution: one.id, label: one.label }, language)} ${shares.join(', ')}`;
  });
  return zh
    ? `按季度的折线图，每类机构一幅。预热期之后申请者、获批者、借款者中安全型的平均比例：${items.join('；')}。`
    : `Lines by quarter, one panel an institution. Mean share of safe types after the burn-in among those who apply, are approved and borrow: ${items.join('; ')}.`;
}
