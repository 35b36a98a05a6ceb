import type { Language } from '../../language.ts';
import { en } from './en.ts';
import type { LabWords } from './words.ts';
import { zh } from './zh.ts';

/** All that the lab says, by language. */
export const labWords: Readonly<Record<Language, LabWords>> = { en, zh };
