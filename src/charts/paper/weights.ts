import type { TopLevelSpec } from 'vega-lite';
import type { DimensionInfluence } from '../../paper/index.ts';
import type { Cells, Drawing, PlotLayer } from '../chart.ts';
import { frame, roundAxis } from '../kit/frame.ts';
import { nameById, sourceLine } from './words.ts';
import { sideNames, roomForNames } from '../kit/side-names.ts';
import { ink, parts, type Theme } from '../theme.ts';
import { inWords, type Language } from '../../language.ts';
import { decimal, percent, punctuated } from '../kit/words.ts';

const title = {
  en: 'Weight of each dimension, and the influence that Table 6 gives it',
  zh: '各维度的权重与表 6 所示的影响力',
};
const markNames = {
  weight: { en: 'weight', zh: '权重' },
  influence: { en: 'influence', zh: '影响力' },
} as const;

/** Weights against influence by dimension: two marks a line, joined. */
export function paperWeights(
  rows: readonly DimensionInfluence[],
  rankCorrelation: number,
): Drawing {
  const table: Cells[] = rows.map(({ dimension, weight, influence }) => ({
    dimension,
    weight,
    influence,
  }));
  const finding = {
    en: `The paper finds that the two agree; their rank correlation is ${decimal(rankCorrelation, 2)}.`,
    zh: `论文认为两者一致；其秩相关系数为 ${decimal(rankCorrelation, 2)}。`,
  };
  return {
    table,
    spec: (look, language) => dumbbells(rows, look, language, finding[language]),
    caption: (language) =>
      inWords(language, {
        en: `Hollow: weight (Table 4). Filled: share of the dimension’s behaviours in the total of Table 6. ${finding.en} ${sourceLine.en}.`,
        zh: `空心：权重（表 4）；实心：该维度行为在表 6 影响力合计中的份额。${finding.zh}${sourceLine.zh}。`,
      }),
    altText: (language) =>
      punctuated(
        `${title[language]}: ${rows
          .map(
            ({ dimension, weight, influence }) =>
              `${nameById(`dimension:${dimension}`)[language]} ${percent(weight, 0)} → ${percent(influence)}`,
          )
          .join(', ')}. ${finding[language]}`,
        language,
      ),
  };
}

function dumbbells(
  rows: readonly DimensionInfluence[],
  look: Theme,
  language: Language,
  finding: string,
): TopLevelSpec {
  const { fontSize } = look;
  const values = rows.toReversed().map((row) => ({
    name: nameById(`dimension:${row.dimension}`)[language],
    weight: row.weight,
    influence: row.influence,
    weightText: percent(row.weight, 0),
    influenceText: percent(row.influence),
    rises: row.influence > row.weight,
  }));
  const names = values.map(({ name }) => name);
  const width = look.width - roomForNames(names, fontSize) - fontSize * 4;
  const { domain, ticks } = roundAxis(0, 0.5);
  // room at the left for the number beside the leftmost point
  const reach = [domain[0] - (fontSize * 2 * domain[1]) / width, domain[1]];
  const x = (field: string) =>
    ({
      field,
      type: 'quantitative',
      scale: { domain: reach, nice: false },
      axis: { title: null, values: ticks, format: '.0%', grid: true },
    }) as const;
  const y = sideNames(names);
  const label = (field: string, text: string, left: string): PlotLayer => ({
    mark: {
      type: 'text',
      align: { expr: `${left} ? 'right' : 'left'` },
      dx: { expr: `(${left} ? -1 : 1) * ${fontSize * 0.8}` },
    },
    encoding: { y, x: x(field), text: { field: text } },
  });
  return {
    ...frame(look, language, title[language], [
      finding,
      inWords(language, {
        en: `Hollow: ${markNames.weight.en} (Table 4). Filled: ${markNames.influence.en} (Table 6).`,
        zh: `空心：${markNames.weight.zh}（表 4）；实心：${markNames.influence.zh}（表 6）。`,
      }),
    ]),
    width,
    height: fontSize * 2.6 * names.length,
    data: { name: 'dimensions', values },
    layer: [
      {
        mark: { type: 'rule', color: ink.axis, strokeWidth: look.line * 1.5 },
        encoding: { y, x: x('weight'), x2: { field: 'influence' } },
      },
      {
        mark: { type: 'point', fill: 'white', stroke: parts.dark, strokeWidth: look.line * 1.5 },
        encoding: { y, x: x('weight') },
      },
      { mark: { type: 'point', color: parts.dark }, encoding: { y, x: x('influence') } },
      label('weight', 'weightText', 'datum.rises'),
      label('influence', 'influenceText', '!datum.rises'),
    ],
  };
}
