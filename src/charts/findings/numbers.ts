import { inWords, type Language } from '../../language.ts';
import { decimal } from '../kit/words.ts';

const small = [
  ...['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'],
  ...['eleven', 'twelve'],
];

/** `three`; in Chinese and beyond twelve in figures. */
export function countWord(count: number, language: Language): string {
  return inWords(language, { en: small[count] ?? String(count), zh: ` ${count} ` });
}

/** `five of seven`, `all seven`, and `one` where there is nobody else. */
export function countOf(count: number, all: number): string {
  const word = countWord(all, 'en');
  if (count < all) return `${countWord(count, 'en')} of ${word}`;
  return all > 2 ? `all ${word}` : all === 2 ? 'both' : word;
}

/**
 * Two ends as a sentence rounds them: to whole per cent, but never so far that they become one where they are told apart.
 *
 * @param ends shares
 * @param apart whether tests tell them apart
 */
export function roundedEnds(
  [low, high]: readonly [number, number],
  apart: boolean,
): readonly [string, string] {
  for (const digits of [0, 1, 2]) {
    const [a, b] = [decimal(100 * low, digits), decimal(100 * high, digits)];
    if (a !== b || !apart || digits === 2) return [a, b];
  }
  throw new Error('there are three ways to round');
}
