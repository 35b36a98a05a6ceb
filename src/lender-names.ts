import type { Language } from './language.ts';

/** Kinds of lender as people call them; the number of a lender follows. */
const kinds: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  bank: { en: 'Bank', zh: '银行' },
  internet: { en: 'Internet', zh: '互联网机构' },
  'consumer-finance': { en: 'Consumer finance', zh: '消费金融公司' },
};

/** A lender as people call it: `Bank 1` of `bank-1`; an id of a scenario's own as it is. */
export function lenderName(id: string, language: Language): string {
  const [, kind = '', number = ''] = /^(.*?)(?:-(\d+))?$/.exec(id) ?? [];
  if (!Object.hasOwn(kinds, kind)) return id;
  return [kinds[kind][language], number].filter((part) => part !== '').join(' ');
}
