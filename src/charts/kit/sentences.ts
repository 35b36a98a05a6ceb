import {
  defined,
  descending,
  interval,
  nameInSentence,
  type InstitutionEstimate,
} from './select.ts';
import { inWords, marks, type Language } from '../../language.ts';
import type { RowPart } from './row-chart.ts';
import { inBrackets, percent, signedPoints } from './words.ts';

/** Text with a capital and a full stop. */
export function sentence(text: string, language: Language): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${marks[language].stop}`;
}

/** `approval from 56.0% (No sharing) to 96.0% (Negative-only)`. */
export function range(
  rows: readonly InstitutionEstimate[],
  what: string,
  language: Language,
  write: (value: number) => string = percent,
): string {
  const ranked = descending(defined(rows), (row) => row.mean);
  const most = ranked[0];
  const least = ranked.at(-1);
  if (most === undefined || least === undefined)
    return inWords(language, { en: `${what} is not defined`, zh: `${what}无定义` });
  if (most === least)
    return inWords(language, {
      en: `${what} is ${write(most.mean)}`,
      zh: `${what}为 ${write(most.mean)}`,
    });
  return inWords(language, {
    en: `${what} from ${write(least.mean)} (${least.label}) to ${write(most.mean)} (${most.label})`,
    zh: `${what}从 ${write(least.mean)}（${nameInSentence(least, 'zh')}）到 ${write(most.mean)}（${nameInSentence(most, 'zh')}）`,
  });
}

/** Rows that a listener can hold in the head; of more, their ends are told. */
const mostListed = 4;

/** Every row where they are few, else the range that they span. */
export function listingOrRange(
  rows: readonly InstitutionEstimate[],
  what: string,
  language: Language,
  write: (value: number) => string = percent,
): string {
  return rows.length > mostListed
    ? sentence(range(rows, what, language, write), language)
    : listing(rows, what, language, write);
}

/** `Approval: No sharing 56.0% (55.1% – 56.9%), …`; nothing without rows. */
export function listing(
  rows: readonly InstitutionEstimate[],
  what: string,
  language: Language,
  write: (value: number) => string = percent,
): string {
  if (rows.length === 0) return '';
  const items = rows.map((row) => `${nameInSentence(row, language)} ${interval(row, write)}`);
  return sentence(`${what}${marks[language].colon}${items.join(marks[language].comma)}`, language);
}

/**
 * How a panel is told in an alternative text: levels in per cent; effects with their sign and, since a difference of shares
 * is no per cent of anything, the unit that stands over the panel.
 */
export function toldAs(
  { name, unit, effect = false }: Pick<RowPart, 'name' | 'unit' | 'effect'>,
  language: Language,
): [what: string, language: Language, write: (value: number) => string] {
  return effect
    ? [`${name[language]}${inBrackets(unit[language], language)}`, language, signedPoints]
    : [name[language], language, percent];
}
