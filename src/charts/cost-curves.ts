import type { TopLevelSpec } from 'vega-lite';
import type { Chart, ChartInputs } from './chart.ts';
import { triangleOf, type CostPoint } from './cost-triangle.ts';
import { asExperiment, curves, singles, type CurvePoint } from './experiment-rows.ts';
import { fade, frame, grid, percentFormat, roundAxis } from './frame.ts';
import { nameExpression } from './institutions.ts';
import { footing, interval, lacks, nameOf, type InstitutionEstimate } from './select.ts';
import { dashed, ink, parts, type Theme } from './theme.ts';
import { paragraph, percent, type Language } from './words.ts';

const title = {
  en: 'Demand and cost: what adverse selection destroys',
  zh: '需求与成本：逆向选择的无谓损失',
};

const lines = [
  { id: 'demand', name: { en: 'demand', zh: '需求' }, colour: parts.dark, dash: [] },
  { id: 'average', name: { en: 'average cost', zh: '平均成本' }, colour: '#7a8b99', dash: [5, 2] },
  {
    id: 'marginal',
    name: { en: 'marginal cost', zh: '边际成本' },
    colour: '#7a8b99',
    dash: [1.5, 1.5],
  },
] as const;

/** Einav, Finkelstein & Cullen's picture: demand, average and marginal cost, and the triangle between them. */
export const costCurves: Chart = {
  id: 'cost-curves',
  title,
  draw(all) {
    const inputs = asExperiment(all, 'cost-curves');
    const table = points(inputs);
    if (table.length === 0)
      return lacks(
        { en: 'experiment with cost curves', zh: '成本曲线实验' },
        {
          en: 'Run it with: creditlab experiment cost-curves.',
          zh: '请先运行：creditlab experiment cost-curves。',
        },
      );
    const losses = singles(inputs, 'cost-curves', 'cost-curves:loss-true');
    return {
      table,
      spec: (look, language) => spec(inputs, table, losses, look, language),
      caption: (language) =>
        paragraph(
          [
            language === 'zh'
              ? '向获批者随机收取费用，得到需求、平均成本与边际成本曲线（Einav、Finkelstein 与 Cullen 2010）。纵轴为贷款人可预见成本之上的价格与成本。贷款人在平均成本处收支相抵，而有效率的价格在边际成本处；阴影三角形为由此造成的福利损失；若曲线在所试价格内不相交，则不绘三角形。'
              : 'A fee drawn by lot is asked of approved applicants; who takes the loan at which price gives demand, average and marginal cost (Einav, Finkelstein & Cullen 2010). Prices and costs are over what the lender foresees. Lenders break even where average cost meets demand; the efficient price is where marginal cost does. The shaded triangle between is welfare lost; none is drawn where the curves do not meet at a price that was tried.',
            `${footing(inputs, language)}${language === 'zh' ? '。' : '.'}`,
          ],
          language,
        ),
      altText: (language) => {
        const items = losses.map(
          (row) => `${nameOf(row, language)} ${interval(row, (value) => percent(value, 2))}`,
        );
        return language === 'zh'
          ? `成本曲线，每类机构一幅。福利损失（占贷款本金，每笔获批申请）：${items.join('，')}。`
          : `Cost curves, one panel an institution. Welfare lost, in percent of a loan per approved application: ${items.join(', ')}.`;
      },
    };
  },
};

/** The exact curves; each price is one point of each. */
function points(inputs: ChartInputs): CostPoint[] {
  const read = (name: string) => curves(inputs, 'cost-curves', `cost-curves:${name}-true`);
  const demand = read('demand');
  const costs = { average: read('average-cost'), marginal: read('marginal-cost') };
  return demand.flatMap(({ institution, label, at, mean: share }) => {
    if (share === null) return [];
    const cost = (of: readonly CurvePoint[]) =>
      of.find((one) => one.institution === institution && one.at === at)?.mean ?? null;
    const values = { demand: at, average: cost(costs.average), marginal: cost(costs.marginal) };
    return lines.flatMap(({ id }): CostPoint[] => {
      const value = values[id];
      return value === null ? [] : [{ institution, label, curve: id, share, value }];
    });
  });
}

function spec(
  inputs: ChartInputs,
  table: readonly CostPoint[],
  losses: readonly InstitutionEstimate[],
  look: Theme,
  language: Language,
): TopLevelSpec {
  const { fontSize } = look;
  const { scenario } = inputs;
  const zh = language === 'zh';
  const room = look.width - fontSize * 6;
  const gap = fontSize * 2.6;
  const { columns, width } = grid(room, gap, fontSize * 10.5, scenario.institutions.length);
  const vertical = roundAxis(
    Math.min(...table.map(({ value }) => value)),
    Math.max(...table.map(({ value }) => value)),
    4,
  );
  const across = roundAxis(0, Math.max(...table.map(({ share }) => share)), 3);
  const x = {
    field: 'share',
    type: 'quantitative',
    scale: { domain: across.domain, nice: false },
    axis: {
      title: zh ? '接受贷款的比例' : 'Take the loan',
      values: across.ticks,
      format: percentFormat(across.ticks),
      grid: false,
    },
  } as const;
  const y = {
    type: 'quantitative',
    scale: { domain: vertical.domain, nice: false },
    axis: {
      title: zh ? '价格与成本（占本金）' : 'Price and cost (% of a loan)',
      values: vertical.ticks,
      format: percentFormat(vertical.ticks),
    },
  } as const;
  const names = lines.map(({ name }) => name[language]);
  const legend = {
    title: null,
    orient: 'top',
    direction: look.width < fontSize * 50 ? 'vertical' : 'horizontal',
    symbolType: 'stroke',
    symbolSize: (fontSize * 2.4) ** 2,
    symbolStrokeWidth: look.line * 2,
  } as const;
  const shown = table.map((point) => ({
    ...point,
    name: lines.find(({ id }) => id === point.curve)?.name[language] ?? '',
  }));
  const shaded = scenario.institutions
    .flatMap(({ id }) => triangleOf(id, table))
    .map((one) => ({ ...one, kind: 'triangle' }));
  const notes = losses.map(({ institution, mean }) => ({
    institution,
    kind: 'note',
    text: `${zh ? '损失' : 'loss'} ${percent(mean ?? NaN, 2)}`,
  }));
  return {
    ...frame(look, language, title[language], [footing(inputs, language)]),
    data: {
      name: 'curves',
      values: [...shown.map((one) => ({ ...one, kind: 'curve' })), ...shaded, ...notes],
    },
    spacing: gap,
    columns,
    facet: {
      field: 'institution',
      type: 'nominal',
      sort: scenario.institutions.map(({ id }) => id),
      header: {
        title: null,
        labelExpr: nameExpression(scenario, look, language, width - fontSize),
        labelAnchor: 'start',
        labelLimit: 0,
        labelPadding: fontSize * 0.5,
      },
    },
    spec: {
      width,
      height: Math.round(Math.min(width * 0.85, fontSize * 14)),
      layer: [
        {
          transform: [{ filter: "datum.kind === 'triangle'" }],
          mark: { type: 'area', color: '#e3b7a0', clip: true },
          encoding: { x, y: { ...y, field: 'price' }, y2: { field: 'cost' }, opacity: fade },
        },
        {
          transform: [{ filter: "datum.kind === 'curve'" }],
          mark: { type: 'line', clip: true },
          encoding: {
            x,
            y: { ...y, field: 'value' },
            color: {
              field: 'name',
              type: 'nominal',
              scale: { domain: names, range: lines.map(({ colour }) => colour) },
              legend,
            },
            strokeDash: {
              field: 'name',
              type: 'nominal',
              scale: { domain: names, range: lines.map(({ dash }) => dashed(dash, look)) },
              legend,
            },
            opacity: fade,
          },
        },
        {
          transform: [{ filter: "datum.kind === 'note'" }],
          mark: {
            type: 'text',
            align: 'right',
            baseline: 'top',
            x: width - 2,
            y: 2,
            color: ink.quiet,
          },
          encoding: { text: { field: 'text' }, opacity: fade },
        },
      ],
    },
  };
}
