import type { Language } from '../../language.ts';

/** What is said of a fact, and its colour: distinct to who does not tell red from green. */
export const verdictColours = {
  inside: '#0072b2',
  outside: '#d55e00',
  'cannot tell': '#767676',
} as const;
export type VerdictWord = keyof typeof verdictColours;

export const factVerdictWords: Readonly<Record<Language, Readonly<Record<VerdictWord, string>>>> = {
  en: { inside: 'inside', outside: 'outside', 'cannot tell': 'cannot tell' },
  zh: { inside: '区间内', outside: '区间外', 'cannot tell': '无法判断' },
};
