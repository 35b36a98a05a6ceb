import { grouped } from '../../text/grouped.ts';
import type { Language } from '../../language.ts';
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
  const title = measureName(passport, language);
  const measure = language === 'zh' ? title : lowered(title);
  if (language === 'zh') {
    if (question.kind === 'first') return `谁在${measure}上居首`;
    if (question.kind === 'level') return `${name(question.institution)}下的${measure}`;
    return `${name(question.institution)}与${name(question.other)}在${measure}上之差`;
  }
  if (question.kind === 'first') return `who is first in ${measure}`;
  if (question.kind === 'level') return `${measure} under ${name(question.institution)}`;
  return `how far ${name(question.institution)} differs from ${name(question.other)} in ${measure}`;
}

/** Without its capital, unless it is of initials, as APR. */
export function lowered(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? `${title.charAt(0).toLowerCase()}${title.slice(1)}` : title;
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
