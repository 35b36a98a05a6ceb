import { tableChart } from '../kit/table-chart.ts';
import type { TopLevelSpec } from 'vega-lite';
import { inWords, marks, type Language } from '../../language.ts';
import type { Cells, ChartInputs, Panel } from '../chart.ts';
import { fade, frame, percentFormat, roundAxis } from '../kit/frame.ts';
import { institutionDash, institutionLegend, institutionScales } from '../kit/institutions.ts';
import { nameInSentence, runAgain } from '../kit/select.ts';
import { grid, panelHead } from '../kit/small-multiples.ts';
import { paragraph, percent, institutionTip, tip } from '../kit/words.ts';
import { settlingTitle } from '../findings/settling.ts';
import { type Theme } from '../theme.ts';

const title = { en: 'From the first quarter on', zh: '从第一个季度起' };

const measures = [
  { id: 'approval-rate', name: { en: 'Approved (% of applications)', zh: '批准率（占申请的 %）' } },
  {
    id: 'default-rate',
    name: { en: 'Default (% of loans, by signing)', zh: '违约率（占贷款的 %，按签约时）' },
  },
  { id: 'apr', name: { en: 'APR paid (% a year)', zh: '成交利率（年化，%）' } },
  {
    id: 'stake',
    name: { en: 'Stake in reputation (% of a loan)', zh: '声誉的价值（占贷款的 %）' },
  },
] as const;

interface Year extends Cells {
  readonly institution: string;
  readonly label: string;
  readonly measure: string;
  /** Middle of the four quarters, in years from the start. */
  readonly year: number;
  readonly mean: number;
}

/** How the market gets where it is: means of four quarters, the burn-in shaded. */
export const dynamics = tableChart({
  id: 'dynamics',
  title,
  table: years,
  lacking: [{ en: 'numbers by quarter', zh: '按季度的数值' }, runAgain],
  spec,
  caption: {
    en: 'Means of four quarters under each institution, by quarter of application or signing; grey: quarters that do not count, in which lenders and borrowers learn. Default is over the life of the loans signed then.',
    zh: '各征信模式下四个季度的均值，按申请或签约的季度；灰底为不计入的季度，其间贷款机构与借款人学习。违约就在该季度签约的贷款的整个存续期而言。',
  },
  bars: false,
  altText: altText,
});

/** Means over replicates of four quarters; an unfinished year is left out. */
function years({ scenario, rows }: ChartInputs): Year[] {
  const sums = new Map<string, { sum: number; n: number }>();
  let last = 0;
  for (const { institution, world, measure, quarter, value } of rows) {
    if (quarter === null || world !== 'actual' || Number.isNaN(value)) continue;
    last = Math.max(last, quarter);
    const key = `${institution}/${measure}/${Math.floor(quarter / 4)}`;
    const so = sums.get(key) ?? { sum: 0, n: 0 };
    sums.set(key, { sum: so.sum + value, n: so.n + 1 });
  }
  const whole = Math.floor((last + 1) / 4);
  return measures.flatMap(({ id: measure }) =>
    scenario.institutions.flatMap(({ id: institution, label }) =>
      Array.from({ length: whole }, (_, year) => year).flatMap((year) => {
        const found = sums.get(`${institution}/${measure}/${year}`);
        if (found === undefined) return [];
        return [{ institution, label, measure, year: year + 0.5, mean: found.sum / found.n }];
      }),
    ),
  );
}

function spec(
  inputs: ChartInputs,
  table: readonly Year[],
  look: Theme,
  language: Language,
): TopLevelSpec {
  const { fontSize } = look;
  const { scenario } = inputs;
  const drawn = measures.filter(({ id }) => table.some(({ measure }) => measure === id));
  const side = fontSize * 3.6;
  const gap = fontSize * 2.2;
  const { columns, width } = grid(look.width - side, gap + side, fontSize * 18, drawn.length);
  const lines = Math.ceil(drawn.length / columns);
  // In one column the title, the lines under it, the legend and the foot take more lines.
  const around = look.titleSize * 1.3 + fontSize * (columns === 1 ? 21 : 10);
  const height = Math.round(
    Math.max(
      fontSize * 5,
      Math.min(width * 0.55, (look.tallest - around) / lines - fontSize * 5.4),
    ),
  );
  const panels = drawn.map(({ id, name }): Panel =>
    panel(scenario, table, { id, name: name[language], width, height, side }, look, language),
  );
  return {
    ...frame(look, language, settlingTitle(inputs, language), [
      inWords(language, {
        en: 'Means of four quarters; grey: the burn-in, which does not count. The title speaks of approval after it.',
        zh: '每四个季度的均值；灰底为不计入的预热期，标题就其后批准率的变动而言。',
      }),
    ]),
    spacing: fontSize * 1.4,
    vconcat: Array.from({ length: lines }, (_, line): Panel => {
      const beside = panels.slice(line * columns, (line + 1) * columns);
      return { hconcat: beside, spacing: gap };
    }),
  };
}

interface Place {
  readonly id: string;
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly side: number;
}

function panel(
  scenario: ChartInputs['scenario'],
  table: readonly Year[],
  { id, name, width, height, side }: Place,
  look: Theme,
  language: Language,
): Panel {
  const scales = institutionScales(scenario, look);
  const own = table.filter(({ measure }) => measure === id);
  const values = own.map(({ mean }) => mean);
  const axis = roundAxis(Math.min(...values), Math.max(...values), 4);
  const last = Math.max(...own.map(({ year }) => year)) + 0.5;
  const legend = institutionLegend(scenario, look, language, 'bottom');
  const colour = { field: 'institution', type: 'nominal', scale: scales.colour, legend } as const;
  const span = [0, last];
  const x = { type: 'quantitative', scale: { domain: span, nice: false } } as const;
  return {
    width,
    height,
    title: panelHead(name, look),
    layer: [
      {
        data: { values: [{ from: 0, to: Math.min(last, scenario.burnIn / 4) }] },
        mark: { type: 'rect', color: '#f3f5f7' },
        encoding: { x: { ...x, field: 'from' }, x2: { field: 'to' } },
      },
      {
        data: { name: `years-${id}`, values: own },
        mark: { type: 'line', clip: true, strokeWidth: look.line * 1.6 },
        encoding: {
          x: {
            ...x,
            field: 'year',
            axis: {
              title: inWords(language, { en: 'Year', zh: '年' }),
              grid: false,
              format: 'd',
              tickMinStep: 1,
              tickCount: 6,
            },
          },
          y: {
            field: 'mean',
            type: 'quantitative',
            scale: { domain: axis.domain, nice: false },
            axis: {
              title: null,
              values: axis.ticks,
              format: percentFormat(axis.ticks),
              minExtent: side,
              maxExtent: side,
            },
          },
          color: colour,
          strokeDash: institutionDash(scenario, look, legend),
          opacity: fade,
          tooltip: [
            institutionTip(language),
            tip('year', { en: 'year', zh: '年' }, language),
            { field: 'mean', title: name, format: '.1%' },
          ],
        },
      },
    ],
  };
}

/** Of each measure, the first and the last year of each institution. */
function altText(table: readonly Year[], language: Language): string {
  const lines = measures.flatMap(({ id, name }) => {
    const own = table.filter(({ measure }) => measure === id);
    const ids = [...new Set(own.map(({ institution }) => institution))];
    const items = ids.map((institution) => {
      const of = own.filter((one) => one.institution === institution);
      const [first, last] = [of[0], of.at(-1)];
      return `${nameInSentence(of[0] ?? { institution, label: institution }, language)} ${percent(first?.mean ?? NaN)} → ${percent(last?.mean ?? NaN)}`;
    });
    return items.length === 0
      ? []
      : [
          `${name[language]}${marks[language].colon}${items.join(marks[language].comma)}${marks[language].stop}`,
        ];
  });
  return paragraph(
    [
      inWords(language, {
        en: 'Lines by year; the first and the last year.',
        zh: '折线图，首年与末年：',
      }),
      ...lines,
    ],
    language,
  );
}
