import type { Parameter } from '../../parameters.ts';
import { meanings } from './meanings.ts';
import { sources } from './sources.ts';
import { units } from './units.ts';

/** What a passport says in words. */
export type PassportWords = Pick<Parameter, 'about' | 'unit' | 'source'>;

/** A passport in Chinese; in its own words where a number is not one of ours. */
export function chinesePassport({ about, unit, source }: PassportWords): PassportWords {
  const told = (table: Readonly<Record<string, string>>, text: string) =>
    Object.hasOwn(table, text) ? table[text] : text;
  return { about: told(meanings, about), unit: told(units, unit), source: told(sources, source) };
}
