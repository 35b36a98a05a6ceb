import { inWords, type Language } from '../../language.ts';
import type { Passport } from '../../measures/index.ts';

/** Measures that figures in Chinese name in Chinese; the others keep their title. */
const chinese: Readonly<Record<string, string>> = {
  welfare: '福利',
  'approval-rate': '批准率',
  'default-rate': '违约率',
  'will-not-pay-rate': '不愿偿还率',
  apr: '成交利率（年化）',
  'take-up-rate': '提款率',
};

/** A measure's title: in Chinese quoted where it is not translated. */
export function measureName(
  { id, title }: Pick<Passport, 'id' | 'title'>,
  language: Language,
): string {
  return inWords(language, {
    en: title,
    zh: Object.hasOwn(chinese, id) ? chinese[id] : `“${title}”`,
  });
}

/** Units as they are shown, in Chinese. */
const chineseUnits: Readonly<Record<string, string>> = {
  '% of a mean loan per application': '每笔申请，占平均贷款额的 %',
  '% of a mean loan': '占平均贷款额的 %',
  '% of the amount lent': '占贷出金额的 %',
  '% of loans': '占贷款的 %',
  '% of applications': '占申请的 %',
  '% of approvals': '占批准的 %',
  '% of borrowers': '占借款人的 %',
  '% of defaults': '占违约的 %',
  '% of income': '占收入的 %',
  '% a year': '年化 %',
  'percentage points': '百分点',
  probability: '概率',
  ratio: '比率',
};

/** A unit as it is shown: in Chinese quoted where it is not translated. */
export function unitName(unit: string, language: Language): string {
  if (unit === '%' || unit === '') return unit;
  const chineseUnit = Object.hasOwn(chineseUnits, unit) ? chineseUnits[unit] : `“${unit}”`;
  return inWords(language, { en: unit, zh: chineseUnit });
}
