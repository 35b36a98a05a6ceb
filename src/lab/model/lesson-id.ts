/** The five lessons, by number. */
export const lessonIds = ['1', '2', '3', '4', '5'] as const;
export type LessonId = (typeof lessonIds)[number];
