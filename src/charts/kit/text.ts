/**
 * How wide text will be, near enough to wrap a title or keep a label off another one. Charts may not
 * open fonts; the export measures exactly.
 */

/** Advance widths of Source Sans 3 by kind of character, in em. */
function advance(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x2e80) return 1;
  if (/[ijlI.,:;'|!()[\]]/.test(character)) return 0.27;
  if (/[ftr\s\-–/·]/.test(character)) return 0.32;
  if (/[mwMW%@—]/.test(character)) return 0.82;
  if (/[A-Z&]/.test(character)) return 0.6;
  return 0.5;
}

/** Width of one line of text in the unit of `fontSize`. */
export function textWidth(text: string, fontSize: number): number {
  let em = 0;
  for (const character of text) em += advance(character);
  return em * fontSize;
}

/**
 * Breaks text into lines no wider than `width`: at spaces, or between any two characters of Chinese.
 * A single word that is too long is broken too. What does not fit into `maxLines` ends in `…`.
 */
export function wrapToPoints(
  text: string,
  width: number,
  fontSize: number,
  maxLines = Infinity,
): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of pieces(text, width, fontSize)) {
    if (line !== '' && textWidth((line + piece).trimEnd(), fontSize) > width) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  if (line.trimEnd() !== '') lines.push(line.trimEnd());
  if (lines.length <= maxLines) return lines;
  const kept = lines.slice(0, maxLines);
  kept[maxLines - 1] = `${kept[maxLines - 1]?.replace(/[\s,.;:,。;]*$/, '')}…`;
  return kept;
}

/** Spaces, a Chinese character with its marks, a word up to the next space or Chinese. */
const unbreakable =
  /\s+|[\p{Ps}\p{Pi}]*\p{Script=Han}[\p{Po}\p{Pe}\p{Pf}]*|(?:(?![\p{Ps}\p{Pi}]+\p{Script=Han})[^\s\p{Script=Han}])+\s*/gu;

/** Text cut where a line may break: after spaces and around Chinese characters, never before closing marks or after opening ones. */
function pieces(text: string, width: number, fontSize: number): string[] {
  const unbroken = text.match(unbreakable) ?? [];
  return unbroken.flatMap((piece) =>
    textWidth(piece, fontSize) <= width ? [piece] : Array.from(piece),
  );
}
