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
