import { inWords, type Language, type Words } from '../../language.ts';
import type { Drawing, PlotLayer, Table } from '../chart.ts';
import { frame } from '../kit/frame.ts';
import { wrapToPoints } from '../kit/text.ts';
import { ink, type Theme } from '../theme.ts';
import { verdictColours, factVerdictWords, type VerdictWord } from './words.ts';

/** A fact beside its band, as it is drawn. */
export interface EvidenceRow {
  readonly id: string;
  /** What it says, in a line. */
  readonly title: string;
  /** "published, not fitted" and the like. */
  readonly group: string;
  /** Ends of the band; null where it is open, as those of signs are. */
  readonly bandLow: number | null;
  readonly bandHigh: number | null;
  readonly mean: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly verdict: VerdictWord;
}

/** How far outside its band a number is drawn, in bands; farther ones stand at the edge. */
const edge = 1.5;

/** One row of the plot, all in units of the band: 0 its low end, 1 its high end. */
interface Placed {
  readonly [cell: string]: string | number | boolean | null;
  readonly title: string;
  readonly group: string;
  readonly verdict: VerdictWord;
  readonly bandFrom: number;
  readonly bandTo: number;
  readonly mean: number;
  readonly low: number | null;
  readonly high: number | null;
  /** The number lies beyond the edge of the plot. */
  readonly isFar: boolean;
}

/**
 * Facts beside their bands, one a line. Bands are bars of one length; the number and its interval are told in it. What has a
 * sign for a band has no length of its own: its unit is the farther end of the interval from 0, so that the bar is the
 * side on which it should lie.
 */
export function evidenceDrawing(rows: readonly EvidenceRow[]): Drawing {
  const placed = rows.map(place);
  const outside = rows.filter(({ verdict }) => verdict === 'outside').map(({ title }) => title);
  const inside = rows.filter(({ verdict }) => verdict === 'inside').length;
  return {
    table: tableOf(rows, placed),
    spec: (look, language) => specOf(placed, look, language),
    caption: (language) =>
      inWords(language, {
        en: `The model beside published facts: the bar is each fact’s band, the point and whisker the simulated mean and its 95% interval, in units of the band; of a fact that is a sign the bar is the side on which it should lie. A triangle stands for a number beyond the edge.`,
        zh: `模型与已发表事实：灰条为每项事实的可接受区间，点与须为模拟均值与 95% 区间，均以区间宽度为单位；符号类事实的灰条为应处的一侧；三角形表示数值超出图的边缘。`,
      }),
    altText: (language) =>
      inWords(language, {
        en: `Dot plot of ${rows.length} facts: ${inside} inside their bands, ${outside.length} outside${outside.length > 0 ? `: ${outside.join('; ')}` : ''}.`,
        zh: `点图，共 ${rows.length} 项事实，其中 ${inside} 项在区间内，${outside.length} 项在区间外${outside.length > 0 ? `：${outside.join('；')}` : ''}。`,
      }),
  };
}

function tableOf(rows: readonly EvidenceRow[], placed: readonly Placed[]): Table {
  return rows.map((row, k) => ({
    fact: row.id,
    title: row.title,
    group: row.group,
    band_low: row.bandLow,
    band_high: row.bandHigh,
    mean: row.mean,
    low: row.low,
    high: row.high,
    verdict: row.verdict,
    mean_in_bands: placed[k].mean,
    low_in_bands: placed[k].low,
    high_in_bands: placed[k].high,
  }));
}

function place({ title, group, bandLow, bandHigh, mean, low, high, verdict }: EvidenceRow): Placed {
  const isSign = bandLow === null || bandHigh === null;
  const reach = Math.max(Math.abs(low ?? mean), Math.abs(high ?? mean)) || 1;
  const [from, unit] = isSign ? [0, reach] : [bandLow, bandHigh - bandLow];
  const at = (value: number) => (value - from) / unit;
  const held = (value: number) => Math.min(1 + edge, Math.max(-edge, value));
  return {
    ...{ title, group, verdict },
    bandFrom: bandLow === null ? -edge : 0,
    bandTo: bandLow === null ? 0 : bandHigh === null ? 1 + edge : 1,
    mean: held(at(mean)),
    low: low === null ? null : held(at(low)),
    high: high === null ? null : held(at(high)),
    isFar: at(mean) < -edge || at(mean) > 1 + edge,
  };
}

/** Groups of facts as a reader of the language calls them; others stand as they are. */
const groupNames: Readonly<Record<string, Words>> = {
  'published, not fitted': {
    en: 'Published, nothing fitted to it: the evidence',
    zh: '已发表，未用于拟合：证据',
  },
  'published, fitted': {
    en: 'Published, the baseline fitted to it',
    zh: '已发表，基准经济据此拟合',
  },
  theory: { en: 'What theories say', zh: '理论所言' },
  law: { en: 'Laws: what the economy was built to keep', zh: '定律：经济按此构建' },
};

const groupName = (group: string, language: Language) => groupNames[group]?.[language] ?? group;

/** How many facts to which nothing was fitted lie inside, and outside, of their bands. */
function finding(placed: readonly Placed[], language: Language): string {
  const own = placed.filter(({ group }) => group === 'published, not fitted');
  const shown = own.length > 0 ? own : placed;
  const count = (verdict: VerdictWord) => shown.filter((row) => row.verdict === verdict).length;
  const [inside, outside, all] = [count('inside'), count('outside'), shown.length];
  const lie = (number: number) => `${number || 'none'} ${number < 2 ? 'lies' : 'lie'}`;
  return own.length > 0
    ? inWords(language, {
        en: `Of ${all} unfitted facts ${lie(inside)} inside, ${outside || 'none'} outside`,
        zh: `${all} 项未拟合的事实中 ${inside} 项在区间内，${outside} 项在区间外`,
      })
    : inWords(language, {
        en: `Of ${all} facts ${lie(inside)} inside, ${outside || 'none'} outside`,
        zh: `${all} 项事实中 ${inside} 项在区间内，${outside} 项在区间外`,
      });
}

/** Room for what facts say, left of the plot, in letters; their lines at most. */
const titleEms = 21;
const titleLines = 2;

function specOf(placed: readonly Placed[], look: Theme, language: Language) {
  const room = look.fontSize * (titleEms - 1);
  const lines = placed.map(({ title }) => wrapToPoints(title, room, look.fontSize, titleLines));
  const step = look.fontSize * (lines.some((one) => one.length > 1) ? 2.5 : 1.75);
  return {
    ...frame(look, language, finding(placed, language), [
      inWords(language, {
        en: 'Grey bars: bands around what was published; points: simulated means with 95% intervals.',
        zh: '灰条：已发表事实的可接受区间；点：模拟均值与 95% 区间。',
      }),
    ]),
    data: {
      values: placed.map((row, k) => ({
        ...row,
        title: lines[k].join('\n'),
        group: groupName(row.group, language),
      })),
    },
    facet: {
      row: {
        field: 'group',
        type: 'nominal' as const,
        sort: [...new Set(placed.map(({ group }) => groupName(group, language)))],
        title: null,
        header: {
          labelAngle: 0,
          labelAlign: 'left' as const,
          labelAnchor: 'start' as const,
          labelOrient: 'top' as const,
          labelFontWeight: 'bold' as const,
          labelPadding: 0,
        },
      },
    },
    spacing: look.fontSize,
    resolve: { scale: { y: 'independent' as const } },
    spec: {
      width: look.width - look.fontSize * titleEms,
      height: { step },
      layer: layersOf(look, language),
    },
  };
}

/** Bands, intervals and points. */
function layersOf(look: Theme, language: Language): PlotLayer[] {
  const words = factVerdictWords[language];
  const y = {
    field: 'title',
    type: 'nominal' as const,
    sort: null,
    axis: { title: null, labels: false, ticks: false, domain: false },
  };
  const x = (field: string, title: string | null) => ({
    field,
    type: 'quantitative' as const,
    scale: { domain: [-edge, 1 + edge], nice: false },
    axis: { title, values: [-1, 0, 1, 2], grid: true },
  });
  const label = inWords(language, {
    en: 'In units of the band (0 its low end, 1 its high end)',
    zh: '以可接受区间为单位（0 为下端，1 为上端）',
  });
  const colour = {
    field: 'verdict',
    type: 'nominal' as const,
    scale: { domain: Object.keys(verdictColours), range: Object.values(verdictColours) },
    legend: {
      title: null,
      orient: 'top' as const,
      symbolType: 'circle',
      labelExpr: `{${Object.entries(words)
        .map(([id, word]) => `'${id}': '${word}'`)
        .join(', ')}}[datum.label]`,
    },
  };
  const lineHeight = look.fontSize * 1.2;
  return [
    {
      mark: {
        ...{ type: 'text', align: 'right', baseline: 'middle', lineBreak: '\n', lineHeight },
        ...{ fontSize: look.fontSize, color: ink.text },
        // An axis would put the first of two lines where one alone belongs.
        dy: { expr: `indexof(datum.title, '\\n') < 0 ? 0 : ${-lineHeight / 2}` },
      },
      encoding: { y, x: { value: -look.fontSize / 2 }, text: { field: 'title' } },
    },
    {
      mark: { type: 'bar', color: '#e3e3e3', height: { band: 0.8 } },
      encoding: { y, x: x('bandFrom', label), x2: { field: 'bandTo' } },
    },
    {
      mark: { type: 'rule', strokeWidth: 2 * look.line },
      encoding: { y, x: x('low', label), x2: { field: 'high' }, color: colour },
    },
    {
      mark: { type: 'point', filled: true, opacity: 1, size: (look.point * 0.7) ** 2 },
      encoding: {
        y,
        x: x('mean', label),
        color: colour,
        shape: {
          condition: { test: 'datum.isFar', value: 'triangle' },
          value: 'circle',
        },
      },
    },
  ];
}
