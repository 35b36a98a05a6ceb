import type { Column } from '../../institutions/institution.ts';
import {
  logisticTable,
  normalTable,
  quantileOf,
  type QuantileTable,
} from '../../math/quantile-table.ts';
import { createDrawKey, deriveKey, pageSize, word, type DrawKey } from '../../random/draws.ts';
import { f64 } from '../columns/layout.ts';
import { roll } from '../columns/roll.ts';
import type { SeedKey } from '../setup.ts';

/**
 * Where a page's draws come from: hoists the keys. One per simulation, never shared between threads. Who holds it can
 * draw anything over again, so lenders and files are given keys of single purposes instead (`keysOf`).
 */
export interface Draws {
  readonly seed: SeedKey;
  readonly key: DrawKey;
}

export function createDraws(seed: SeedKey): Draws {
  return { seed, key: createDrawKey() };
}

/** What nature drew for each row, for the stage at work. */
export const noise = f64();

/** Words of the rows' borrowers into `out[0 … n − 1]`. */
export function drawWords(
  draws: Draws,
  pageNumber: number,
  quarter: number,
  purpose: number,
  index: Column,
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
  index: Column,
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

/** Standard normal draws of the applicants into `noise`. */
export function drawNormals({ key, seed }: Draws, quarter: number, purpose: number): void {
  const { index, n } = roll;
  deriveKey(key, seed, roll.first / pageSize, quarter, purpose);
  const k0 = key[0];
  const k1 = key[1];
  const k2 = key[2];
  for (let r = 0; r < n; r++) noise[r] = quantileOf(normalTable, word(index[r], k0, k1, k2));
}

/** Standard logistic draws of the applicants into `noise`. */
export function drawLogistics({ key, seed }: Draws, quarter: number, purpose: number): void {
  const { index, n } = roll;
  deriveKey(key, seed, roll.first / pageSize, quarter, purpose);
  const k0 = key[0];
  const k1 = key[1];
  const k2 = key[2];
  for (let r = 0; r < n; r++) noise[r] = quantileOf(logisticTable, word(index[r], k0, k1, k2));
}

/** Words of a key. */
export const keyWords = 3;

/**
 * Keys of the draws of `count` purposes from this one on, on the page at work: three words each into `out`. Who holds
 * them can make these draws and no others.
 */
export function keysOf(
  { key, seed }: Draws,
  quarter: number,
  purpose: number,
  count: number,
  out: Int32Array,
): void {
  for (let k = 0; k < count; k++) {
    deriveKey(key, seed, roll.first / pageSize, quarter, purpose + k);
    out[3 * k] = key[0];
    out[3 * k + 1] = key[1];
    out[3 * k + 2] = key[2];
  }
}
