import type { InstitutionId } from './institutions/index.ts';
import type { Language } from './language.ts';

/** Chinese names of the built-in institutions; any other keeps the label its scenario gives it. */
const builtIn: Readonly<Record<InstitutionId, string>> = {
  none: '无信息共享',
  'government-led': '政府主导（欧盟）',
  'market-led': '市场主导（美国）',
  'association-led': '行业协会主导（日本）',
  sesame: '芝麻信用',
  dual: '双轨制（中国）',
  'negative-only': '仅共享负面信息',
  'full-sharing': '全面共享',
};
const chineseNames: Readonly<Record<string, string>> = builtIn;

/** The name of an institution: in Chinese if it is a built-in one, else as the scenario labels it. */
export function institutionName(
  { id, label }: { readonly id: string; readonly label: string },
  language: Language,
): string {
  const translated = Object.hasOwn(chineseNames, id) ? chineseNames[id] : undefined;
  return language === 'zh' && translated !== undefined ? translated : label;
}
