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
  /** The upper end, where the measure is the lower end of an interval: one column shows both. */
  readonly upper?: string;
}

/** The measures that compare institutions at a glance. */
export const headline: readonly Headline[] = [
  actual('approval-rate', ['approved'], '批准率'),
  actual('take-up-rate', ['taken', 'up'], '提款率'),
  actual('default-rate', ['default'], '违约率'),
  actual('will-not-pay-rate', ['will', 'not pay'], '不愿偿还'),
  actual('apr', ['APR'], '成交利率（年化）'),
  actual('welfare', ['welfare'], '福利'),
  {
    ...actual('moral-hazard-low', ['moral', 'hazard'], '道德风险'),
    world: betweenWorlds,
    upper: 'moral-hazard-high',
  },
];

function actual(measure: string, en: readonly string[], zh: string): Headline {
  return { head: { en, zh: [zh] }, world: 'actual', measure };
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
export interface HeadlineNumber {
  readonly value: Estimate;
  /** Whether it cannot be told apart from what it is compared with. */
  readonly alike: boolean;
  /** The upper end, where the column shows intervals from one number to another. */
  readonly upper?: HeadlineNumber;
}

/** "51.8 ± 0.4" for each entry, in per cent or the measure's unit; as many decimals as the column's errors call for. */
export function headlineColumn(
  { head, measure }: Headline,
  entries: readonly HeadlineNumber[],
  language: Language = 'en',
): TextColumn {
  const say = words[language];
  const { factor, unit } = displayOf(resultDictionary.passportOf(measure).unit);
  const halves = entries.map(({ value }) => factor * halfWidth(value)).filter((half) => half > 0);
  const middle = halves.toSorted((a, b) => a - b)[Math.floor(halves.length / 2)];
  const decimals = decimalsFor(middle, factor === 100 ? 1 : 4);
  const text = ({ value, alike, upper }: HeadlineNumber): string => {
    if (value.n === 0) return say[lacking[measure] ?? 'noLoans'];
    const mean = fixed(factor * value.mean, decimals);
    const half = factor * halfWidth(value);
    if (upper !== undefined) {
      const mark = Number.isNaN(half) ? '' : alike && upper.alike ? alikeMark : ' ';
      return `${mean} – ${fixed(factor * upper.value.mean, decimals)}${mark}`;
    }
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
    hazard:
      'Moral hazard: the welfare that contracts on effort and repayment would add, an interval from – to: while types are hidden, and while lenders see them.',
  },
  zh: {
    shares:
      '百分比的分母：申请（批准率）、获批申请（提款率）、贷款，就贷款整个存续期而言（违约率、不愿偿还）。成交利率为年化。',
    welfare: '福利以每笔申请计，为平均贷款额的百分比。',
    hazard:
      '道德风险：若努力与还款可写入合同，福利可增加多少，以区间表示：类型隐藏时，以及贷款机构看见类型时。',
  },
} as const;

/**
 * What the columns are of.
 *
 * @param measures ids of the measures that the results hold
 */
export function headlineLegend(measures: ReadonlySet<string>, language: Language = 'en'): string[] {
  const say = legends[language];
  return [say.shares, say.welfare, ...(measures.has('moral-hazard-low') ? [say.hazard] : [])];
}
