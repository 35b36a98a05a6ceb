import type { TopLevelSpec } from 'vega-lite';
import type { Chart, ChartInputs, PlotAxes, PlotLayer, ScenarioFacts } from '../chart.ts';
import { curveValues } from '../findings/inputs.ts';
import { countOf } from '../findings/numbers.ts';
import { awayFromZero } from '../findings/zero.ts';
import { asExperiment, curves, type CurvePoint } from '../kit/experiment-rows.ts';
import { fade, frame, roundAxis } from '../kit/frame.ts';
import { institutionDash, institutionLegend, institutionScales } from '../kit/institutions.ts';
import { pointsExpression } from '../kit/row-layers.ts';
import { certainty, interval, lacks, nameInSentence, runIt } from '../kit/select.ts';
import { paragraph, signedPoints } from '../kit/words.ts';
import { ink, type Theme } from '../theme.ts';
import { inWords, type Language } from '../../language.ts';

const measure = 'lemons:hidden-by-dial';

/** Safe types that hidden types drive away, along the dial ω of the economy: a line an institution. */
export const lemonsDial: Chart = {
  id: 'lemons-dial',
  title: { en: 'Safe types driven away, by what risk is worth', zh: '被逐出的安全型与风险的价值' },
  experiment: 'lemons',
  draw(all) {
    const inputs = asExperiment(all, 'lemons');
    const table = curves(inputs, 'lemons', measure);
    if (table.length === 0)
      return lacks({ en: 'experiment with the dial ω', zh: '刻度 ω 的实验' }, runIt('lemons'));
    return {
      table: table.map(({ at, ...row }) => ({ dial: at, ...row })),
      spec: (look, language) => spec(inputs, table, look, language),
      caption: (language) =>
        paragraph(
          [
            inWords(language, {
              en: 'The dial ω: at 0 good projects are risky too (de Meza & Webb), at 1 risk is a mean-preserving spread, at 2 the market is one of lemons. Upright: the share of safe types among approved applications less that among those of them that are taken, the actual world less the one in which types are visible.',
              zh: '刻度 ω：0 为好项目风险也高（de Meza–Webb），1 为均值不变的风险扩散，2 为柠檬市场。纵轴：获批申请与其中成为贷款者的安全型比例之差，现实世界减类型可见的世界。',
            }),
            certainty(inputs, language),
          ],
          language,
        ),
      altText: (language) => altText(inputs, table, language),
    };
  },
};

function finding(inputs: ChartInputs, table: readonly CurvePoint[], language: Language): string {
  const places = table.map(({ at }) => at);
  const [low, high] = [Math.min(...places), Math.max(...places)];
  if (inputs.scenario.replicates < 2)
    return inWords(language, {
      en: 'One replicate: what hidden types do cannot be told',
      zh: '仅一次重复：隐藏类型的影响无法判定',
    });
  const rises = inputs.scenario.institutions.map(({ id }) => {
    const at = (place: number) => curveValues(inputs, 'lemons', measure, id, place);
    const start = at(low);
    return at(high).map((value, r) => value - start[r]);
  });
  const { up } = awayFromZero(rises);
  const all = rises.length;
  if (up === 0)
    return inWords(language, {
      en: 'No sign that a higher ω drives out the safe',
      zh: '未见 ω 越高安全型被逐出越多',
    });
  return inWords(language, {
    en: `Higher ω drives out the safe under ${countOf(up, all)}`,
    zh: `${all} 种模式中 ${up} 种在 ω 越高时逐出越多安全型`,
  });
}

function spec(
  inputs: ChartInputs,
  table: readonly CurvePoint[],
  look: Theme,
  language: Language,
): TopLevelSpec {
  const { fontSize } = look;
  const { scenario } = inputs;
  const ends = table.flatMap(({ mean, low, high }) => [mean ?? 0, low ?? 0, high ?? 0]);
  const axis = roundAxis(Math.min(0, ...ends), Math.max(0, ...ends), 5);
  const width = Math.floor(look.width - fontSize * 6);
  const places = [...new Set(table.map(({ at }) => at))].toSorted((a, b) => a - b);
  const step = places.length > 1 ? places[1] - places[0] : 1;
  const ids = scenario.institutions.map(({ id }) => id);
  // Intervals stand beside each other, so that none covers another.
  const shown = table.map((point) => ({
    ...point,
    place: point.at + step * 0.4 * ((ids.indexOf(point.institution) + 0.5) / ids.length - 0.5),
  }));
  const span = [places[0] - step * 0.3, (places.at(-1) ?? 1) + step * 0.3];
  const x = {
    field: 'place',
    type: 'quantitative',
    scale: { domain: span, nice: false },
    axis: { title: inWords(language, { en: 'Dial ω', zh: '刻度 ω' }), values: places, grid: false },
  } as const;
  const y = {
    type: 'quantitative',
    scale: { domain: axis.domain, nice: false },
    axis: {
      title: inWords(language, {
        en: 'Safe types driven away, points',
        zh: '被逐出的安全型（百分点）',
      }),
      values: axis.ticks,
      tickCount: axis.ticks.length,
      labelExpr: pointsExpression(axis.ticks),
    },
  } as const;
  return {
    ...frame(look, language, finding(inputs, table, language), [
      inWords(language, {
        en: 'Safe types that hidden types drive away, in points of loans, among approved applications.',
        zh: '隐藏类型逐出的安全型，占贷款的百分点，获批申请。',
      }),
    ]),
    width,
    height: Math.round(Math.min(look.height * 0.8, width * 0.55)),
    data: { name: 'dial', values: shown },
    layer: layersOf({ x, y }, scenario, look, language),
  };
}

/** The line at zero, intervals, and a line for each institution. */
function layersOf(
  { x, y }: PlotAxes,
  scenario: ScenarioFacts,
  look: Theme,
  language: Language,
): PlotLayer[] {
  const scales = institutionScales(scenario, look);
  const legend = institutionLegend(scenario, look, language, 'bottom');
  const colour = { field: 'institution', type: 'nominal', scale: scales.colour, legend } as const;
  return [
    {
      data: { values: [{ level: 0 }] },
      mark: { type: 'rule', color: ink.axis },
      encoding: { y: { ...y, field: 'level' } },
    },
    {
      mark: { type: 'rule', strokeWidth: look.line * 0.8 },
      encoding: {
        ...{ x, y: { ...y, field: 'low' }, y2: { field: 'high' } },
        ...{ color: colour, opacity: fade },
      },
    },
    {
      mark: { type: 'line', strokeWidth: look.line * 1.5 },
      encoding: {
        x,
        y: { ...y, field: 'mean' },
        color: colour,
        strokeDash: institutionDash(scenario, look, legend),
        opacity: fade,
      },
    },
  ];
}

function altText(inputs: ChartInputs, table: readonly CurvePoint[], language: Language): string {
  const items = inputs.scenario.institutions.flatMap(({ id, label }) => {
    const own = table.filter(({ institution }) => institution === id);
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) return [];
    const name = nameInSentence({ institution: id, label }, language);
    return inWords(language, {
      en: `${name} from ${interval(first, signedPoints)} to ${interval(last, signedPoints)}`,
      zh: `${name}从 ${interval(first, signedPoints)} 到 ${interval(last, signedPoints)}`,
    });
  });
  return inWords(language, {
    en: `Lines, one an institution. Safe types driven away, in points, from the lowest ω to the highest: ${items.join('; ')}.`,
    zh: `折线图，每种征信模式一条线。被逐出的安全型（百分点），从最低的 ω 到最高的 ω：${items.join('；')}。`,
  });
}
