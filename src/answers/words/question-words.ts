import { grouped } from '../../text/grouped.ts';
import { inWords, type Language, lowered } from '../../language.ts';
import type { Passport } from '../../measures/index.ts';
import { measureName } from './measure-words.ts';
import type { Question } from '../question.ts';

/** How an institution is called. */
export type NameOf = (institution: string) => string;

/** What is asked, inside a sentence: "who is first in welfare". */
export function questionText(
  question: Question,
  passport: Pick<Passport, 'id' | 'title'>,
  name: NameOf,
  language: Language = 'en',
): string {
  const measure = measureInSentence(passport, language);
  if (question.kind === 'first') {
    return inWords(language, { en: `who is first in ${measure}`, zh: `谁在${measure}上居首` });
  }
  const one = name(question.institution);
  if (question.kind === 'level') {
    return inWords(language, { en: `${measure} under ${one}`, zh: `${one}下的${measure}` });
  }
  const other = name(question.other);
  return inWords(language, {
    en: `how far ${one} differs from ${other} in ${measure}`,
    zh: `${one}与${other}在${measure}上之差`,
  });
}

/** A measure's title as it stands inside a sentence. */
export function measureInSentence(
  passport: Pick<Passport, 'id' | 'title'>,
  language: Language,
): string {
  const title = measureName(passport, language);
  return inWords(language, { en: lowered(title), zh: title });
}

/** File stem of the answer: `first-in-welfare`, `dual-apr`, `dual-less-none-apr`. */
export function questionStem(question: Question, measure: string): string {
  const plain = measure.replaceAll(/[^a-z0-9-]+/gi, '-');
  if (question.kind === 'first') return `first-in-${plain}`;
  if (question.kind === 'level') return `${question.institution}-${plain}`;
  return `${question.institution}-less-${question.other}-${plain}`;
}

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** "five", or "12". */
export function numberWord(n: number): string {
  return words[n] ?? grouped(n);
}
