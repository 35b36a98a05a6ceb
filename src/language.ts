/** The languages that figures and reports are written in. */
export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/** The same words in every language. */
export type Words = Readonly<Record<Language, string>>;

/** How a language is marked in names of files and folders: '' for English, in which runs, scenarios and sources speak. */
export function fileMark(language: Language): string {
  return language === 'en' ? '' : language;
}

/** A file's name in a language: `report.html`, `report.zh.html`. */
export function fileNameIn(name: string, language: Language): string {
  const mark = fileMark(language);
  return mark === '' ? name : name.replace(/(\.[a-z]+)$/, `.${mark}$1`);
}

/** By these names HTML and PDF know the languages (BCP 47). */
export const languageTags: Readonly<Record<Language, string>> = { en: 'en', zh: 'zh-Hans' };

/** What is said in a language, of what is said in all: what a language lacks does not compile. */
export function inWords<Said>(language: Language, said: Readonly<Record<Language, Said>>): Said {
  return said[language];
}

/** Punctuation of running text. */
interface Marks {
  readonly colon: string;
  readonly comma: string;
  /** Between the items of a short list. */
  readonly listed: string;
  readonly semicolon: string;
  readonly stop: string;
  /** Between sentences. */
  readonly space: string;
}

export const marks: Readonly<Record<Language, Marks>> = {
  en: { colon: ': ', comma: ', ', listed: ', ', semicolon: '; ', stop: '.', space: ' ' },
  zh: { colon: '：', comma: '，', listed: '、', semicolon: '；', stop: '。', space: '' },
};

/** An English title as it stands inside a sentence: without its capital, unless it is of initials, as APR. */
export function lowered(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? `${title.charAt(0).toLowerCase()}${title.slice(1)}` : title;
}
