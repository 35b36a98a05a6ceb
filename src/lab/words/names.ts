import type { InstitutionId } from '../../institutions/index.ts';
import type { Language, Words } from '../../language.ts';

/** Short names of the institutions that a town of the lab can have, as figures call them. */
const names: Readonly<Record<InstitutionId, Words>> = {
  none: { en: 'No sharing', zh: '无信息共享' },
  'government-led': { en: 'Government-led', zh: '政府主导' },
  'market-led': { en: 'Market-led', zh: '市场主导' },
  'association-led': { en: 'Association-led', zh: '会员制（行业协会）' },
  sesame: { en: 'Sesame Credit', zh: '芝麻信用' },
  dual: { en: 'Dual', zh: '双轨制' },
  'negative-only': { en: 'Negative data only', zh: '仅共享负面信息' },
  'full-sharing': { en: 'Full sharing', zh: '全面共享' },
};

export const townInstitutions: readonly string[] = Object.keys(names);

export function institutionNameOf(id: string, language: Language): string {
  const found: Readonly<Record<string, Words>> = names;
  return found[id]?.[language] ?? id;
}
