/** Control characters but line breaks, signs that turn the direction of what follows, halves of letters. */
const odd =
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  /[\u0000-\u0009\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]|\p{Cs}/u;

/** What is odd about a text that people will read: the first such sign, by its number; undefined if nothing is. */
export function oddSignIn(text: string): string | undefined {
  return oddSignAt(text)?.name;
}

/** The same, and where it stands, from 0. */
export function oddSignAt(
  text: string,
): { readonly name: string; readonly index: number } | undefined {
  const found = odd.exec(text);
  return found ? { name: nameOf(found[0]), index: found.index } : undefined;
}

function nameOf(sign: string): string {
  const code = sign.codePointAt(0) ?? 0;
  const number = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  if (code === 0x09) return `a tab (${number})`;
  if (code === 0) return `a NUL (${number})`;
  if (code < 0xa0) return `a control character (${number})`;
  return code >= 0xd800 ? `half of a letter (${number})` : `a sign that turns the text (${number})`;
}

/** The same text with such signs spelt out, so that no terminal obeys them. */
export function harmless(text: string): string {
  return text.replace(new RegExp(odd.source, 'gu'), (sign) => {
    if (sign === '\t') return ' ';
    return `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`;
  });
}

/** The beginning of a text, where it is long. */
export function cut(text: string, most = 60): string {
  const letters = Array.from(text);
  return letters.length <= most ? text : `${letters.slice(0, most).join('')}…`;
}

/** Whether a spreadsheet would take a text for a formula. */
export function isFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text);
}
