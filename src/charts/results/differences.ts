import type { ChartInputs } from '../chart.ts';
import { inWords, type Language, type Words } from '../../language.ts';
import { countOf, countWord } from '../findings/numbers.ts';
import { shortest } from '../findings/title.ts';
import { differenceRows, referenceName } from '../kit/differences.ts';
import { noteOf } from '../kit/hollow.ts';
import { rowChart, type RowPart } from '../kit/row-chart.ts';
import { certainty } from '../kit/select.ts';
import { listing, toldAs } from '../kit/sentences.ts';

/** What is compared, a panel each. A figure of one column shows the first three, and the title speaks of these alone. */
const measures = [
  {
    id: 'approval-rate',
    head: { en: 'Approved', zh: '批准率' },
    unit: { en: 'points of applications', zh: '百分点，占申请' },
    name: { en: 'approval', zh: '批准率' },
    better: 'higher',
  },
  {
    id: 'apr',
    head: { en: 'APR paid', zh: '成交利率（年化）' },
    unit: { en: 'points a year', zh: '百分点，每年' },
    name: { en: 'APR', zh: '成交利率' },
    better: 'lower',
  },
  {
    id: 'default-rate',
    head: { en: 'Default', zh: '违约率' },
    unit: { en: 'points of loans, over their life', zh: '百分点，占贷款，整个存续期' },
    name: { en: 'default', zh: '违约率' },
    better: 'lower',
  },
  {
    id: 'safe-type-exclusion',
    head: { en: 'Safe types without a loan', zh: '安全型未获贷款' },
    unit: { en: 'points of their applications', zh: '百分点，占其申请' },
    name: { en: 'safe types without a loan', zh: '安全型未获贷款的比例' },
    better: 'lower',
  },
  {
    id: 'take-up-rate',
    head: { en: 'Taken up', zh: '提款率' },
    unit: { en: 'points of approved applications', zh: '百分点，占获批申请' },
    name: { en: 'take-up', zh: '提款率' },
  },
  {
    id: 'total-cost',
    head: { en: 'Cost of credit', zh: '贷款总成本' },
    unit: { en: 'points of the amount lent', zh: '百分点，占本金' },
    name: { en: 'cost of credit', zh: '贷款总成本' },
    better: 'lower',
  },
] as const;

const hollowMeans: Words = {
  en: ' Hollow: p above 0.05 after Holm’s correction over institutions.',
  zh: '空心点：在各征信模式间作 Holm 校正后 p > 0.05。',
};

/** What an institution changes for those who want a loan: whether they get it, at what price, and how it ends. */
export const differences = rowChart({
  id: 'differences',
  title: { en: 'What each institution changes', zh: '各征信模式带来的变化' },
  parts: (inputs) => {
    if (inputs.scenario.institutions.length < 2) return [];
    return measures.map((measure) => ({
      ...measure,
      rows: differenceRows(inputs, measure.id),
      effect: true,
    }));
  },
  lacking: [
    { en: 'second institution to compare with', zh: '可供比较的第二种征信模式' },
    { en: 'Add an institution to the scenario.', zh: '请在情景中添加征信模式。' },
  ],
  column: 'measure',
  cells: ({ scenario: { reference } }) => ({ reference }),
  order: ({ scenario: { institutions, reference } }) =>
    institutions.map(({ id }) => id).filter((id) => id !== reference),
  finding: (inputs, parts, language) => finding(inputs, parts, language),
  under: (inputs, language, shown) =>
    inWords(language, {
      en: `Paired differences from ${referenceName(inputs, 'en')}: same borrowers, same luck.`,
      zh: `与${referenceName(inputs, 'zh')}的配对差异。`,
    }) +
    noteOf(
      shown,
      { en: ' Hollow: cannot be told from none.', zh: '空心点：差异不显著。' },
      language,
    ),
  caption: (inputs, language, parts) => [
    inWords(language, {
      en: `Each institution less ${referenceName(inputs, 'en')}: the same seeds, borrowers and shocks, paired replicate by replicate.${noteOf(parts, hollowMeans, 'en')} Safe types: a hazard, by capacity and capital, below the population’s median; without a loan, be they refused or unwilling to pay the price. Default: over the loan’s life. Cost of credit: what is paid back beyond the amount lent, if it is paid back. A figure of one column shows the first three.`,
      zh: `各征信模式减${referenceName(inputs, 'zh')}的差异：同一种子、同样的借款人与冲击，逐次重复配对。${noteOf(parts, hollowMeans, 'zh')}安全型：按偿还能力与资本，其风险低于总体中位数；未获贷款包括被拒与自行放弃。违约就贷款整个存续期而言。贷款总成本：如数偿还时总还款超出本金的部分。单栏图只画前三项。`,
    }),
    certainty(inputs, language),
  ],
  altText: (parts, language, inputs) => {
    const base = referenceName(inputs, language);
    return [
      inWords(language, {
        en: `Dot plot of differences from ${base}.`,
        zh: `点图，与${base}之差。`,
      }),
      ...parts.map((part) => listing(part.rows, ...toldAs(part, language))),
    ];
  },
});

const moves = {
  en: { up: 'rises', down: 'falls' },
  zh: { up: '上升', down: '下降' },
} as const;

/** A measure that moves the same way under all that can be told apart: which way, and under how many of how many. */
interface Move {
  readonly name: string;
  readonly way: 'up' | 'down';
  readonly count: number;
  readonly all: number;
}

/** `APR falls under six of seven, default under five`: what changes for most of those compared, as far as it can be told. */
function finding(inputs: ChartInputs, parts: readonly RowPart[], language: Language): string {
  const base = referenceName(inputs, language);
  if (inputs.scenario.replicates < 2)
    return inWords(language, {
      en: 'One replicate: no difference can be told',
      zh: `仅一次重复：差异无法判定`,
    });
  const told = parts.slice(0, 3).flatMap(({ name, rows }): Move[] => {
    const sure = rows.filter(({ hollow, mean }) => !hollow && mean !== null);
    const up = sure.filter(({ mean }) => (mean ?? 0) > 0).length;
    if (sure.length === 0 || (up > 0 && up < sure.length)) return [];
    const way = up > 0 ? 'up' : 'down';
    return [{ name: name[language], way, count: sure.length, all: rows.length }];
  });
  const [most, next] = told.toSorted((a, b) => b.count - a.count);
  if (most === undefined) return untold(parts.slice(0, 3), base, language);
  const first = inWords(language, {
    en: `${most.name.charAt(0).toUpperCase()}${most.name.slice(1)} ${moves.en[most.way]} under ${countOf(most.count, most.all)}`,
    zh: `${most.count === most.all ? '全部' : `${most.all} 种模式中有`} ${most.count} 种${most.count === most.all ? '模式的' : ''}${most.name}${moves.zh[most.way]}`,
  });
  if (next === undefined) return first;
  const second = inWords(language, {
    en:
      most.way === next.way
        ? `, ${next.name} under ${countWord(next.count, 'en')}`
        : `; ${next.name} ${moves.en[next.way]} under ${countWord(next.count, 'en')}`,
    zh: `，${next.count === next.all ? `全部 ${next.count}` : next.count} 种${next.name}${moves.zh[next.way]}`,
  });
  return shortest([first + second, first], language);
}

/** Where no measure of the title moves one way: that they move both ways, or that nothing can be told of them. */
function untold(parts: readonly RowPart[], base: string, language: Language): string {
  if (parts.some(({ rows }) => rows.some(({ hollow, mean }) => !hollow && mean !== null)))
    return inWords(language, {
      en: shortest(
        [`Differences from ${base} go both ways`, 'Institutions differ both ways'],
        language,
      ),
      zh: shortest([`与${base}相比，差异有正有负`, '差异有正有负'], language),
    });
  const names = parts.map(({ name }) => name[language]);
  const last = names.at(-1) ?? '';
  return inWords(language, {
    en: `No difference in ${names.slice(0, -1).join(', ')} or ${last} can be told`,
    zh: shortest(
      [`与${base}相比，${names.join('、')}差异不显著`, `${names.join('、')}差异不显著`],
      language,
    ),
  });
}
