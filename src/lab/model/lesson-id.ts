/** The five lessons, by number. */
export const lessonIds = ['1', '2', '3', '4', '5'] as const;
export type LessonId = (typeof lessonIds)[number];

/** The same game again under another institution. */
export const encoreIds = ['quotes', 'tiers', 'standards', 'shock', 'reform'] as const;
export type EncoreId = (typeof encoreIds)[number];
