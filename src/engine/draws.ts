import type { Column } from '../institutions/institution.ts';
import { normalTable, quantileOf } from '../math/quantile-table.ts';
import { createDrawKey, deriveKey, perWord, word, type DrawKey } from '../random/draws.ts';
import type { SeedKey } from './setup.ts';

/** Where a page's draws come from. One per simulation, never shared between threads. */
export interface Draws {
  readonly seed: SeedKey;
  readonly key: DrawKey;
}

export function createDraws(seed: SeedKey): Draws {
  return { seed, key: createDrawKey() };
}

/** Uniform draws u = (word + ½)·2⁻³² of the persons listed. */
export function drawUniforms(
  { seed, key }: Draws,
  page: number,
  quarter: number,
  purpose: number,
  person: Column,
  n: number,
  out: Float64Array,
): void {
  deriveKey(key, seed, page, quarter, purpose);
  const k0 = key[0];
  const k1 = key[1];
  const k2 = key[2];
  for (let r = 0; r < n; r++) out[r] = uniformOf(word(person[r], k0, k1, k2));
}

/** Standard normal draws of the persons listed. */
export function drawNormals(
  { seed, key }: Draws,
  page: number,
  quarter: number,
  purpose: number,
  person: Column,
  n: number,
  out: Float64Array,
): void {
  deriveKey(key, seed, page, quarter, purpose);
  const k0 = key[0];
  const k1 = key[1];
  const k2 = key[2];
  for (let r = 0; r < n; r++) out[r] = quantileOf(normalTable, word(person[r], k0, k1, k2));
}

/** u = (word + ½)·2⁻³², inside (0, 1). */
export function uniformOf(drawn: number): number {
  return ((drawn >>> 0) + 0.5) * perWord;
}
