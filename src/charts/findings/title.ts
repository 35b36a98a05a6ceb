import type { Language } from '../../language.ts';
import { textWidth, wrapToPoints } from '../kit/text.ts';

/** Words that a title may have: a listener reads it at a glance. */
const mostWords = 10;

/** Where words are not told apart by spaces, what fills the lines is as much as a listener reads. */
const isGlanced: Readonly<Record<Language, (title: string) => boolean>> = {
  en: (title) => title.split(/\s+/).length <= mostWords,
  zh: (title) => textWidth(title, 1) <= 2 * lineWidth,
};

/** Room of two lines of a figure of one column, in heights of its type. */
const lineWidth = 23.5;

/** Whether a title stands on two lines in the narrowest figure, and is short enough for a slide. */
export function isShort(title: string, language: Language): boolean {
  return wrapToPoints(title, lineWidth, 1.02).length <= 2 && isGlanced[language](title);
}

/** The first of several ways to say the same that is short enough; the last one if none is. */
export function shortest(titles: readonly string[], language: Language): string {
  return titles.find((title) => isShort(title, language)) ?? titles.at(-1) ?? '';
}
