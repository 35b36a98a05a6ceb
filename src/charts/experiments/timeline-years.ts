import { inWords, type Language } from '../../language.ts';

/**
 * The axis of a time line, whose rows count years after the first: years of the calendar where the scenario has one that
 * begins with a year, else the counts.
 *
 * @param start date of the first counted quarter
 */
export function yearAxis(start: string | undefined, last: number, language: Language) {
  const [, first] = /^(\d{4})-Q1$/.exec(start ?? '') ?? [];
  const values = Array.from({ length: last + 1 }, (_, k) => k);
  if (first === undefined) {
    const title = inWords(language, { en: 'Years after the first', zh: '第一年之后的年数' });
    return { title, values, format: 'd', grid: false };
  }
  const title = inWords(language, { en: 'Year', zh: '年份' });
  return { title, values, labelExpr: `format(datum.value + ${first}, 'd')`, grid: false };
}
