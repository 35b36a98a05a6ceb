import { createDrawKey, deriveKey, pageSize, word, type DrawKey } from '../random/draws.ts';
import {
  logisticTable,
  normalTable,
  quantileOf,
  type QuantileTable,
} from '../math/quantile-table.ts';
import { workingPage } from './page.ts';
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

/** V8 knows the arrays of a module's own constants, and reads them three times as fast as a parameter's. */
const page = workingPage;
const normal = normalTable;
const logistic = logisticTable;

/** Standard normal draws of the applicants into `page.draw`. */
export function drawNormals({ key, seed }: Draws, quarter: number, purpose: number): void {
  const { index, n, draw } = page;
  deriveKey(key, seed, page.first / pageSize, quarter, purpose);
  const k0 = key[0];
  const k1 = key[1];
  const k2 = key[2];
  for (let r = 0; r < n; r++) draw[r] = quantileOf(normal, word(index[r], k0, k1, k2));
}

/** Standard logistic draws of the applicants into `page.draw`. */
export function drawLogistics({ key, seed }: Draws, quarter: number, purpose: number): void {
  const { index, n, draw } = page;
  deriveKey(key, seed, page.first / pageSize, quarter, purpose);
  const k0 = key[0];
  const k1 = key[1];
  const k2 = key[2];
  for (let r = 0; r < n; r++) draw[r] = quantileOf(logistic, word(index[r], k0, k1, k2));
}
