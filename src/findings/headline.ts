import {
  betweenWorlds,
  decimalsFor,
  displayOf,
  fixed,
  resultDictionary,
} from '../measures/index.ts';
import type { Language } from '../language.ts';
import { halfWidth, type Estimate } from '../math/interval.ts';
import type { TextColumn } from '../text/text-table.ts';

/** A number that stands in a table for the terminal. */
export interface Headline {
  /** Lines of its head, by language. */
  readonly head: Readonly<Record<Language, readonly string[]>>;
  readonly world: string;
  readonly measure: string;
}

/** The measures that compare institutions at a glance. */
export const headline: readonly Headline[] = [
  actual('approval-rate', ['approved'], '批准率'),
  actual('take-up-rate', ['taken', 'up'], '接受率'),
  actual('default-rate', ['default'], '违约率'),
  actual('will-not-pay-rate', ['will', 'not pay'], '不愿偿还'),
  actual('apr', ['APR'], '年利率'),
  actual('welfare', ['welfare'], '福利'),
  between('moral-hazard-low', ['moral', 'hazard', 'from'], '道德风险下限'),
  between('moral-hazard-high', ['moral', 'hazard', 'to'], '道德风险上限'),
  between('safe-types-left-out', ['safe', 'left', 'out'], '安全型被遗漏'),
  between('showing-types-held', ['types', 'shown'], '展示类型'),
  between('showing-types-relearned', ['types', 'shown'], '展示类型'),
];

function actual(measure: string, en: readonly string[], zh: string): Headline {
  return { head: { en, zh: [zh] }, world: 'actual', measure };
}

function between(measure: string, en: readonly string[], zh: string): Headline {
  return { ...actual(measure, en, zh), world: betweenWorlds };
}

const words = {
  en: { noApplications: 'no applications', noApprovals: 'none approved', noLoans: 'no loans' },
  zh: { noApplications: '无申请', noApprovals: '无人获批', noLoans: '无贷款' },
} as const;

/** What there is none of where a measure is not defined. */
const lacking: Readonly<Record<string, keyof (typeof words)['en']>> = {
  'approval-rate': 'noApplications',
  welfare: 'noApplications',
  'take-up-rate': 'noApprovals',
};

/** Mark of a number that cannot be told apart from what it is compared with. */
export const alikeMark = '≈';

/** One cell's number. */
export interface Entry {
  readonly value: Estimate;
  /** Whether it cannot be told apart from what it is compared with. */
  readonly alike: boolean;
}

/** "51.8 ± 0.4" for each entry, in per cent or the measure's unit; as many decimals as the column's errors call for. */
export function headlineColumn(
  { head, measure }: Headline,
  entries: readonly Entry[],
  language: Language = 'en',
): TextColumn {
  const say = words[language];
  const { factor, unit } = displayOf(resultDictionary.passportOf(measure).unit);
  const halves = entries.map(({ value }) => factor * halfWidth(value)).filter((half) => half > 0);
  const middle = halves.toSorted((a, b) => a - b)[Math.floor(halves.length / 2)];
  const decimals = decimalsFor(middle, factor === 100 ? 1 : 4);
  const text = ({ value, alike }: Entry): string => {
    if (value.n === 0) return say[lacking[measure] ?? 'noLoans'];
    const mean = fixed(factor * value.mean, decimals);
    const half = factor * halfWidth(value);
    if (Number.isNaN(half)) return mean;
    return `${mean} ± ${fixed(half, decimals)}${alike ? alikeMark : ' '}`;
  };
  return {
    head: [...head[language], factor === 100 ? '%' : unit],
    cells: entries.map(text),
    align: 'right',
  };
}

const legends = {
  en: {
    shares:
      "Per cent of: applications (approved), approvals (taken up), loans over the loan's life (default, will not pay). APR is a rate a year.",
    welfare: 'Welfare in per cent of a mean loan, per application.',
    'moral-hazard-low':
      'Moral hazard: welfare that contracts on effort and repayment would add, an interval: while types are hidden, and while lenders see them.',
    'safe-types-left-out':
      'Safe left out: how many more of the safe would get a loan if lenders saw types, per cent of their applications.',
    'showing-types-held':
      'Types shown: what showing types to lenders changes in welfare, sanctions held; no measure of adverse selection.',
    'showing-types-relearned':
      'Types shown: what showing types to lenders changes in welfare, sanctions learnt anew; no measure of adverse selection.',
  },
  zh: {
    shares:
      '百分比的分母：申请（批准率）、获批申请（接受率）、贷款，就贷款整个存续期而言（违约率、不愿偿还）。年利率（APR）按年计。',
    welfare: '福利以每笔申请计，为平均贷款额的百分比。',
    'moral-hazard-low':
      '道德风险：若努力与还款可写入合同，福利可增加多少，以区间表示：类型隐藏时，以及贷款人看见类型时。',
    'safe-types-left-out':
      '安全型被遗漏：若贷款人看见类型，安全型借款人会多得多少贷款，占其申请的百分比。',
    'showing-types-held':
      '展示类型：向贷款人展示类型使福利改变多少，惩戒保持不变；并非逆向选择的度量。',
    'showing-types-relearned':
      '展示类型：向贷款人展示类型使福利改变多少，惩戒重新习得；并非逆向选择的度量。',
  },
} as const;

/**
 * What the columns are of.
 *
 * @param measures ids of the measures that the results hold
 */
export function headlineLegend(measures: ReadonlySet<string>, language: Language = 'en'): string[] {
  const say = legends[language];
  const worlds = [
    'moral-hazard-low',
    'safe-types-left-out',
    'showing-types-held',
    'showing-types-relearned',
  ] as const;
  return [say.shares, say.welfare, ...worlds.filter((id) => measures.has(id)).map((id) => say[id])];
}
