import { institutions } from '../../institutions/registry.ts';
import type { Town } from '../model/town.ts';

/** For how many quarters who decides can read a repaid loan, and a default. */
export interface Memory {
  readonly light: number;
  readonly dark: number;
}

/** What nobody else reads is remembered so: lenders keep their own books so long. */
const ownBooks: Memory = { light: 31, dark: 31 };

/** What the files of a town remember: a black list no repaid loan, a score without files neither. */
export function memoryOf({ institution, with: own }: Town): Memory {
  if (institution === 'none') return ownBooks;
  if (own['shareLoans'] === false) return { light: 0, dark: 0 };
  const of = (key: string) =>
    Number(own[key] ?? institutions[institution]?.parameters[key]?.default);
  const light = institution === 'negative-only' ? 0 : of('retentionPositive');
  return { light, dark: of('retentionNegative') };
}
