import type { TopLevelSpec } from 'vega-lite';
import type { Drawing, PlotAxes, PlotLayer } from '../chart.ts';
import { frame, roundAxis } from '../kit/frame.ts';
import { panelsByInstitution } from '../kit/small-multiples.ts';
import { paragraph } from '../kit/words.ts';
import { dashed, ink, parts, type Theme } from '../theme.ts';
import { inWords, type Language } from '../../language.ts';
import { designSource, type DesignFacts } from './facts.ts';
import { besideMarks, type CoalitionRow } from './joining-map-rows.ts';
import { altText, finding, key, under } from './joining-map-words.ts';

const verdicts = {
  holds: { en: 'holds', zh: '维持' },
  untold: { en: 'cannot tell', zh: '无法判断' },
  fails: { en: 'fails', zh: '瓦解' },
} as const;

const looks = {
  holds: { colour: parts.dark, shape: 'circle', size: 1.5 },
  untold: { colour: '#b8860b', shape: 'diamond', size: 1.2 },
  fails: { colour: parts.light, shape: 'cross', size: 0.9 },
} as const;

const paths = {
  fromNobody: { en: 'best responses from nobody', zh: '自无人加入起的最优反应', dash: [] },
  fromEverybody: { en: 'from everybody', zh: '自全体加入起', dash: [4, 3] },
} as const;

/** Every coalition by its size and what it is worth, and whether it holds; where best responses lead. */
export function joiningMap(facts: DesignFacts, rows: readonly CoalitionRow[]): Drawing {
  return {
    behind: { intervals: 'none' },
    table: rows,
    spec: (look, language) => spec(facts, rows, look, language),
    caption: (language) =>
      paragraph(
        [
          inWords(language, {
            en: 'A mark is a coalition of lenders: how many they are, and its welfare less that of nobody (paired means over replicates). Holds: nobody gains by moving alone, by every one-sided 95% bound; fails: somebody does, at 5% after Holm over the lenders. Lines are best responses, who gains most moving first; each coalition is in place from the start, so they are no path in time.',
            zh: '每个标记为一个贷款机构联盟：横轴为其成员数，纵轴为其福利与无人加入之差（各次重复配对均值）。维持：每个机构单独行动均不获益，单侧 95% 界皆如此；瓦解：至少一个机构获益（机构间 Holm 校正后 5%）。线为最优反应路径：单独行动获益最多者先动；各联盟自始即在，并非时间上的过程。',
          }),
          designSource(facts, language),
        ],
        language,
      ),
    altText: (language) => altText(facts, rows, language),
  };
}

function spec(
  facts: DesignFacts,
  rows: readonly CoalitionRow[],
  look: Theme,
  language: Language,
): TopLevelSpec {
  const { fontSize, point } = look;
  const per = 100;
  const values = rows.map(({ welfare }) => per * (welfare ?? 0));
  const axis = roundAxis(Math.min(...values, 0), Math.max(...values, 0), 5);
  const panels = panelsByInstitution(facts.scenario, look, language, {
    axis: inWords(language, {
      en: 'Welfare, % of a mean loan per application',
      zh: '福利之差，占平均贷款额的 %（每笔申请）',
    }),
    ...{ side: fontSize * 3.2, gap: fontSize * 1.6, least: fontSize * 15 },
    wanted: (wide) => Math.min(wide * 0.8, look.height),
  });
  const words: Readonly<Record<string, string>> = inWords(language, {
    en: {},
    zh: { nobody: '无人', all: '全体' },
  });
  const said = rows.map((row) => ({ ...row, short: words[row.short] ?? row.short }));
  const [low = 0, high = 0] = axis.domain;
  const beside = besideMarks(said, (fontSize / panels.height) * ((high - low) / per));
  const data = said.map((row, i) => ({
    ...{ ...row, welfare: per * (row.welfare ?? 0) },
    beside: beside[i] ?? '',
    area: (point * looks[row.verdict].size) ** 2,
  }));
  const place = {
    x: lendersAxis(rows, language),
    y: {
      field: 'welfare',
      type: 'quantitative' as const,
      scale: { domain: axis.domain, nice: false },
      axis: { title: panels.axisTitle, values: axis.ticks },
    },
  };
  const subtitle = [under(rows, language), key(rows, language)];
  return {
    ...frame(look, language, finding(rows, language), subtitle),
    data: { name: 'coalitions', values: data },
    ...panels.layout,
    spec: {
      width: panels.width,
      height: panels.height,
      layer: [...pathLayers(place, look, language), ...coalitionLayers(place, look, language)],
    },
    resolve: { scale: { color: 'shared' } },
  };
}

function lendersAxis(rows: readonly CoalitionRow[], language: Language) {
  const most = Math.max(...rows.map(({ lenders }) => lenders));
  return {
    field: 'lenders',
    type: 'quantitative' as const,
    scale: { domain: [-0.4, most + 0.6], nice: false },
    axis: {
      title: inWords(language, { en: 'Lenders in the coalition', zh: '联盟中的贷款机构数' }),
      values: Array.from({ length: most + 1 }, (_, k) => k),
      ...{ format: 'd', grid: false },
    },
  };
}

/** In one column of a page the entries of a legend stand under each other. */
function legendOf({ width, fontSize }: Theme, orient: 'top' | 'bottom') {
  const direction = width < fontSize * 50 ? ('vertical' as const) : ('horizontal' as const);
  return { ...{ title: null, orient }, direction };
}

/** Best responses from nobody and from everybody, a line each. */
function pathLayers(place: PlotAxes, look: Theme, language: Language): PlotLayer[] {
  const { fontSize, line } = look;
  return (['fromNobody', 'fromEverybody'] as const).map((from) => ({
    transform: [{ filter: `isValid(datum.${from})` }, { calculate: `'${from}'`, as: 'path' }],
    mark: { type: 'line', strokeWidth: line * 1.4, color: ink.axis },
    encoding: {
      ...place,
      order: { field: from, type: 'quantitative' },
      strokeDash: {
        ...{ field: 'path', type: 'nominal' },
        scale: {
          domain: Object.keys(paths),
          range: Object.values(paths).map(({ dash }) => dashed(dash, look)),
        },
        legend: {
          ...legendOf(look, 'bottom'),
          ...{ symbolType: 'stroke', symbolSize: (fontSize * 2.4) ** 2 },
          labelExpr: labels(paths, language),
        },
      },
    },
  }));
}

/** A mark for each coalition, a ring around the planner's, and the names of those that are worth a name. */
function coalitionLayers(place: PlotAxes, look: Theme, language: Language): PlotLayer[] {
  const { fontSize, point } = look;
  const domain = Object.keys(looks);
  const legend = { ...legendOf(look, 'top'), labelExpr: labels(verdicts, language) };
  return [
    {
      mark: { type: 'point', filled: true, opacity: 0.95 },
      encoding: {
        ...place,
        color: {
          ...{ field: 'verdict', type: 'nominal' },
          scale: { domain, range: Object.values(looks).map(({ colour }) => colour) },
          legend,
        },
        shape: {
          ...{ field: 'verdict', type: 'nominal' },
          scale: { domain, range: Object.values(looks).map(({ shape }) => shape) },
          legend,
        },
        size: { field: 'area', type: 'quantitative', scale: null, legend: null },
      },
    },
    {
      transform: [{ filter: 'datum.isPlanner' }],
      mark: { type: 'point', filled: false, color: ink.text, size: (point * 2.1) ** 2 },
      encoding: place,
    },
    {
      transform: [{ filter: "datum.beside !== ''" }],
      mark: { type: 'text', align: 'left', dx: point * 1.1, dy: -fontSize * 0.7, fontSize },
      encoding: { ...place, text: { field: 'beside', type: 'nominal' } },
    },
  ];
}

/** The expression that writes the names of a scale's values. */
function labels(
  names: Readonly<Record<string, Readonly<Record<Language, string>>>>,
  language: Language,
): string {
  const own = Object.fromEntries(Object.entries(names).map(([id, word]) => [id, word[language]]));
  return `${JSON.stringify(own)}[datum.label]`;
}
