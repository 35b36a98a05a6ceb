import type { TopLevelSpec } from 'vega-lite';
import type { Cell, Cells, Drawing, PlotLayer, ScenarioFacts } from '../chart.ts';
import { institutionName } from '../../institution-names.ts';
import { frame } from '../kit/frame.ts';
import { institutionLegend, institutionScales } from '../kit/institutions.ts';
import { wrapToPoints } from '../kit/text.ts';
import { enumerate, paragraph, percent } from '../kit/words.ts';
import { shortest } from '../findings/title.ts';
import { ink, type Theme } from '../theme.ts';
import { inWords, type Language, type Words } from '../../language.ts';
import { designSource, factorAxis, factorWithKey, leftOutText, type DesignFacts } from './facts.ts';

/** A point, or a cell of a grid, and who is first there. */
export interface FirstPoint {
  readonly x: number | string;
  readonly y: number | string;
  /** Id of who is first. */
  readonly institution: string;
  /** Share of the points of a cell at which it is; 1 of a single point. */
  readonly share: number;
}

/** The two factors that a map is over. */
export interface MapAxes {
  readonly x: string;
  readonly y: string;
  /** Whether points stand on a grid, whose cells are filled; else each is a mark. */
  readonly isGrid: boolean;
}

/**
 * Who is first over two factors: cells of a grid, or marks where points are drawn. Of a cell with several points the
 * institution that is first at most of them, the paler the fewer.
 *
 * @param places how often each institution is first over all points, most often first
 */
export function firstMap(
  facts: DesignFacts,
  title: Words,
  axes: MapAxes,
  points: readonly FirstPoint[],
  places: readonly { readonly institution: string; readonly share: number }[],
): Drawing {
  const seen = facts.scenario.institutions.filter(({ id }) =>
    points.some(({ institution }) => institution === id),
  );
  const scenario: ScenarioFacts = { ...facts.scenario, institutions: seen };
  return {
    behind: { points: facts.points, intervals: 'none' },
    table: points.map(({ x, y, ...rest }): Cells => ({ [axes.x]: x, [axes.y]: y, ...rest })),
    spec: (look, language) =>
      spec(
        { ...facts, scenario },
        { title, finding: finding(facts, title, places, language) },
        axes,
        points,
        look,
        language,
      ),
    caption: (language) => caption(facts, title, axes, language),
    altText: (language) => {
      const name = (id: string) => {
        const one = facts.scenario.institutions.find((each) => each.id === id);
        return one ? institutionName(one, language) : id;
      };
      const told = (key: string) => factorWithKey(facts, key, language);
      const items = places
        .filter(({ share }) => share > 0)
        .map(({ institution, share }) => `${name(institution)} ${percent(share)}`);
      return inWords(language, {
        en: `${title.en}, a map over ${told(axes.x)} and ${told(axes.y)}. Share of points at which each is first: ${items.join(', ')}.`,
        zh: `${title.zh}，以${told(axes.x)}与${told(axes.y)}为轴的图。居首的点所占比例：${items.join('，')}。`,
      });
    },
  };
}

/** Who is first at most points, and at how many; the question where nobody is. */
function finding(
  { scenario, points }: DesignFacts,
  title: Words,
  places: readonly { readonly institution: string; readonly share: number }[],
  language: Language,
): string {
  const most = Math.max(0, ...places.map(({ share }) => share));
  const leading = places.filter(({ share }) => share === most && share > 0);
  const names = leading.map(({ institution }) => {
    const one = scenario.institutions.find(({ id }) => id === institution);
    return one ? institutionName(one, language) : institution;
  });
  if (names.length === 0) return title[language];
  const each = enumerate(names, language);
  return shortest(
    inWords(language, {
      en: [
        `${each}: first at ${percent(most, 0)} of ${points} points`,
        `${names.length} institutions are first at ${percent(most, 0)} each`,
      ],
      zh: [
        `${each}在 ${points} 个点中的 ${percent(most, 0)} 居首`,
        `${names.length} 种征信模式各在 ${percent(most, 0)} 的点居首`,
      ],
    }),
    language,
  );
}

function spec(
  facts: DesignFacts,
  { title, finding: found }: { readonly title: Words; readonly finding: string },
  { x, y, isGrid }: MapAxes,
  points: readonly FirstPoint[],
  look: Theme,
  language: Language,
): TopLevelSpec {
  const { fontSize, line } = look;
  const { scenario } = facts;
  const scales = institutionScales(scenario);
  const legend = institutionLegend(scenario, look, language, 'top');
  const axis = { grid: false, labelOverlap: 'greedy' as const, labelSeparation: fontSize * 0.6 };
  const [width, height] = [Math.floor(look.width - fontSize * 7), look.width * 0.6];
  const titleOf = (key: string, room: number) =>
    wrapToPoints(factorAxis(facts, key, language), room, fontSize, 3);
  const [xTitle, yTitle] = [titleOf(x, width), titleOf(y, Math.min(look.height, height))];
  const free = (said: readonly string[]) => ({
    scale: { zero: false, nice: false, padding: look.point },
    axis: { ...axis, title: [...said], tickCount: 6 },
  });
  const colour = { field: 'institution', type: 'nominal', scale: scales.colour, legend } as const;
  const values: Record<string, Cell>[] = points.map((point) => ({ ...point }));
  const layer: PlotLayer = isGrid
    ? {
        mark: { type: 'rect', stroke: 'white', strokeWidth: line },
        encoding: {
          x: {
            ...{ field: 'x', type: 'ordinal' },
            scale: { domain: levels(points.map((point) => point.x)) },
            axis: { ...axis, title: xTitle, labelAngle: 0 },
          },
          y: {
            ...{ field: 'y', type: 'ordinal' },
            scale: { domain: levels(points.map((point) => point.y)).toReversed() },
            axis: { ...axis, title: yTitle },
          },
          color: colour,
          opacity: {
            ...{ field: 'share', type: 'quantitative', legend: null },
            scale: { domain: [0, 1], range: [0.15, 1] },
          },
        },
      }
    : {
        mark: { type: 'point', filled: true, stroke: ink.text, strokeWidth: line * 0.4 },
        encoding: {
          x: { ...{ field: 'x', type: 'quantitative' }, ...free(xTitle) },
          y: { ...{ field: 'y', type: 'quantitative' }, ...free(yTitle) },
          color: colour,
          shape: { field: 'institution', type: 'nominal', scale: scales.shape, legend },
        },
      };
  return {
    ...frame(look, language, found, [
      inWords(language, {
        en: `${title.en}, by means over replicates${leftOutText(facts, language)}.`,
        zh: `${title.zh}，按各次重复的均值${leftOutText(facts, language)}。`,
      }),
    ]),
    width: width - Math.round(fontSize * 1.3 * (yTitle.length - 1)),
    height: Math.round(Math.min(look.height, height)),
    data: { name: 'first', values },
    layer: [layer],
  };
}

/** Levels of an axis: numbers in numeric order, words as they come. */
function levels(values: readonly (number | string)[]): (number | string)[] {
  const found = [...new Set(values)];
  if (!found.every((value) => typeof value === 'number')) return found;
  return found.toSorted((a, b) => a - b);
}

function caption(facts: DesignFacts, title: Words, { x, y, isGrid }: MapAxes, language: Language) {
  const told = (key: string) => factorWithKey(facts, key, language);
  const how = isGrid
    ? inWords(language, {
        en: 'A cell is the institution that is first at these values; of several points in a cell the one that is first at most of them, the paler the fewer.',
        zh: '每格为该组取值下居首的机构；格内有多个点时为其中多数居首者，比例越小颜色越浅。',
      })
    : inWords(language, {
        en: 'A mark is a point and the institution that is first there; the other factors vary too.',
        zh: '每个标记为一个点及该处居首的机构；其余因素同时变动。',
      });
  return paragraph(
    [
      inWords(language, {
        en: `${title.en}, over ${told(x)} and ${told(y)}.`,
        zh: `${title.zh}，以${told(x)}与${told(y)}为轴。`,
      }),
      how,
      inWords(language, {
        en: 'First by means over replicates.',
        zh: '居首按各次重复的均值判定。',
      }),
      designSource(facts, language),
    ],
    language,
  );
}
