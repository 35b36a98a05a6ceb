import type { EstimateRow, RowPanel } from './row-panel.ts';
import { decimal } from './words.ts';

/**
 * Decimals of a per cent that the intervals of a column leave sense in: one digit of the error, at least one decimal.
 *
 * @param rows whose intervals are read; the one in the middle counts
 */
export function digitsOf(
  rows: readonly { readonly low: number | null; readonly high: number | null }[],
): number {
  const halves = rows
    .flatMap(({ low, high }) => (low === null || high === null ? [] : [50 * (high - low)]))
    .filter((half) => half > 0)
    .toSorted((a, b) => a - b);
  const middle = halves[Math.floor(halves.length / 2)];
  if (middle === undefined) return 1;
  return Math.min(3, Math.max(1, Math.ceil(-Math.log10(middle))));
}

/** A row's number as it stands beside its panel: `28.9`, `+2.2`, `3.5–4.2`. */
export function rowValue(
  { institution, mean }: EstimateRow,
  { effect = false, digits = 1 }: RowPanel,
  upper: readonly EstimateRow[],
  none: string,
): string {
  if (mean === null) return none;
  const end = upper.find((row) => row.institution === institution)?.mean;
  const text = decimal(100 * mean, digits);
  if (end !== undefined && end !== null) return `${text}–${decimal(100 * end, digits)}`;
  return effect && mean > 0 && Number(text) !== 0 ? `+${text}` : text;
}
