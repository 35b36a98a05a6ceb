import { shapley, decimalsFor, displayOf, fixed, resultDictionary } from '../measures/index.ts';
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
  actual('rate', ['rate', 'paid'], '实际利率'),
  actual('effort', ['effort'], '努力'),
  actual('welfare', ['welfare'], '福利'),
  part('adverse-selection:welfare', ['adverse', 'selection'], '逆向选择'),
  part('moral-hazard:welfare', ['moral', 'hazard'], '道德风险'),
];

function actual(measure: string, en: readonly string[], zh: string): Headline {
  return { head: { en, zh: [zh] }, world: 'actual', measure };
}

function part(measure: string, en: readonly string[], zh: string): Headline {
  return { ...actual(measure, en, zh), world: shapley };
}

const words = {
  en: { principals: 'principals', noApplications: 'no applications', noLoans: 'no loans' },
  zh: { principals: '倍本金', noApplications: '无申请', noLoans: '无贷款' },
} as const;

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
  const { factor } = displayOf(resultDictionary.passportOf(measure).unit);
  const halves = entries.map(({ value }) => factor * halfWidth(value)).filter((half) => half > 0);
  const middle = halves.toSorted((a, b) => a - b)[Math.floor(halves.length / 2)];
  const decimals = decimalsFor(middle, factor === 100 ? 1 : 4);
  const text = ({ value, alike }: Entry): string => {
    if (value.n === 0) return measure === 'approval-rate' ? say.noApplications : say.noLoans;
    const mean = fixed(factor * value.mean, decimals);
    const half = factor * halfWidth(value);
    if (Number.isNaN(half)) return mean;
    return `${mean} ± ${fixed(half, decimals)}${alike ? alikeMark : ' '}`;
  };
  return {
    head: [...head[language], factor === 100 ? '%' : say.principals],
    cells: entries.map(text),
    align: 'right',
  };
}

/** What the columns are of. */
export function headlineLegend(withParts: boolean, language: Language = 'en'): string[] {
  if (language === 'zh') {
    const both = '逆向选择、道德风险：消除隐藏类型、隐藏行动后每笔申请可增加的福利（夏普利值）。';
    return [
      '百分比的分母：申请（批准率）、获批申请（接受率）、贷款（违约率、不愿偿还）、本金（利率）、所消除的失败风险（努力）。',
      `福利以每笔申请计，单位为本金的倍数。${withParts ? both : ''}`,
    ];
  }
  const parts =
    ' Adverse selection, moral hazard: welfare per application that removing hidden types, hidden action would add (Shapley).';
  return [
    'Shares of: applications (approved), approvals (taken up), loans (default, will not pay), principal (rate), failure hazard removed (effort).',
    `Welfare per application, in principals.${withParts ? parts : ''}`,
  ];
}
