import type { InstitutionId } from './institutions/index.ts';
import type { Language, Words } from './language.ts';

/** How the built-in institutions are called: by their type, or with the country that stands for it. */
export const labellings = ['types', 'countries'] as const;
export type Labelling = (typeof labellings)[number];

/** Names of the built-in institutions. Types unless a reader asks for countries: nothing here is a fact about a country. */
const builtIn: Readonly<Record<InstitutionId, Readonly<Record<Labelling, Words>>>> = {
  none: alike({ en: 'No sharing', zh: '无信息共享' }),
  'government-led': {
    types: { en: 'Government-led', zh: '政府主导' },
    countries: { en: 'Government-led (EU)', zh: '政府主导（欧盟）' },
  },
  'market-led': {
    types: { en: 'Market-led', zh: '市场主导' },
    countries: { en: 'Market-led (US)', zh: '市场主导（美国）' },
  },
  'association-led': {
    types: { en: 'Association-led', zh: '会员制（行业协会）' },
    countries: { en: 'Association-led (Japan)', zh: '会员制（行业协会，日本）' },
  },
  sesame: alike({ en: 'Sesame Credit', zh: '芝麻信用' }),
  dual: {
    types: { en: 'Dual', zh: '双轨制' },
    countries: { en: 'Dual (China)', zh: '双轨制（中国）' },
  },
  'negative-only': alike({ en: 'Negative data only', zh: '仅共享负面信息' }),
  'full-sharing': alike({ en: 'Full sharing', zh: '全面共享' }),
};

function alike(name: Words): Readonly<Record<Labelling, Words>> {
  return { types: name, countries: name };
}

/** Ids of the built-in institutions. */
export const builtInIds: readonly string[] = Object.keys(builtIn);

/** What a built-in institution is called by its type; the id of any other. */
export function builtInName(id: string, language: Language): string {
  const found: Readonly<Partial<Record<string, Readonly<Record<Labelling, Words>>>>> = builtIn;
  return found[id]?.types[language] ?? id;
}

/** Names of the built-in institutions by the English ones, which scenarios label them by. */
const names = new Map(
  Object.values(builtIn).flatMap((one) => labellings.map((by) => [one[by].en, one[by]] as const)),
);
const labellingsOf = new Map(
  Object.values(builtIn).flatMap((one) => labellings.map((by) => [one[by].en, one] as const)),
);

/** The name of an institution: in the language if it bears a built-in one, else as the scenario labels it. */
export function institutionName(
  { label }: { readonly id?: string; readonly label: string },
  language: Language,
): string {
  return names.get(label)?.[language] ?? label;
}

/** Institutions called by types or by countries, where they bear a built-in name; labels of a scenario's own stay. */
export function labelled<One extends { readonly label: string }>(
  institutions: readonly One[],
  by: Labelling,
): One[] {
  return institutions.map((one) => ({
    ...one,
    label: labellingsOf.get(one.label)?.[by].en ?? one.label,
  }));
}
