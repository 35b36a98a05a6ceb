import type { TopLevelSpec } from 'vega-lite';
import type { Chart, ChartInputs, PlotAxes, PlotLayer, ScenarioFacts } from '../chart.ts';
import { experimentValues } from '../findings/inputs.ts';
import { shortest } from '../findings/title.ts';
import { estimate } from '../../math/interval.ts';
import { awayFromZero } from '../findings/zero.ts';
import { costPoints, triangleOf, type CostPoint } from './cost-points.ts';
import { asExperiment, singles } from '../kit/experiment-rows.ts';
import { apartLabels, fade, frame, percentFormat, roundAxis } from '../kit/frame.ts';
import { certainty, interval, lacks, nameInSentence, runIt } from '../kit/select.ts';
import type { InstitutionEstimate } from '../kit/select.ts';
import { lineLegend, panelsByInstitution } from '../kit/small-multiples.ts';
import { dashed, ink, parts, problems, type Theme } from '../theme.ts';
import { inWords, type Language } from '../../language.ts';
import { decimal, paragraph, percent } from '../kit/words.ts';

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
  experiment: 'cost-curves',
  draw(all) {
    const inputs = asExperiment(all, 'cost-curves');
    const table = costPoints(inputs);
    if (table.length === 0)
      return lacks({ en: 'experiment with cost curves', zh: '成本曲线实验' }, runIt('cost-curves'));
    const losses = singles(inputs, 'cost-curves', 'cost-curves:loss-true');
    return {
      table,
      spec: (look, language) => spec(inputs, table, losses, look, language),
      caption: (language) =>
        paragraph(
          [
            inWords(language, {
              en: 'A fee at signing, drawn by lot, is asked of approved applicants on top of their contract; who takes the loan at which price gives demand, average and marginal cost (Einav, Finkelstein & Cullen 2010). Prices and costs are present values per unit lent, over what the lender foresees. Lenders break even where average cost meets demand; the efficient price is where marginal cost does. The coloured triangle between is welfare lost; none is drawn where the curves do not meet at a price that was tried, or where the interval of the loss covers zero. ± is half of the 95% interval of the loss.',
              zh: '在合同之外向获批者随机收取签约费用，得到需求、平均成本与边际成本曲线（Einav、Finkelstein 与 Cullen 2010）。纵轴为贷款机构可预见成本之上的价格与成本，以每单位贷款的现值计。贷款机构在平均成本处收支相抵，而有效率的价格在边际成本处；彩色三角形为由此造成的福利损失；若曲线在所试价格内不相交，或损失的区间含零，则不绘三角形。± 为损失的 95% 置信区间之半。',
            }),
            certainty(inputs, language, false),
          ],
          language,
        ),
      altText: (language) => {
        const items = losses.map(
          (row) =>
            `${nameInSentence(row, language)} ${interval(row, (value) => percent(value, 2))}`,
        );
        return inWords(language, {
          en: `Cost curves, one panel an institution. Welfare lost, in percent of a loan per approved application: ${items.join(', ')}.`,
          zh: `成本曲线，每种征信模式一幅。福利损失（占贷款本金，每笔获批申请）：${items.join('，')}。`,
        });
      },
    };
  },
};

/** Whether adverse selection destroys anything that can be told, and under how many. */
function finding(inputs: ChartInputs, language: Language): string {
  if (inputs.scenario.replicates < 2)
    return inWords(language, {
      en: 'One replicate: no loss can be told',
      zh: '仅一次重复：福利损失无法判定',
    });
  const { up } = awayFromZero(
    inputs.scenario.institutions.map(({ id }) =>
      experimentValues(inputs, 'cost-curves', 'cost-curves:loss-true', id),
    ),
  );
  const all = inputs.scenario.institutions.length;
  if (up === 0)
    return inWords(language, {
      en: 'No sign that adverse selection destroys welfare',
      zh: '未见逆向选择造成福利损失',
    });
  const most = Math.max(
    ...inputs.scenario.institutions
      .map(
        ({ id }) =>
          estimate(experimentValues(inputs, 'cost-curves', 'cost-curves:loss-true', id)).high,
      )
      .filter((high) => !Number.isNaN(high)),
  );
  // The upper end of the widest interval, rounded upwards: `at most` holds for the loss, not only for its estimate.
  const digits = most >= 0.01 ? 0 : most >= 0.001 ? 1 : most >= 0.0001 ? 2 : 3;
  const size = percent(Math.ceil(most * 10 ** (2 + digits)) / 10 ** (2 + digits), digits);
  return inWords(language, {
    en: shortest([`Adverse selection destroys at most ${size} of a loan`], 'en'),
    zh: `${all} 种模式中有 ${up} 种因逆向选择损失福利，至多为贷款的 ${size}`,
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
  const { width, height, axisTitle, layout } = panelsByInstitution(scenario, look, language, {
    axis: inWords(language, { en: 'Price and cost (% of a loan)', zh: '费用与成本（占贷款额）' }),
    side: fontSize * 4.1,
    gap: fontSize * 2.6,
    least: fontSize * 10.5,
    // Lower on a slide, where eight keep their letters then.
    wanted: (wide) => Math.min(wide * (look.canvas === undefined ? 0.85 : 0.62), fontSize * 14),
  });
  const vertical = roundAxis(
    Math.min(...table.map(({ value }) => value)),
    Math.max(...table.map(({ value }) => value)),
    4,
  );
  const shares = table.map(({ share }) => share);
  const across = roundAxis(Math.min(...shares), Math.max(...shares), 3);
  const x = {
    field: 'share',
    type: 'quantitative',
    scale: { domain: across.domain, nice: false },
    axis: {
      title: inWords(language, { en: 'Take the loan', zh: '接受贷款的比例' }),
      values: across.ticks,
      format: percentFormat(across.ticks),
      grid: false,
      ...apartLabels(fontSize),
    },
  } as const;
  const y = {
    type: 'quantitative',
    scale: { domain: vertical.domain, nice: false },
    axis: {
      title: axisTitle,
      values: vertical.ticks,
      format: percentFormat(vertical.ticks),
    },
  } as const;
  return {
    ...frame(look, language, finding(inputs, language), [
      inWords(language, {
        en: 'Demand and cost of approved applicants at fees drawn by lot, in per cent of a loan; the triangle is welfare that adverse selection destroys.',
        zh: '获批者在随机费用之下的需求与成本，占贷款额的 %；三角形为逆向选择造成的福利损失。',
      }),
    ]),
    data: { name: 'curves', values: rowsOf(scenario, table, losses, language) },
    ...layout,
    spec: {
      width,
      height,
      layer: layersOf({ x, y }, height, look, language),
    },
  };
}

/** The points of the curves, the triangles where there is a loss, and what is written in each panel. */
function rowsOf(
  scenario: ScenarioFacts,
  table: readonly CostPoint[],
  losses: readonly InstitutionEstimate[],
  language: Language,
) {
  const shown = table.map((point) => ({
    ...point,
    name: lines.find(({ id }) => id === point.curve)?.name[language] ?? '',
  }));
  const shaded = scenario.institutions
    .filter(({ id }) => losses.some((loss) => loss.institution === id && (loss.low ?? 0) > 0))
    .flatMap(({ id }) => triangleOf(id, table))
    .map((one) => ({ ...one, kind: 'triangle' }));
  const notes = losses.map(({ institution, mean, high }) => ({
    institution,
    kind: 'note',
    text: `${inWords(language, { en: 'loss', zh: '损失' })} ${lossText(mean, high)}`,
  }));
  return [...shown.map((one) => ({ ...one, kind: 'curve' })), ...shaded, ...notes];
}

/** Triangles, curves, and the loss in a corner, in panels of this height in points. */
function layersOf(
  { x, y }: PlotAxes,
  height: number,
  look: Theme,
  language: Language,
): PlotLayer[] {
  const names = lines.map(({ name }) => name[language]);
  const legend = lineLegend(look);
  return [
    {
      transform: [{ filter: "datum.kind === 'triangle'" }],
      mark: { type: 'area', color: problems.selection, opacity: 0.7, clip: true },
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
        // Demand falls from the upper left, so the lower left is free.
        align: 'left',
        baseline: 'bottom',
        x: 3,
        y: height - 2,
        color: ink.quiet,
      },
      encoding: { text: { field: 'text' }, opacity: fade },
    },
  ];
}

/** `0.22 ± 0.08%`: what is lost, with half of its interval where there is one. */
function lossText(mean: number | null, high: number | null): string {
  if (mean === null || high === null) return percent(mean ?? NaN, 3);
  return `${decimal(100 * mean, 3)} ± ${percent(high - mean, 3)}`;
}
