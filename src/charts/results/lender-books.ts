import type { TopLevelSpec } from 'vega-lite';
import type { Language } from '../../language.ts';
import type { Chart, ChartInputs, Panel } from '../chart.ts';
import { fade, frame, roundAxis } from '../kit/frame.ts';
import { institutionLegend, institutionScales } from '../kit/institutions.ts';
import { pointsExpression } from '../kit/row-layers.ts';
import { certainty, lacks } from '../kit/select.ts';
import { grid } from '../kit/small-multiples.ts';
import { textWidth, wrap } from '../kit/text.ts';
import { decimal, paragraph, percent } from '../kit/words.ts';
import { lenderName } from '../kit/lenders.ts';
import { ink, type Theme } from '../theme.ts';
import { columnsDrawn, entries, type Entry } from './lender-books-table.ts';

const title = { en: 'What lenders expect, get and earn', zh: '贷款机构的预期、结果与收益' };

/** The lenders' own books: whether they get the loans they are asked for, know their risks and live. */
export const lenderBooks: Chart = {
  id: 'lender-books',
  title,
  draw(inputs) {
    const table = entries(inputs);
    if (table.every(({ mean }) => mean === null))
      return lacks(
        { en: 'books of the lenders', zh: '贷款机构的账目' },
        { en: 'Run the scenario again.', zh: '请重新运行情景。' },
      );
    return {
      table,
      spec: (look, language) => spec(inputs, table, look, language),
      caption: (language) =>
        paragraph(
          [
            language === 'zh'
              ? '各贷款机构：其贷款份额与询价份额之差；签约时预期的违约减贷款存续期内实际的违约；已实现利润占本金的 %。'
              : 'Each lender’s share of all loans less its share of all askings; the default that it expects at signing less what comes over the loan’s life; realised profit in per cent of what it lent.',
            certainty(inputs, language),
          ],
          language,
        ),
      altText: (language) => altText(table, language),
    };
  },
};

function spec(
  inputs: ChartInputs,
  table: readonly Entry[],
  look: Theme,
  language: Language,
): TopLevelSpec {
  const { fontSize } = look;
  const { scenario } = inputs;
  const lenders = [...new Set(table.map(({ lender }) => lenderName(lender, language)))];
  const gutter = Math.max(...lenders.map((name) => textWidth(name, fontSize))) + fontSize;
  const gap = fontSize * 2.4;
  const { columns, width } = grid(
    look.width - gutter - fontSize,
    gap,
    fontSize * 8,
    columnsDrawn.length,
  );
  const lines = Math.ceil(columnsDrawn.length / columns);
  const around = look.titleSize * 1.3 + fontSize * 12;
  const wanted = lenders.length * Math.max(2.4, scenario.institutions.length * 0.55) * fontSize;
  const height = Math.round(
    Math.max(
      lenders.length * fontSize * 1.6,
      Math.min(wanted, (look.tallest - around) / lines - fontSize * 5),
    ),
  );
  const panels = columnsDrawn.map(({ id, axis }, k) =>
    panel(
      scenario,
      table
        .filter(({ measure }) => measure === id)
        .map((row) => ({ ...row, lender: lenderName(row.lender, language) })),
      { id, title: axis[language], lenders, gutter, width, height, named: k % columns === 0 },
      look,
      language,
    ),
  );
  return {
    ...frame(look, language, finding(table, language), [
      language === 'zh'
        ? '各贷款机构：贷款份额、对违约的预期与利润。'
        : 'Each lender: its share of loans, what it expects of default, and its profit.',
    ]),
    spacing: fontSize * 1.4,
    vconcat: Array.from({ length: lines }, (_, line): Panel => {
      const beside = panels.slice(line * columns, (line + 1) * columns);
      return { hconcat: beside, spacing: gap, bounds: 'flush' };
    }),
  };
}

interface Place {
  readonly id: string;
  readonly title: string;
  readonly lenders: readonly string[];
  readonly gutter: number;
  readonly width: number;
  readonly height: number;
  /** Whether lenders' names stand at its side. */
  readonly named: boolean;
}

function panel(
  scenario: ChartInputs['scenario'],
  rows: readonly Entry[],
  { id, title: name, lenders, gutter, width, height, named }: Place,
  look: Theme,
  language: Language,
): Panel {
  const zh = language === 'zh';
  const scales = institutionScales(scenario, look);
  const ends = rows.flatMap(({ mean, low, high }) => [mean ?? 0, low ?? 0, high ?? 0]);
  const axis = roundAxis(Math.min(0, ...ends), Math.max(0, ...ends), 3);
  const legend = institutionLegend(scenario, look, language, 'bottom');
  const x = {
    type: 'quantitative',
    scale: { domain: axis.domain, nice: false },
    axis: {
      title: wrap(name, width, look.fontSize),
      values: axis.ticks,
      tickCount: axis.ticks.length,
      labelExpr: pointsExpression(axis.ticks),
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
  const yOffset = {
    field: 'institution',
    type: 'nominal',
    scale: { domain: scenario.institutions.map((one) => one.id) },
  } as const;
  const colour = { field: 'institution', type: 'nominal', scale: scales.colour, legend } as const;
  return {
    width,
    height,
    layer: [
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
            { field: 'label', title: zh ? '征信模式' : 'institution' },
            { field: 'lender', title: zh ? '贷款机构' : 'lender' },
            { field: 'mean', title: name, format: '+.2%' },
          ],
        },
      },
    ],
  };
}

/** What lenders earn, over all of them; a range only where its ends are apart. */
function finding(table: readonly Entry[], language: Language): string {
  const zh = language === 'zh';
  const earned = table.filter(({ measure, mean }) => measure === 'return' && mean !== null);
  if (earned.length === 0) return zh ? '无人放贷' : 'Nobody lends';
  const sorted = earned.toSorted((a, b) => (a.mean ?? 0) - (b.mean ?? 0));
  const [least, most] = [sorted[0], sorted[sorted.length - 1]];
  const loses = earned.filter(({ high }) => high !== null && high < 0).length;
  if (loses > 0)
    return zh
      ? `${earned.length} 例中有 ${loses} 例贷款机构亏损`
      : `Lenders lose in ${loses} of ${earned.length} cases`;
  const isApart = (least.high ?? Infinity) < (most.low ?? -Infinity);
  const middle = sorted[Math.floor(sorted.length / 2)].mean ?? NaN;
  if (!isApart)
    return zh
      ? `贷款机构的利润约为本金的 ${percent(middle)}`
      : `Lenders earn about ${percent(middle)} of what they lend`;
  const [low, high] = [least.mean ?? NaN, most.mean ?? NaN].map((value) => decimal(100 * value, 1));
  return zh
    ? `贷款机构的利润为本金的 ${low}% 至 ${high}%`
    : `Lenders earn ${low} to ${high}% of what they lend`;
}

/** The least and the most of each column over all lenders and institutions. */
function altText(table: readonly Entry[], language: Language): string {
  const zh = language === 'zh';
  const lines = columnsDrawn.flatMap(({ id, axis }) => {
    const found = table
      .filter(({ measure, mean }) => measure === id && mean !== null)
      .toSorted((a, b) => (a.mean ?? 0) - (b.mean ?? 0));
    const [least, most] = [found[0], found.at(-1)];
    if (least === undefined || most === undefined) return [];
    const at = (entry: Entry) =>
      `${decimal(100 * (entry.mean ?? NaN), 1)} (${lenderName(entry.lender, language)})`;
    return [
      zh
        ? `${axis.zh}：从 ${at(least)} 到 ${at(most)}。`
        : `${axis.en}: from ${at(least)} to ${at(most)}.`,
    ];
  });
  return paragraph(
    [zh ? '点图，每家贷款机构一行。' : 'Dot plot, one row a lender.', ...lines],
    language,
  );
}
