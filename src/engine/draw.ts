import { createDrawKey, deriveKey, word, type DrawKey } from '../random/draws.ts';
import { quantileOf, type QuantileTable } from '../math/quantile-table.ts';
import type { SeedKey } from './setup.ts';

/** Where a page's draws come from: hoists the keys. One per simulation, never shared between threads. */
export interface Draws {
  readonly seed: SeedKey;
  readonly key: DrawKey;
}

export function createDraws(seed: SeedKey): Draws {
  return { seed, key: createDrawKey() };
}

/** Words of the rows' borrowers into `out[0 … n − 1]`. */
export function drawWords(
  draws: Draws,
  page: number,
  quarter: number,
  purpose: number,
  index: Int32Array,
  n: number,
  out: Int32Array,
): void {
  const { key } = draws;
  deriveKey(key, draws.seed, page, quarter, purpose);
  const k0 = key[0];
  const k1 = key[1];
  const k2 = key[2];
  for (let r = 0; r < n; r++) out[r] = word(index[r], k0, k1, k2);
}

/** Draws of a tabulated distribution for the rows' borrowers into `out[0 … n − 1]`. */
export function drawQuantiles(
  draws: Draws,
  page: number,
  quarter: number,
  purpose: number,
  table: QuantileTable,
  index: Int32Array,
  n: number,
  out: Float64Array,
): void {
  const { key } = draws;
  deriveKey(key, draws.seed, page, quarter, purpose);
  const k0 = key[0];
  const k1 = key[1];
  const k2 = key[2];
  for (let r = 0; r < n; r++) out[r] = quantileOf(table, word(index[r], k0, k1, k2));
}
