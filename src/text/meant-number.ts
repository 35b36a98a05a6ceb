/** What people mean by a text that is no number to a computer; undefined where that cannot be told. */
export function numberHint(given: string): string | undefined {
  const decimal = /^([-+]?)(\d*),(\d+)$/.exec(given.trim());
  if (decimal) {
    const [, sign = '', whole = '', rest = ''] = decimal;
    const asDecimal = `${sign}${whole || '0'}.${rest}`;
    // 1,234 may be either; 0,234 is no thousand.
    const isEither = rest.length === 3 && /^[1-9]\d{0,2}$/.test(whole);
    return isEither
      ? `write ${sign}${whole}${rest}, or ${asDecimal} if the comma is decimal`
      : `write ${asDecimal}: decimals have a dot`;
  }
  const bare = given.replaceAll(/[_, ]/g, '');
  if (/^[-+]?[\d.]+%$/.test(bare))
    return `write ${Number.parseFloat(bare) / 100}: shares are decimals`;
  if (bare !== '' && Number.isFinite(Number(bare))) {
    return `write ${bare}, without quotation marks, spaces or separators`;
  }
  return undefined;
}

/**
 * The words of a list, cut at commas, whose commas were decimal: `0`, `01` is `0.01`. A zero before further digits tells, and
 * whole numbers that stand in pairs, where a list of them is not what is asked for.
 *
 * @param isWholeMeant whether a list of so many whole numbers may well be meant
 * @returns the words as they were meant; undefined where no comma is decimal
 */
export function withDecimalDots(
  words: readonly string[],
  isWholeMeant: boolean,
): string[] | undefined {
  const isDigits = (word = '') => /^\d+$/.test(word);
  const isWhole = (word = '') => /^[-+]?\d+$/.test(word);
  const arePairs =
    !isWholeMeant &&
    words.length % 2 === 0 &&
    words.every((word, k) => (k % 2 === 0 ? isWhole(word) : isDigits(word)));
  const meant: string[] = [];
  for (let k = words.length - 1; k >= 0; k--) {
    const isTail = arePairs ? k % 2 === 1 : /^0\d+$/.test(words[k]) && isWhole(words[k - 1]);
    meant.unshift(isTail ? `${words[k - 1]}.${words[k]}` : words[k]);
    if (isTail) k--;
  }
  return meant.length < words.length ? meant : undefined;
}
