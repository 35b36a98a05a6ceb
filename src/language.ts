/** The languages that figures and reports are written in. */
export const languages = ['en', 'zh'] as const;
export type Language = (typeof languages)[number];

/** The same words in every language. */
export type Words = Readonly<Record<Language, string>>;
