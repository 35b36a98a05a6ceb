import type { TopLevelSpec } from 'vega-lite';
import type { Cells, Drawing, PlotLayer } from '../chart.ts';
import { institutionName } from '../../institution-names.ts';
import { lenderName } from '../../lender-names.ts';
import { frame, roundAxis } from '../kit/frame.ts';
import { panelsByInstitution } from '../kit/small-multiples.ts';
import { decimal, paragraph } from '../kit/words.ts';
import { dashed, ink, parts, type Theme } from '../theme.ts';
import { inWords, marks, type Language, type Words } from '../../language.ts';
import { designSource, type DesignFacts } from './facts.ts';
import { initials } from './initials.ts';

/** A coalition of a joining game. */
export interface CoalitionRow extends Cells {
  readonly institution: string;
  /** Ids of its lenders, or `nobody`. */
  readonly coalition: string;
  /** Short, for a mark: `b1 cf`, `nobody`, `all`. */
  readonly short: string;
  readonly lenders: number;
  /** Welfare less that of nobody, in mean loans an application. */
  readonly welfare: number | null;
  readonly verdict: 'holds' | 'fails' | 'untold';
  readonly byMeans: boolean;
  readonly isPlanner: boolean;
  /** Step of the best-response path from nobody, or from everybody; null if it is not on it. */
  readonly fromNobody: number | null;
  readonly fromEverybody: number | null;
}

export const joiningMapTitle: Words = {
  en: 'Which coalitions of lenders hold',
  zh: '哪些贷款机构联盟能够维持',
};

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
  const { fontSize, line, point } = look;
  const per = 100;
  const values = rows.map(({ welfare }) => per * (welfare ?? 0));
  const axis = roundAxis(Math.min(...values, 0), Math.max(...values, 0), 5);
  const most = Math.max(...rows.map(({ lenders }) => lenders));
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
  const data = rows.map((row) => ({
    ...{ ...row, welfare: per * (row.welfare ?? 0) },
    short: words[row.short] ?? row.short,
    area: (point * looks[row.verdict].size) ** 2,
  }));
  const x = {
    field: 'lenders',
    type: 'quantitative' as const,
    scale: { domain: [-0.4, most + 0.6], nice: false },
    axis: {
      title: inWords(language, { en: 'Lenders in the coalition', zh: '联盟中的贷款机构数' }),
      values: Array.from({ length: most + 1 }, (_, k) => k),
      ...{ format: 'd', grid: false },
    },
  };
  const y = {
    field: 'welfare',
    type: 'quantitative' as const,
    scale: { domain: axis.domain, nice: false },
    axis: { title: panels.axisTitle, values: axis.ticks },
  };
  // In one column of a page the entries of a legend stand under each other.
  const isNarrow = look.width < fontSize * 50;
  const legendOf = (title: null) => ({
    title,
    orient: 'top' as const,
    direction: isNarrow ? ('vertical' as const) : ('horizontal' as const),
  });
  const pathLayers = (['fromNobody', 'fromEverybody'] as const).map((from): PlotLayer => ({
    transform: [{ filter: `isValid(datum.${from})` }, { calculate: `'${from}'`, as: 'path' }],
    mark: { type: 'line', strokeWidth: line * 1.4, color: ink.axis },
    encoding: {
      ...{ x, y },
      order: { field: from, type: 'quantitative' },
      strokeDash: {
        ...{ field: 'path', type: 'nominal' },
        scale: {
          domain: Object.keys(paths),
          range: Object.values(paths).map(({ dash }) => dashed(dash, look)),
        },
        legend: {
          ...legendOf(null),
          ...{ symbolType: 'stroke', symbolSize: (fontSize * 2.4) ** 2 },
          labelExpr: labels(paths, language),
        },
      },
    },
  }));
  const domain = Object.keys(looks);
  const points: PlotLayer = {
    mark: { type: 'point', filled: true, opacity: 0.95 },
    encoding: {
      ...{ x, y },
      color: {
        ...{ field: 'verdict', type: 'nominal' },
        scale: { domain, range: Object.values(looks).map(({ colour }) => colour) },
        legend: { ...legendOf(null), labelExpr: labels(verdicts, language) },
      },
      shape: {
        ...{ field: 'verdict', type: 'nominal' },
        scale: { domain, range: Object.values(looks).map(({ shape }) => shape) },
        legend: { ...legendOf(null), labelExpr: labels(verdicts, language) },
      },
      size: { field: 'area', type: 'quantitative', scale: null, legend: null },
    },
  };
  const ring: PlotLayer = {
    transform: [{ filter: 'datum.isPlanner' }],
    mark: { type: 'point', filled: false, color: ink.text, size: (point * 2.1) ** 2 },
    encoding: { x, y },
  };
  const names: PlotLayer = {
    transform: [{ filter: 'datum.byMeans || datum.isPlanner' }],
    mark: { type: 'text', align: 'left', dx: point * 1.1, dy: -fontSize * 0.7, fontSize },
    encoding: { x, y, text: { field: 'short', type: 'nominal' } },
  };
  const under = inWords(language, {
    en: 'Welfare of every coalition of lenders, less that of nobody; the ring is the one that a planner would choose.',
    zh: '每个贷款机构联盟的福利减无人加入；圆环为规划者所选的联盟。',
  });
  const subtitle = [under, key(rows, language)];
  return {
    ...frame(look, language, finding(rows, language), subtitle),
    data: { name: 'coalitions', values: data },
    ...panels.layout,
    spec: {
      width: panels.width,
      height: panels.height,
      layer: [...pathLayers, points, ring, names],
    },
    resolve: { scale: { color: 'shared' } },
  };
}

/** How many coalitions hold and fail, of all games. */
function finding(rows: readonly CoalitionRow[], language: Language): string {
  const count = (verdict: string) => rows.filter((row) => row.verdict === verdict).length;
  const [holds, fails, all] = [count('holds'), count('fails'), rows.length];
  if (holds + fails === 0)
    return inWords(language, {
      en: `Of none of ${all} coalitions can it be told whether it holds`,
      zh: `${all} 个联盟均无法判断能否维持`,
    });
  const rest = holds + fails < all;
  return inWords(language, {
    en: `Of ${all} coalitions ${holds} hold, ${fails} fail${rest ? '; others cannot be told' : ''}`,
    zh: `${all} 个联盟中 ${holds} 个维持、${fails} 个瓦解${rest ? '，其余无法判断' : ''}`,
  });
}

/** What the initials beside marks stand for: "b1 Bank 1, cf Consumer finance". */
function key(rows: readonly CoalitionRow[], language: Language): string {
  const named = rows.filter(({ byMeans, isPlanner }) => byMeans || isPlanner);
  const ids = named.flatMap(({ coalition, short }) =>
    short === 'all' || coalition === 'nobody' ? [] : coalition.split(' '),
  );
  const names = [...new Set(ids)]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((id) => `${initials(id)} ${lenderName(id, language)}`);
  if (names.length === 0) return '';
  return `${names.join(marks[language].comma)}${marks[language].stop}`;
}

/** The expression that writes the names of a scale's values. */
function labels(
  names: Readonly<Record<string, Readonly<Record<Language, string>>>>,
  language: Language,
): string {
  const own = Object.fromEntries(Object.entries(names).map(([id, word]) => [id, word[language]]));
  return `${JSON.stringify(own)}[datum.label]`;
}

function altText(
  { scenario }: DesignFacts,
  rows: readonly CoalitionRow[],
  language: Language,
): string {
  const items = scenario.institutions.flatMap((one) => {
    const own = rows.filter(({ institution }) => institution === one.id);
    if (own.length === 0) return [];
    const count = (verdict: string) => own.filter((row) => row.verdict === verdict).length;
    const planner = own.find(({ isPlanner }) => isPlanner);
    const worth = decimal(100 * (planner?.welfare ?? NaN), 2);
    const name = institutionName(one, language);
    return inWords(language, {
      en: `${name}: of ${own.length} coalitions ${count('holds')} hold, ${count('fails')} fail, ${count('untold')} cannot be told; a planner would choose ${planner?.short ?? ''}, worth ${worth} more than nobody`,
      zh: `${name}：${own.length} 个联盟中 ${count('holds')} 个维持、${count('fails')} 个瓦解、${count('untold')} 个无法判断；规划者选 ${planner?.short ?? ''}，福利高 ${worth}`,
    });
  });
  return inWords(language, {
    en: `${joiningMapTitle.en}, marks: ${items.join('; ')}.`,
    zh: `${joiningMapTitle.zh}，散点图：${items.join('；')}。`,
  });
}
