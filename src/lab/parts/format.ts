import type { FactId } from '../run/facts.ts';

/** In per cent with one decimal, the minus a minus. */
export function percent(value: number, decimals = 1): string {
  if (!Number.isFinite(value)) return '–';
  return `${(100 * value).toFixed(decimals).replace('-', '−')} %`;
}

/** A difference in points, with its sign. */
export function points(value: number, decimals = 1): string {
  if (!Number.isFinite(value)) return '–';
  const text = (100 * Math.abs(value)).toFixed(decimals);
  // What rounds to nothing has no sign.
  if (Number(text) === 0) return text;
  return `${value < 0 ? '−' : '+'}${text}`;
}

/** Decimals that a fact is told with. */
export const decimalsOf = (fact: FactId): number => (fact === 'will-not-pay-rate' ? 2 : 1);
