import { defined, descending, interval, nameOf, type InstitutionEstimate } from './select.ts';
import type { Language } from '../../language.ts';
import { percent } from './words.ts';

/** Text with a capital and a full stop. */
export function sentence(text: string, language: Language): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${language === 'zh' ? '。' : '.'}`;
}

/** `approval from 56.0% (No sharing) to 96.0% (Negative-only)`. */
export function range(
  rows: readonly InstitutionEstimate[],
  what: string,
  language: Language,
  write: (value: number) => string = percent,
): string {
  const ranked = descending(defined(rows), (row) => row.mean);
  const most = ranked[0];
  const least = ranked.at(-1);
  const zh = language === 'zh';
  if (most === undefined || least === undefined)
    return zh ? `${what}无定义` : `${what} is not defined`;
  if (most === least)
    return zh ? `${what}为 ${write(most.mean)}` : `${what} is ${write(most.mean)}`;
  return zh
    ? `${what}从 ${write(least.mean)}（${nameOf(least, 'zh')}）到 ${write(most.mean)}（${nameOf(most, 'zh')}）`
    : `${what} from ${write(least.mean)} (${least.label}) to ${write(most.mean)} (${most.label})`;
}

/** `Approval: No sharing 56.0% (55.1% – 56.9%), …`; nothing without rows. */
export function listing(
  rows: readonly InstitutionEstimate[],
  what: string,
  language: Language,
  write: (value: number) => string = percent,
): string {
  if (rows.length === 0) return '';
  const zh = language === 'zh';
  const items = rows.map((row) => `${nameOf(row, language)} ${interval(row, write)}`);
  return sentence(`${what}${zh ? '：' : ': '}${items.join(zh ? '，' : ', ')}`, language);
}
