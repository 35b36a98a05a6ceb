import { mostTiers } from '../../institutions/institution.ts';
import { deriveKey, perWord, word } from '../../random/draws.ts';
import { recordErrorOf, standardsGapOf } from '../../random/purposes.ts';
import { maxLenders } from '../columns/shape.ts';
import type { SeedKey } from '../setup.ts';

/**
 * Nature's lots of what goes wrong when a record is furnished. Lenders that furnish are handed these and no key: with a key they could
 * draw a borrower's noise over again, and so know its traits.
 */
const key = new Int32Array(4);
/** Keys of each lender's lots in this quarter, three words each, tier by tier. */
const errorKeys = new Int32Array(3 * maxLenders * mostTiers);
const gapKeys = new Int32Array(3 * maxLenders * mostTiers);

/** Begins a page and quarter. */
export function openRecordLots(
  seed: SeedKey,
  lenders: number,
  tiers: number,
  page: number,
  quarter: number,
): void {
  for (let tier = 0; tier < tiers; tier++) {
    for (let q = 0; q < lenders; q++) {
      const at = tier * maxLenders + q;
      derive(seed, page, quarter, recordErrorOf(tier) + q, errorKeys, at);
      derive(seed, page, quarter, standardsGapOf(tier) + q, gapKeys, at);
    }
  }
}

/** Uniform, (0, 1): whether a tier's copy of this person's record with lender q is wrong. */
export function errorLot(person: number, q: number, tier: number): number {
  return uniform(person, errorKeys, tier * maxLenders + q);
}

/** Uniform, (0, 1): whether the gap between standards garbles it. */
export function gapLot(person: number, q: number, tier: number): number {
  return uniform(person, gapKeys, tier * maxLenders + q);
}

function uniform(person: number, keys: Int32Array, q: number): number {
  return ((word(person, keys[3 * q], keys[3 * q + 1], keys[3 * q + 2]) >>> 0) + 0.5) * perWord;
}

function derive(
  seed: SeedKey,
  page: number,
  quarter: number,
  purpose: number,
  out: Int32Array,
  q: number,
): void {
  deriveKey(key, seed, page, quarter, purpose);
  out[3 * q] = key[0];
  out[3 * q + 1] = key[1];
  out[3 * q + 2] = key[2];
}
