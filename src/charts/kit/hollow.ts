import type { Language, Words } from '../../language.ts';
import type { EstimateRow } from './row-panel.ts';

/** What hollow points mean, where there is one with a mean to draw; else nothing, for who reads it would look for them. */
export function noteOf(
  parts: readonly { readonly rows: readonly EstimateRow[] }[],
  note: Words,
  language: Language,
): string {
  const isHollow = ({ hollow, mean }: EstimateRow) => hollow === true && mean !== null;
  return parts.some(({ rows }) => rows.some(isHollow)) ? note[language] : '';
}

/** Under the title: what hollow means where effects are held against zero. */
export function unsureNote(
  parts: readonly { readonly rows: readonly EstimateRow[] }[],
  language: Language,
): string {
  return noteOf(
    parts,
    { en: ' Hollow: cannot be told from zero.', zh: '空心点：与零差异不显著。' },
    language,
  );
}

/** The same in a caption, with the test; a title that counts institutions counts the others. */
export function unsureSentence(
  parts: readonly { readonly rows: readonly EstimateRow[] }[],
  language: Language,
): string {
  return noteOf(parts, notTold, language);
}

const notTold: Words = {
  en: 'Hollow: p above 0.05 against zero, after Holm’s correction over institutions, though the interval, which is not corrected, may leave zero out.',
  zh: '空心点：与零相比，在各征信模式间作 Holm 校正后 p > 0.05；误差线未作校正，可能不含零。',
};
