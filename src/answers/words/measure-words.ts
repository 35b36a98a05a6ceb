import type { Language } from '../../language.ts';
import type { Passport } from '../../measures/index.ts';

/** Measures that figures in Chinese name in Chinese; the others keep their title. */
const chinese: Readonly<Record<string, string>> = {
  welfare: '福利',
  'approval-rate': '批准率',
  'default-rate': '违约率',
  'will-not-pay-rate': '不愿偿还率',
  apr: '年利率',
  'take-up-rate': '提款率',
};

/** A measure's title: in Chinese quoted where it is not translated. */
export function measureName(
  { id, title }: Pick<Passport, 'id' | 'title'>,
  language: Language,
): string {
  if (language === 'en') return title;
  return Object.hasOwn(chinese, id) ? chinese[id] : `“${title}”`;
}
