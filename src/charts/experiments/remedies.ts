import type { TopLevelSpec } from 'vega-lite';
import { inWords, marks, type Language, type Words } from '../../language.ts';
import type { Cells, Chart, ChartInputs, Panel } from '../chart.ts';
import { asExperiment } from '../kit/experiment-rows.ts';
import { frame, roundAxis } from '../kit/frame.ts';
import { pointsExpression } from '../kit/row-layers.ts';
import { certainty, interval, lacks } from '../kit/select.ts';
import { grid, panelHead } from '../kit/small-multiples.ts';
import { textWidth } from '../kit/text.ts';
import { decimal, paragraph } from '../kit/words.ts';
import { ink, parts, type Theme } from '../theme.ts';

const title = { en: 'What the remedies are worth', zh: '各项对策的效果' };

const measures: readonly { readonly id: string; readonly name: Words }[] = [
  { id: 'welfare', name: { en: 'Welfare, % of a mean loan', zh: '福利，占平均贷款额的 %' } },
  { id: 'default-rate', name: { en: 'Default, points', zh: '违约率，百分点' } },
  { id: 'approval-rate', name: { en: 'Approved, points', zh: '批准率，百分点' } },
];

const words: Readonly<Record<string, Words>> = {
  'law and supervision': { en: 'law', zh: '立法与监管' },
  'one data standard': { en: 'one standard', zh: '统一标准' },
  'publicity and education': { en: 'publicity', zh: '宣传教育' },
  all: { en: 'all three', zh: '三者并举' },
  Weak: { en: 'weak', zh: '弱' },
  Middling: { en: 'middling', zh: '中' },
  Strong: { en: 'strong', zh: '强' },
};

/** A remedy as people call it, or two of them. */
const named = (remedies: string, language: Language) =>
  remedies
    .split(' + ')
    .map((one) => words[one]?.[language] ?? one)
    .join(inWords(language, { en: ' + ', zh: '＋' }));

interface Effect extends Cells {
  readonly measure: string;
  readonly strength: string;
  readonly remedies: string;
  readonly kind: string;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Each remedy alone, in pairs and all together, at each strength, with intervals. */
export const remediesChart: Chart = {
  id: 'remedies',
  title,
  experiment: 'remedies',
  draw(all) {
    const inputs = asExperiment(all, 'remedies');
    const table = effectsOf(inputs);
    if (table.length === 0) {
      return lacks(
        { en: 'effects of remedies', zh: '对策的效果' },
        {
          en: 'Run them with: creditlab experiment remedies remedies.',
          zh: '请先运行：creditlab experiment remedies remedies。',
        },
      );
    }
    return {
      table,
      spec: (look, language) => spec(table, look, language),
      caption: (language) =>
        paragraph(
          [
            inWords(language, {
              en: 'The dual system with remedies less without any, the same people with the same luck: each alone, in pairs and together, at three strengths, which are assumptions.',
              zh: '双层体系在各项对策下减去无对策（同样的人、同样的运气）：单独、两两、三者并举，三种强度（均为假设）。',
            }),
            certainty(inputs, language),
          ],
          language,
        ),
      altText: (language) => altText(table, language),
    };
  },
};

/** Effects in the scenario's own economy; interactions stand in the table only. */
function effectsOf({ tables }: ChartInputs): Effect[] {
  const number = (value: unknown) => (typeof value === 'number' ? value : null);
  return (tables['remedies'] ?? []).flatMap((row): Effect[] => {
    if (row['economy'] !== 0 || row['kind'] === 'interaction') return [];
    const text = (key: string) => String(row[key]);
    return [
      {
        ...{ measure: text('measure'), strength: text('strength') },
        ...{ remedies: text('remedies'), kind: text('kind') },
        ...{ mean: number(row['mean']), low: number(row['low']), high: number(row['high']) },
      },
    ];
  });
}

function spec(table: readonly Effect[], look: Theme, language: Language): TopLevelSpec {
  const { fontSize } = look;
  const rows = [...new Set(table.map(({ remedies }) => remedies))];
  const strengths = [...new Set(table.map(({ strength }) => strength))];
  const gutter =
    Math.max(...rows.map((one) => textWidth(named(one, language), fontSize))) + fontSize;
  const gap = fontSize * 2;
  const { columns, width } = grid(look.width - gutter - fontSize, gap, fontSize * 9, 3);
  const height = rows.length * Math.max(1.6, strengths.length * 0.7) * fontSize;
  const shades = [parts.light, '#b8860b', parts.dark];
  const colour = {
    field: 'strength',
    type: 'nominal',
    scale: { domain: strengths, range: shades.slice(0, strengths.length) },
    legend: {
      title: null,
      orient: 'bottom',
      labelExpr: `${JSON.stringify(Object.fromEntries(strengths.map((one) => [one, named(one, language)])))}[datum.label]`,
    },
  } as const;
  const drawn = measures.filter(({ id }) => table.some(({ measure }) => measure === id));
  const all = drawn.map(({ id, name }, k): Panel => {
    const own = table
      .filter(({ measure }) => measure === id)
      .map((row) => ({ ...row, remedies: named(row.remedies, language) }));
    const ends = own.flatMap(({ mean, low, high }) =>
      [mean, low, high].filter((end) => end !== null),
    );
    const axis = roundAxis(Math.min(0, ...ends), Math.max(0, ...ends), 3);
    const x = {
      type: 'quantitative',
      scale: { domain: axis.domain, nice: false },
      axis: {
        title: null,
        values: axis.ticks,
        labelExpr: pointsExpression(axis.ticks),
        grid: false,
      },
    } as const;
    const isFirst = k % columns === 0;
    const y = {
      field: 'remedies',
      type: 'nominal',
      sort: rows.map((one) => named(one, language)),
      axis: {
        title: null,
        ticks: false,
        domain: false,
        labels: isFirst,
        labelLimit: 0,
        minExtent: isFirst ? gutter : 0,
        maxExtent: isFirst ? gutter : 0,
      },
    } as const;
    const yOffset = { field: 'strength', scale: { domain: strengths } } as const;
    return {
      width,
      height,
      title: panelHead(name[language], look),
      data: { values: own },
      layer: [
        {
          data: { values: [{ zero: 0 }] },
          mark: { type: 'rule', color: ink.axis },
          encoding: { x: { ...x, field: 'zero' } },
        },
        {
          mark: { type: 'rule', strokeWidth: look.line },
          encoding: { y, yOffset, x: { ...x, field: 'low' }, x2: { field: 'high' }, color: colour },
        },
        {
          mark: { type: 'point', filled: true, size: (look.point * 0.8) ** 2, opacity: 1 },
          encoding: {
            ...{ y, yOffset, x: { ...x, field: 'mean' }, color: colour },
            tooltip: [
              ...[{ field: 'remedies' }, { field: 'strength' }],
              { field: 'mean', title: name[language], format: '+.2%' },
            ],
          },
        },
      ],
    };
  });
  const lines = Math.ceil(all.length / columns);
  return {
    ...frame(look, language, finding(table, language), [
      inWords(language, {
        en: 'With remedies less without any, at three assumed strengths.',
        zh: '有对策减无对策，三种假设的强度。',
      }),
    ]),
    spacing: fontSize * 1.4,
    vconcat: Array.from({ length: lines }, (_, line): Panel => ({
      hconcat: all.slice(line * columns, (line + 1) * columns),
      spacing: gap,
      bounds: 'flush',
    })),
  };
}

/** Which remedies move welfare for certain at every strength. */
function finding(table: readonly Effect[], language: Language): string {
  const alone = table.filter(({ measure, kind }) => measure === 'welfare' && kind === 'alone');
  const names = [...new Set(alone.map(({ remedies }) => remedies))];
  const always = (isMeant: (row: Effect) => boolean) =>
    names
      .filter((one) => alone.filter(({ remedies }) => remedies === one).every(isMeant))
      .map((one) => named(one, language));
  const up = always(({ low }) => low !== null && low > 0);
  const down = always(({ high }) => high !== null && high < 0);
  if (up.length + down.length === 0)
    return inWords(language, {
      en: 'No remedy moves welfare for certain at every strength',
      zh: '没有一项对策在各强度下都显著改变福利',
    });
  const list = (own: readonly string[]) => own.join(inWords(language, { en: ' and ', zh: '、' }));
  const told = [
    ...(up.length > 0
      ? [
          inWords(language, {
            en: `${list(up)} ${up.length > 1 ? 'raise' : 'raises'} welfare`,
            zh: `${list(up)}提高福利`,
          }),
        ]
      : []),
    ...(down.length > 0
      ? [
          inWords(language, {
            en: `${list(down)} ${down.length > 1 ? 'lower' : 'lowers'} ${up.length > 0 ? 'it' : 'welfare'}`,
            zh: `${list(down)}降低福利`,
          }),
        ]
      : []),
  ].join(marks[language].comma);
  const text = inWords(language, { en: `${told} at every strength`, zh: `在各强度下${told}` });
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What each set of remedies does to welfare, with its interval. */
function altText(table: readonly Effect[], language: Language): string {
  const lines = measures.map(({ id, name }) => {
    const items = table
      .filter(({ measure }) => measure === id)
      .map(
        (row) =>
          `${named(row.remedies, language)} (${named(row.strength, language)}) ${interval(row, (value) => decimal(100 * value, 2))}`,
      );
    return `${name[language]}${marks[language].colon}${items.join(marks[language].semicolon)}${marks[language].stop}`;
  });
  return paragraph(lines, language);
}
