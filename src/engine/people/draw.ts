import type { DrawKey } from '../../random/draws.ts';
import * as drawing from '../../random/draws.ts';
import type { QuantileTable } from '../../math/quantile-table.ts';
import * as tables from '../../math/quantile-table.ts';
import { workingPage } from '../columns/page.ts';
import type { SeedKey } from '../setup.ts';

/** Constants of this module, for its loops (see `workingPage`). */
const page = workingPage;
const { createDrawKey, deriveKey, pageSize, word } = drawing;
const { logisticTable, normalTable, quantileOf } = tables;

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
  pageNumber: number,
  quarter: number,
  purpose: number,
  index: Int32Array,
  n: number,
  out: Int32Array,
): void {
  const { key } = draws;
  deriveKey(key, draws.seed, pageNumber, quarter, purpose);
  const k0 = key[0];
  const k1 = key[1];
  const k2 = key[2];
  for (let r = 0; r < n; r++) out[r] = word(index[r], k0, k1, k2);
}

/** Draws of a tabulated distribution for the rows' borrowers into `out[0 … n − 1]`. */
export function drawQuantiles(
  draws: Draws,
  pageNumber: number,
  quarter: number,
  purpose: number,
  table: QuantileTable,
  index: Int32Array,
  n: number,
  out: Float64Array,
): void {
  const { key } = draws;
  deriveKey(key, draws.seed, pageNumber, quarter, purpose);
  const k0 = key[0];
  const k1 = key[1];
  const k2 = key[2];
  for (let r = 0; r < n; r++) out[r] = quantileOf(table, word(index[r], k0, k1, k2));
}

/** Standard normal draws of the applicants into `page.draw`. */
export function drawNormals({ key, seed }: Draws, quarter: number, purpose: number): void {
  const { index, n, draw } = page;
  deriveKey(key, seed, page.first / pageSize, quarter, purpose);
  const k0 = key[0];
  const k1 = key[1];
  const k2 = key[2];
  for (let r = 0; r < n; r++) draw[r] = quantileOf(normalTable, word(index[r], k0, k1, k2));
}

/** Standard logistic draws of the applicants into `page.draw`. */
export function drawLogistics({ key, seed }: Draws, quarter: number, purpose: number): void {
  const { index, n, draw } = page;
  deriveKey(key, seed, page.first / pageSize, quarter, purpose);
  const k0 = key[0];
  const k1 = key[1];
  const k2 = key[2];
  for (let r = 0; r < n; r++) draw[r] = quantileOf(logisticTable, word(index[r], k0, k1, k2));
}
