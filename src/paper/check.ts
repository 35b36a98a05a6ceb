/** One statement of the paper beside what its own data give. */
export interface Check {
  /** Table, figure or section it stands in: `table-6`, `section-4.2`. */
  readonly exhibit: string;
  readonly about: string;
  /** What the paper prints: the figure, or its claim in our words. */
  readonly printed: string;
  /** What follows from the data that the paper prints. */
  readonly found: string;
  readonly agrees: boolean;
  /** Why they differ; '' where they agree. */
  readonly because: string;
}

/** A number as printed against the number derived: they agree if one rounds to the other. */
export function checkNumber(
  exhibit: string,
  about: string,
  printed: string,
  derived: number,
  because = '',
): Check {
  const agrees = roundsTo(derived, printed);
  return {
    exhibit,
    about,
    printed,
    found: significant(derived),
    agrees,
    because: agrees ? '' : because || `it rounds to ${derived.toFixed(decimals(printed))}`,
  };
}

/** Whether a value, rounded to as many decimals as are printed, is the printed number. */
export function roundsTo(value: number, printed: string): boolean {
  const half = 0.5 * Number(`1e-${decimals(printed)}`);
  return Math.abs(value - Number(printed)) <= half * (1 + 1e-9);
}

/** A statement that the paper's own data do not bear out. */
export function differs(
  exhibit: string,
  about: string,
  printed: string,
  found: string,
  because: string,
): Check {
  return { exhibit, about, printed, found, agrees: false, because };
}

/** Six significant digits, without trailing zeros. */
function significant(value: number): string {
  return String(Number(value.toPrecision(6)));
}

function decimals(printed: string): number {
  return printed.split('.')[1]?.length ?? 0;
}
