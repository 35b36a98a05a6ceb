import type { TopLevelSpec } from 'vega-lite';
import type { Cells, Drawing } from '../chart.ts';
import { frame, percentFormat, roundAxis } from '../kit/frame.ts';
import { cell } from '../kit/select.ts';
import { textWidth, wrapToPoints } from '../kit/text.ts';
import { paragraph, percent } from '../kit/words.ts';
import { shortest } from '../findings/title.ts';
import { type Theme } from '../theme.ts';
import { inWords, marks, type Language, type Words } from '../../language.ts';
import {
  designSource,
  factorName,
  factorWithKey,
  leftOutText,
  shortKey,
  type DesignFacts,
} from './facts.ts';
import { indexLayers, type IndexOwner } from './index-layers.ts';

/** Indices of one factor. Luck has no intervals. */
export interface IndexRow {
  readonly key: string;
  readonly owner: IndexOwner;
  readonly first: number;
  readonly firstLow: number;
  readonly firstHigh: number;
  readonly total: number;
  readonly totalLow: number;
  readonly totalHigh: number;
}

const luckName: Words = { en: 'luck (replicates)', zh: '运气（重复）' };

const bootstrap: Words = { en: '95% bootstrap intervals', zh: '95% 自助法区间' };

/** Bars of Sobol indices: what stays if all others are held (total), and in it what goes if this alone is held (first). */
export function indexBars(facts: DesignFacts, title: Words, rows: readonly IndexRow[]): Drawing {
  const table = rows.map(({ key, owner, ...numbers }): Cells => ({
    ...{ factor: key, part: owner },
    ...Object.fromEntries(Object.entries(numbers).map(([name, value]) => [name, cell(value)])),
  }));
  return {
    behind: { points: facts.points, intervals: bootstrap },
    table,
    spec: (look, language) => spec(facts, title, rows, look, language),
    caption: (language) => caption(facts, title, rows, language),
    altText: (language) => altText(facts, title, rows, language),
  };
}

const nameOf = (facts: DesignFacts, { key, owner }: IndexRow, language: Language) =>
  owner === 'luck' ? luckName[language] : factorName(facts, key, language);

function spec(
  facts: DesignFacts,
  title: Words,
  rows: readonly IndexRow[],
  look: Theme,
  language: Language,
): TopLevelSpec {
  const { fontSize } = look;
  const limit = look.width * 0.42;
  const lines = rows.map((row) => wrapToPoints(nameOf(facts, row, language), limit, fontSize, 2));
  const widest = Math.max(...lines.flat().map((text) => textWidth(text, fontSize)));
  const gutter = Math.ceil(widest + fontSize * 1.4);
  const values = rows.map((row, i) => ({
    ...{ name: `${i}`, part: row.owner },
    ...{ total: cell(row.total), low: cell(row.totalLow), high: cell(row.totalHigh) },
    ...{ first: cell(row.first), firstLow: cell(row.firstLow), firstHigh: cell(row.firstHigh) },
  }));
  const ends = rows.flatMap((row) =>
    [row.total, row.totalHigh, row.firstHigh].filter(Number.isFinite),
  );
  const axis = roundAxis(0, Math.max(0.1, ...ends), 5);
  const x = {
    type: 'quantitative',
    scale: { domain: axis.domain, nice: false, clamp: true },
    axis: {
      title: inWords(language, { en: 'Share of the variance', zh: '方差份额' }),
      values: axis.ticks,
      format: percentFormat(axis.ticks),
    },
  } as const;
  const y = {
    field: 'name',
    type: 'nominal',
    sort: null,
    scale: { paddingInner: 0.35 },
    axis: {
      title: null,
      labelExpr: `${JSON.stringify(lines)}[datum.value]`,
      labelLimit: 0,
      labelLineHeight: fontSize * 1.15,
      ticks: false,
      domain: false,
      minExtent: gutter,
      maxExtent: gutter,
    },
  } as const;
  return {
    ...frame(look, language, finding(facts, rows, title, language), [
      inWords(language, {
        en: `${title.en}. Wide bars: total index with its 95% interval; narrow bars: first-order index${leftOutText(facts, language)}.`,
        zh: `${title.zh}。宽条：总指数及其 95% 区间；窄条：一阶指数${leftOutText(facts, language)}。`,
      }),
    ]),
    width: Math.floor(look.width - gutter - fontSize * 2),
    height: Math.round(rows.length * fontSize * 2.6),
    data: { name: 'indices', values },
    layer: indexLayers({ x, y }, rows, look, language),
  };
}

/** Which factor matters more than every other one for certain; that none does, else. */
function finding(
  facts: DesignFacts,
  rows: readonly IndexRow[],
  title: Words,
  language: Language,
): string {
  const factors = rows
    .filter(({ owner }) => owner !== 'luck')
    .toSorted((a, b) => b.total - a.total);
  const [first, ...others] = factors;
  if (first === undefined) return title[language];
  const isAlone = others.every(({ totalHigh }) => first.totalLow > totalHigh);
  const key = shortKey(first.key);
  const name = factorName(facts, first.key, language);
  const share = percent(first.total, 0);
  if (!isAlone)
    return inWords(language, {
      en: `No one of ${factors.length} factors can be told to matter most`,
      zh: `${factors.length} 个因素中没有哪一个的影响显著最大`,
    });
  return shortest(
    inWords(language, {
      en: [
        `${name} matters most: ${share} of the variance`,
        `${key} matters most: ${share} of the variance`,
        `${key.split('.').at(-1)} matters most: ${share} of the variance`,
      ],
      zh: [
        `${name}的影响最大：占方差的 ${share}`,
        `${key} 影响最大：占方差的 ${share}`,
        `${key.split('.').at(-1)} 影响最大：占方差的 ${share}`,
      ],
    }),
    language,
  );
}

function caption(
  facts: DesignFacts,
  title: Words,
  rows: readonly IndexRow[],
  language: Language,
): string {
  const known = rows.filter(({ key }) => facts.factors?.has(key));
  const keys = known
    .map(({ key }) => factorWithKey(facts, key, language))
    .join(marks[language].semicolon);
  return paragraph(
    [
      inWords(language, {
        en: `${title.en}: Sobol indices. Total: the share of the variance that stays if all other factors are held; first-order: the share that goes if this factor alone is held. Intervals are 95%, by bootstrap over base points. Luck is a factor “replicate” in the same design.`,
        zh: `${title.zh}：Sobol 指数。总指数为其余因素全部固定后仍剩余的方差份额，一阶指数为仅固定该因素所减少的份额；区间为对基点自助法的 95% 区间。运气为同一设计中的因素“重复”。`,
      }),
      keys && inWords(language, { en: `Factors: ${keys}.`, zh: `各因素：${keys}。` }),
      designSource(facts, language),
    ],
    language,
  );
}

function altText(
  facts: DesignFacts,
  title: Words,
  rows: readonly IndexRow[],
  language: Language,
): string {
  const items = rows.map((row) => {
    const interval = Number.isFinite(row.totalLow)
      ? inWords(language, {
          en: ` (${percent(row.totalLow)} to ${percent(row.totalHigh)})`,
          zh: `（${percent(row.totalLow)} 至 ${percent(row.totalHigh)}）`,
        })
      : '';
    const name = nameOf(facts, row, language);
    return inWords(language, {
      en: `${name} total ${percent(row.total)}${interval}, first-order ${percent(row.first)}`,
      zh: `${name} 总指数 ${percent(row.total)}${interval}，一阶 ${percent(row.first)}`,
    });
  });
  return inWords(language, {
    en: `${title.en}, bars: ${items.join('; ')}.`,
    zh: `${title.zh}，条形图：${items.join('；')}。`,
  });
}
