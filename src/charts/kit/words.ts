import { inWords, marks, type Language, type Words } from '../../language.ts';

/** `0.1774` → `17.7%`; NaN → `–`. */
export function percent(value: number, digits = 1): string {
  if (!Number.isFinite(value)) return '–';
  return `${decimal(100 * value, digits)}%`;
}

/** A difference of shares in points: `0.031` → `+3.1`. */
export function signedPoints(value: number): string {
  const text = decimal(100 * value, 1);
  return value > 0 && Number(text) !== 0 ? `+${text}` : text;
}

/** Fixed decimals with a true minus sign and no negative zero; NaN → `–`. */
export function decimal(value: number, digits: number): string {
  if (!Number.isFinite(value)) return '–';
  const text = value.toFixed(digits);
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}

/** `a, b and c`, or `a、b和c`. */
export function enumerate(items: readonly string[], language: Language): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  const head = items.slice(0, -1);
  return inWords(language, {
    en: `${head.join(', ')} and ${last}`,
    zh: `${head.join('、')}和${last}`,
  });
}

/** ` (of loans)`, or `（贷款）`. */
export function inBrackets(text: string, language: Language): string {
  return inWords(language, { en: ` (${text})`, zh: `（${text}）` });
}

/** A sentence from its parts: spaces between sentences in English, none in Chinese. Empty parts drop out. */
export function paragraph(sentences: readonly string[], language: Language): string {
  return sentences.filter((sentence) => sentence !== '').join(marks[language].space);
}

/** A list written with commas and stops, with the marks of its language: Chinese ones after Chinese text and numbers. */
export function punctuated(text: string, language: Language): string {
  return punctuations[language](text);
}

const punctuations: Readonly<Record<Language, (text: string) => string>> = {
  en: (text) => text,
  zh: (text) =>
    text.replaceAll(
      /(?<=[\p{Script=Han}\d%）])([,;:.])(?: +|(?=$|[^\d]))/gu,
      (_, mark: string) => chineseMarks[mark] ?? mark,
    ),
};

const chineseMarks: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '.': '。',
};

/** A line of what a mark tells who points at it: a field, and what it is called. */
export function tip(field: string, title: Words, language: Language, format?: string) {
  return { field, title: title[language], ...(format !== undefined && { format }) };
}

/** The line that names the institution, from the field `label`. */
export function institutionTip(language: Language) {
  return tip('label', { en: 'institution', zh: '征信模式' }, language);
}
