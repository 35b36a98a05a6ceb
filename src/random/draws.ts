import { threefry } from './threefry.ts';

/**
 * Stateless draws: word = hash(seed, borrower, quarter, purpose), 32 uniform bits.
 *
 * Borrowers come in pages of 4,096. For each (seed, page, quarter, purpose) Threefry derives a key of
 * three words; inside the page a short hash of three multiplications mixes the key with the local index,
 * the key's words entering at three points (a single key XORed into the index would make quarters
 * permuted copies of each other). Nothing depends on the order in which draws are made, so the same
 * borrower meets the same luck in every institution, world, thread and shard.
 */
const pageBits = 12;
export const pageSize = 1 << pageBits;

/** A key to be hoisted out of the loop over a page. Reused: read its words before deriving the next. */
export type DrawKey = Int32Array;

export function createDrawKey(): DrawKey {
  return new Int32Array(4);
}

/** Writes the key of (seed, page, quarter, purpose) into `key`. All are whole numbers below 2³². */
export function deriveKey(
  key: DrawKey,
  seed: readonly [number, number],
  page: number,
  quarter: number,
  purpose: number,
): void {
  threefry(page, quarter, purpose, 0, seed[0], seed[1], 0x63726564, 0x69746c62, key);
}

/**
 * The draw of the borrower with this index in its page (0 … 4095), as a signed 32-bit word.
 * Multipliers: triple32 of C. Wellons' "prospecting for hash functions" (2018), public domain.
 */
export function word(index: number, k0: number, k1: number, k2: number): number {
  let x = index ^ k0;
  x = (Math.imul(x ^ (x >>> 17), 0xed5ad4bb) + k1) | 0;
  x = (Math.imul(x ^ (x >>> 11), 0xac4c1b51) + k2) | 0;
  x = Math.imul(x ^ (x >>> 15), 0x31848bab);
  return x ^ (x >>> 14);
}

/** 2⁻³²: a word shifted `>>> 0` times this is uniform on [0, 1). */
export const perWord = 2.3283064365386963e-10;
