import type { TopLevelSpec } from 'vega-lite';
import { inWords, marks, type Language, type Words } from '../../language.ts';
import type { Chart, Panel } from '../chart.ts';
import { asExperiment } from '../kit/experiment-rows.ts';
import { frame, roundAxis } from '../kit/frame.ts';
import { pointsExpression } from '../kit/row-layers.ts';
import { certainty, interval, lacks } from '../kit/select.ts';
import { grid, panelHead } from '../kit/small-multiples.ts';
import { textWidth } from '../kit/text.ts';
import { decimal, paragraph } from '../kit/words.ts';
import { ink, parts, type Theme } from '../theme.ts';
import { effectsOf, finding, named, overEconomies, type RemedyEffect } from './remedy-effects.ts';

const title = { en: 'What the remedies are worth', zh: '各项对策的效果' };

const measures: readonly { readonly id: string; readonly name: Words }[] = [
  { id: 'welfare', name: { en: 'Welfare, % of a mean loan', zh: '福利，占平均贷款额的 %' } },
  { id: 'default-rate', name: { en: 'Default, points', zh: '违约率，百分点' } },
  { id: 'approval-rate', name: { en: 'Approved, points', zh: '批准率，百分点' } },
];

/** Each remedy alone, in pairs and all together, at each strength, with intervals. */
export const remediesChart: Chart = {
  id: 'remedies',
  title,
  experiment: 'remedies',
  draw(all) {
    const inputs = asExperiment(all, 'remedies');
    const effects = effectsOf(inputs);
    const economies = new Set(effects.map(({ economy }) => economy)).size;
    const table = economies > 1 ? overEconomies(effects) : effects;
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
      spec: (look, language) =>
        spec(table, look, language, finding(effects, economies, language), economies),
      caption: (language) =>
        paragraph(
          [
            inWords(language, {
              en: 'The dual system with remedies less without any, the same people with the same luck: each alone, in pairs and together, at three strengths, which are assumptions.',
              zh: '双层体系在各项对策下减去无对策（同样的人、同样的运气）：单独、两两、三者并举，三种强度（均为假设）。',
            }),
            economies > 1 ? rangeOf(economies, language) : certainty(inputs, language),
          ],
          language,
        ),
      altText: (language) =>
        paragraph(
          [...(economies > 1 ? [rangeOf(economies, language)] : []), altText(table, language)],
          language,
        ),
    };
  },
};

/** What points and lines are where several economies were asked. */
const rangeOf = (economies: number, language: Language) =>
  inWords(language, {
    en: `Points are means over ${economies} economies, lines go from the least to the most over them.`,
    zh: `点为 ${economies} 个经济的均值，线段由其中最小值至最大值。`,
  });

function spec(
  table: readonly RemedyEffect[],
  look: Theme,
  language: Language,
  found: string,
  economies: number,
): TopLevelSpec {
  const { fontSize } = look;
  const rows = [...new Set(table.map(({ remedies }) => remedies))];
  const strengths = [...new Set(table.map(({ strength }) => strength))];
  const gutter =
    Math.max(...rows.map((one) => textWidth(named(one, language), fontSize))) + fontSize;
  const gap = fontSize * 3.5;
  const { columns, width } = grid(look.width - gutter - fontSize, gap, fontSize * 9, 3);
  const height = rows.length * Math.max(1.6, strengths.length * 0.7) * fontSize;
  const place = { rows, strengths, gutter, width, height };
  const drawn = measures.filter(({ id }) => table.some(({ measure }) => measure === id));
  const all = drawn.map((one, k) => panel(one, table, place, k % columns === 0, look, language));
  const lines = Math.ceil(all.length / columns);
  return {
    ...frame(look, language, found, [
      inWords(language, {
        en: 'With remedies less without any, at three assumed strengths.',
        zh: '有对策减无对策，三种假设的强度。',
      }),
      ...(economies > 1 ? [rangeOf(economies, language)] : []),
    ]),
    spacing: fontSize * 1.4,
    vconcat: Array.from({ length: lines }, (_, line): Panel => ({
      hconcat: all.slice(line * columns, (line + 1) * columns),
      spacing: gap,
      bounds: 'flush',
    })),
  };
}

/** What the panels have in common, in points. */
interface Place {
  readonly rows: readonly string[];
  readonly strengths: readonly string[];
  /** Width of the names of remedies. */
  readonly gutter: number;
  readonly width: number;
  readonly height: number;
}

/** The effects on one measure. */
function panel(
  { id, name }: (typeof measures)[number],
  table: readonly RemedyEffect[],
  { rows, strengths, gutter, width, height }: Place,
  isFirst: boolean,
  look: Theme,
  language: Language,
): Panel {
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
  const domain = [...strengths];
  const yOffset = { field: 'strength', scale: { domain } } as const;
  const color = colourOf(domain, language);
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
        encoding: { y, yOffset, x: { ...x, field: 'low' }, x2: { field: 'high' }, color },
      },
      {
        mark: { type: 'point', filled: true, size: (look.point * 0.8) ** 2, opacity: 1 },
        encoding: {
          ...{ y, yOffset, x: { ...x, field: 'mean' }, color },
          tooltip: [
            ...[{ field: 'remedies' }, { field: 'strength' }],
            { field: 'mean', title: name[language], format: '+.2%' },
          ],
        },
      },
    ],
  };
}

/** A shade for each strength, the darker the stronger. */
function colourOf(strengths: string[], language: Language) {
  const names = Object.fromEntries(strengths.map((one) => [one, named(one, language)]));
  return {
    field: 'strength',
    type: 'nominal',
    scale: {
      domain: strengths,
      range: [parts.light, '#b8860b', parts.dark].slice(0, strengths.length),
    },
    legend: {
      title: null,
      orient: 'bottom',
      labelExpr: `${JSON.stringify(names)}[datum.label]`,
    },
  } as const;
}

/** What each set of remedies does to welfare, with its interval. */
function altText(table: readonly RemedyEffect[], language: Language): string {
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
