import { families, hasLetter } from './faces.ts';

/** Drawn in place of a letter that no font has. */
const box = '□';

/** Joins and selects forms of letters around it; nothing is lost without it. */
const isUnseen = (code: number) =>
  code === 0x200d || code === 0x200c || (code >= 0xfe00 && code <= 0xfe0f);

/** What is not in every font of ours; all else is looked at no further. */
const unusual = /[^\n\t\u0020-\u007e\u00a0-\u024f]/gu;

function isWritten(letter: string): boolean {
  const code = letter.codePointAt(0) ?? 0;
  return code < 0x20 || families().some((family) => hasLetter(family, code));
}

/** A text in which a box stands for every letter that no font has. */
export function boxed(text: string): string {
  return text.replaceAll(unusual, (one) => {
    if (isWritten(one)) return one;
    return isUnseen(one.codePointAt(0) ?? 0) ? '' : box;
  });
}

/** The letters of a text that no font has, each once, as they come. */
export function unwritten(text: string): string[] {
  const lost = (text.match(unusual) ?? []).filter(
    (one) => !isWritten(one) && !isUnseen(one.codePointAt(0) ?? 0),
  );
  return [...new Set(lost)];
}
