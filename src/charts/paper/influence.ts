import type { TopLevelSpec } from 'vega-lite';
import type { Influence } from '../../paper/index.ts';
import type { Cells, Drawing } from '../chart.ts';
import { frame, roundAxis } from '../kit/frame.ts';
import { nameById, sourceLine } from './words.ts';
import { sideNames, roomForNames } from '../kit/side-names.ts';
import { parts, type Theme } from '../theme.ts';
import { marks, type Language } from '../../language.ts';
import { decimal, punctuated } from '../kit/words.ts';

const title = {
  en: 'Influence of each behaviour on the Sesame score',
  zh: '各行为对芝麻信用评分的影响',
};
const axis = {
  en: 'influence (identity authentication = 100)',
  zh: '影响力（实名认证 = 100）',
};
const formula = {
  en: 'Influence = market share × weight ÷ behaviours in the dimension.',
  zh: '影响力 = 市场份额 × 维度权重 ÷ 维度内行为数。',
};

/** An influence with the digits that Table 6 prints for it. */
export interface PrintedInfluence extends Influence {
  readonly printed: string;
}

/** Table 6: nine bars, derived, each with its number as printed. */
export function paperInfluence(rows: readonly PrintedInfluence[]): Drawing {
  const table: Cells[] = rows
    .toSorted((a, b) => b.impact - a.impact)
    .map(({ behaviour, dimension, impact, printed }) => ({
      behaviour,
      dimension,
      impact,
      printed,
    }));
  const agree = rows.filter(({ impact, printed }) => rounds(impact, printed)).length;
  const finding = {
    en: `Bars follow from Tables 4 and 5; of the ${rows.length} numbers as printed, ${agree} agree with them to the last digit.`,
    zh: `条形由表 4、表 5 推得；${rows.length} 个印刷数值中有 ${agree} 个与之逐位一致。`,
  };
  return {
    table,
    spec: (look, language) => bars(table, look, language, finding[language]),
    caption: (language) =>
      [formula[language], finding[language], sourceLine[language] + marks[language].stop].join(
        marks[language].space,
      ),
    altText: (language) =>
      punctuated(
        `${title[language]}: ${table.map((row) => `${nameById(String(row['behaviour']))[language]} ${decimal(Number(row['impact']), 1)}`).join(', ')}.`,
        language,
      ),
  };
}

function rounds(value: number, printed: string): boolean {
  return value.toFixed(printed.split('.')[1]?.length ?? 0) === printed;
}

function bars(
  table: readonly Cells[],
  look: Theme,
  language: Language,
  finding: string,
): TopLevelSpec {
  const { fontSize } = look;
  const values = table.map((row) => ({
    ...row,
    name: nameById(String(row['behaviour']))[language],
    text: String(row['printed']),
  }));
  const names = values.map(({ name }) => name);
  const { domain, ticks } = roundAxis(0, 100);
  return {
    ...frame(look, language, title[language], [finding, formula[language]]),
    width: look.width - roomForNames(names, fontSize) - fontSize * 4,
    height: fontSize * 2.1 * names.length,
    data: { name: 'influence', values },
    encoding: {
      y: sideNames(names),
      x: {
        field: 'impact',
        type: 'quantitative',
        scale: { domain, nice: false },
        axis: { title: axis[language], values: ticks, grid: false },
      },
    },
    layer: [
      { mark: { type: 'bar', color: parts.light, height: { band: 0.7 } } },
      {
        mark: { type: 'text', align: 'left', dx: fontSize * 0.4 },
        encoding: { text: { field: 'text' } },
      },
    ],
  };
}
