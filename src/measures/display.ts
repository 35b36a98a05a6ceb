/** How numbers are written for people: shares in per cent, as many decimals as their error leaves sense in. */
export interface Display {
  /** What a value is multiplied by. */
  readonly factor: number;
  /** Unit after that, e.g. "% of loans". */
  readonly unit: string;
}

/** Shares are shown in per cent; everything else as it is. */
export function displayOf(unit: string): Display {
  return /^share\b/.test(unit)
    ? { factor: 100, unit: unit.replace(/^share/, '%') }
    : { factor: 1, unit };
}

/**
 * Decimals that show an error to two significant digits, at most five.
 *
 * @param half half-width of the interval, in shown units; where there is none (NaN), or none to speak of,
 *   `otherwise` is returned.
 */
export function decimalsFor(half: number, otherwise: number): number {
  if (!(half >= 1e-5)) return otherwise;
  let decimals = 0;
  for (let scaled = half; scaled < 9.95 && decimals < 5; scaled *= 10) decimals++;
  return decimals;
}

/** A number with fixed decimals, a true minus sign and no negative zero; NaN gives `undefinedText`. */
export function fixed(value: number, decimals: number, undefinedText = 'not defined'): string {
  if (Number.isNaN(value)) return undefinedText;
  const text = value.toFixed(decimals);
  return Number(text) === 0 ? text.replace('-', '') : text.replace('-', '−');
}
