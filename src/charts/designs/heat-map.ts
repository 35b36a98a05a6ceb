import type { TopLevelSpec } from 'vega-lite';
import type { Cells, Drawing } from '../chart.ts';
import { institutionName } from '../../institution-names.ts';
import { frame, percentFormat } from '../kit/frame.ts';
import { panelsByInstitution } from '../kit/small-multiples.ts';
import { wrapToPoints } from '../kit/text.ts';
import { decimal, paragraph, percent } from '../kit/words.ts';
import type { Theme } from '../theme.ts';
import { inWords, type Language, type Words } from '../../language.ts';
import {
  designSource,
  factorAxis,
  factorWithKey,
  leftOutText,
  withUnit,
  type DesignFacts,
} from './facts.ts';

/** One cell: a measure under an institution at two values. */
export interface HeatRow extends Cells {
  readonly institution: string;
  readonly x: number | string;
  readonly y: number | string;
  readonly mean: number | null;
}

/** What a heat map is of. */
export interface HeatFrame {
  readonly title: Words;
  readonly measure: Words;
  readonly unit: Words;
  readonly factor: number;
  /** Keys of the two factors. */
  readonly x: string;
  readonly y: string;
}

/** A measure over two factors, a panel an institution, all in the same colours. */
export function heatMap(facts: DesignFacts, about: HeatFrame, rows: readonly HeatRow[]): Drawing {
  return {
    behind: { points: facts.points, intervals: 'none' },
    table: rows.map(({ x, y, ...rest }): Cells => ({ [about.x]: x, [about.y]: y, ...rest })),
    spec: (look, language) => spec(facts, about, rows, look, language),
    caption: (language) => {
      const told = (key: string) => factorWithKey(facts, key, language);
      return paragraph(
        [
          inWords(language, {
            en: `${about.title.en}, over ${told(about.x)} and ${told(about.y)}, a panel an institution; means over replicates, all panels in the same colours.`,
            zh: `${about.title.zh}：以${told(about.x)}与${told(about.y)}为轴，每种征信模式一幅；为各次重复的均值，颜色尺度相同。`,
          }),
          designSource(facts, language),
        ],
        language,
      );
    },
    altText: (language) => altText(facts, about, rows, language),
  };
}

function spec(
  facts: DesignFacts,
  { title, measure, unit, factor, x, y }: HeatFrame,
  rows: readonly HeatRow[],
  look: Theme,
  language: Language,
): TopLevelSpec {
  const { fontSize } = look;
  const { panels, xTitle } = sized(facts, { x, y }, look, language);
  const values = rows.map((row) => row.mean).filter((value) => value !== null);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const format = factor === 100 ? percentFormat([low, low + (high - low) / 4]) : undefined;
  const written = (value: number) => (factor === 100 ? percent(value) : decimal(factor * value, 2));
  const spread = (from: number, to: number) =>
    inWords(language, {
      en: `${measure.en}: ${written(from)} to ${written(to)} over both factors`,
      zh: `${measure.zh}：在两个因素上介于 ${written(from)} 至 ${written(to)}`,
    });
  const levels = (of: 'x' | 'y') => [...new Set(rows.map((row) => row[of]))];
  // Twenty-eight values leave no room for every label.
  const thin = { labelOverlap: 'greedy', labelSeparation: fontSize * 0.6 } as const;
  const axis = { ...thin, labelAngle: 0, grid: false };
  return {
    ...frame(look, language, spread(low, high), [
      inWords(language, {
        en: `${title.en}: means over replicates${leftOutText(facts, language)}.`,
        zh: `${title.zh}：各次重复的均值${leftOutText(facts, language)}。`,
      }),
    ]),
    data: { name: 'cells', values: [...rows] },
    ...panels.layout,
    spec: {
      width: panels.width,
      height: panels.height,
      mark: { type: 'rect' },
      encoding: {
        x: {
          ...{ field: 'x', type: 'ordinal', scale: { domain: levels('x') } },
          axis: { ...axis, title: xTitle },
        },
        y: {
          ...{ field: 'y', type: 'ordinal', scale: { domain: levels('y').toReversed() } },
          axis: { ...axis, title: panels.axisTitle },
        },
        color: {
          ...{ field: 'mean', type: 'quantitative' },
          scale: { scheme: 'viridis', domain: [low, high] },
          legend: {
            ...legendOf(withUnit(measure, unit, language), look),
            ...(format === undefined ? {} : { format }),
          },
        },
      },
    },
  };
}

/** A slide has no height to spare, so the legend stands beside the panels, this many letters wide. */
const legendLetters = 8;

function legendOf(title: string, look: Theme) {
  const { fontSize } = look;
  const [orient, letters] = isSlide(look) ? (['right', 10] as const) : (['top', 16] as const);
  return {
    ...{ orient, gradientLength: fontSize * letters, titleLimit: look.width * 0.8 },
    title: isSlide(look) ? wrapToPoints(title, fontSize * legendLetters, fontSize) : title,
  };
}

const isSlide = ({ canvas }: Theme) => canvas !== undefined;

/** The panels, as high as the title under the last line of them leaves room for, and that title in its lines. */
function sized(
  facts: DesignFacts,
  { x, y }: Pick<HeatFrame, 'x' | 'y'>,
  look: Theme,
  language: Language,
) {
  const { fontSize } = look;
  const room = isSlide(look)
    ? { ...look, width: look.width - fontSize * (legendLetters + 2) }
    : look;
  const panelsOver = (lines: number) =>
    panelsByInstitution(facts.scenario, room, language, {
      axis: factorAxis(facts, y, language),
      ...{ side: fontSize * 3, gap: fontSize * 1.6 },
      least: fontSize * (isSlide(look) ? 7.5 : 13),
      wanted: (wide) => Math.min(wide * (isSlide(look) ? 0.68 : 0.8), fontSize * 16),
      below: fontSize * 1.3 * (lines - 1),
    });
  const titleUnder = (width: number) =>
    wrapToPoints(factorAxis(facts, x, language), width, fontSize, 5);
  const panels = panelsOver(titleUnder(panelsOver(1).width).length);
  return { panels, xTitle: titleUnder(panels.width) };
}

/** Of each institution, where the measure is least and where it is most. */
function altText(
  facts: DesignFacts,
  { title, factor, unit, x, y }: HeatFrame,
  rows: readonly HeatRow[],
  language: Language,
): string {
  const told = (key: string) => factorWithKey(facts, key, language);
  const items = facts.scenario.institutions.flatMap((one) => {
    const own = rows
      .flatMap((row) =>
        row.institution === one.id && row.mean !== null ? [{ ...row, mean: row.mean }] : [],
      )
      .toSorted((a, b) => a.mean - b.mean);
    const [least, most] = [own[0], own.at(-1)];
    if (!least || !most) return [];
    const show = (row: typeof least) => {
      const value = decimal(factor * row.mean, factor === 100 ? 1 : 4);
      return inWords(language, {
        en: `${value} (at ${row.x}, ${row.y})`,
        zh: `${value}（${row.x}，${row.y}）`,
      });
    };
    const name = institutionName(one, language);
    return inWords(language, {
      en: `${name} from ${show(least)} to ${show(most)}`,
      zh: `${name}从 ${show(least)}到 ${show(most)}`,
    });
  });
  return inWords(language, {
    en: `${title.en}, heat map over ${told(x)} and ${told(y)} (${unit.en}): ${items.join('; ')}.`,
    zh: `${title.zh}，以${told(x)}与${told(y)}为轴的热图（${unit.zh}）：${items.join('；')}。`,
  });
}
