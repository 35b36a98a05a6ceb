/** Sign before the decimals of a number. */
export type Decimal = 'dot' | 'comma';

/** What a cell says about the sign: it shows it, it could be read either way, or neither. */
export type SignShown = Decimal | 'either' | 'none';

/** Digits in groups of three: `1.234` is a thousand to some and a bit more than one to others. */
const grouped = /^[-+]?[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*$/;

export function signShownIn(cell: string): SignShown {
  const text = cell.trim();
  const groups = grouped.exec(text);
  if (groups) {
    // Two groups can only be thousands, so the other sign is the decimal one.
    const isThousands = text.split(groups[1] ?? '').length > 2;
    if (!isThousands) return 'either';
    return groups[1] === '.' ? 'comma' : 'dot';
  }
  if (/^[-+]?\d{1,3}(?:\.\d{3})+,\d+$/.test(text)) return 'comma';
  if (/^[-+]?\d{1,3}(?:,\d{3})+\.\d+$/.test(text)) return 'dot';
  if (/^[-+]?\d*,\d+(?:e[-+]?\d+)?$/i.test(text)) return 'comma';
  if (/^[-+]?\d*\.\d+(?:e[-+]?\d+)?$/i.test(text)) return 'dot';
  return 'none';
}

/**
 * A number as it is written where this sign is the decimal one. One that can be read in one way only needs no sign.
 *
 * @param decimal undefined where nothing settles it
 * @returns NaN if it is none, or can be read in two ways
 */
export function numberIn(cell: string, decimal: Decimal | undefined): number {
  const text = cell.trim();
  if (text === '' || /[xob]/i.test(text)) return NaN;
  const reading = signShownIn(text);
  if (reading === 'none') return Number(text);
  const sign = reading === 'either' ? decimal : reading;
  if (sign === undefined) return NaN;
  if (sign === 'dot') return Number(text.replaceAll(',', ''));
  return Number(text.replaceAll('.', '').replace(',', '.'));
}
