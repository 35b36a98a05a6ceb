import { logit } from './logistic.ts';
import { normalDensity, normalQuantile } from './normal.ts';

/**
 * Quantile functions by table: one 32-bit word in, one draw out, in a handful of multiplications.
 *
 * The lowest bit of the word is the sign; the other 31 bits are a tail probability p in (0, ½). Each
 * octave of p is cut into 16 pieces, on each of which the quantile is a cubic that meets its value and
 * slope at both ends (Hermite). For the normal and the logistic the error stays below 10⁻⁶.
 * A draw is monotone in the word's upper bits, which keeps common random numbers well coupled.
 */
const pieces = 16;
const octaves = 31;

/** Four coefficients a piece, nearest to the median first. Shape (octaves × pieces × 4). */
export type QuantileTable = Float64Array;

function quantileTable(
  quantile: (p: number) => number,
  slope: (p: number) => number,
): QuantileTable {
  const table = new Float64Array(octaves * pieces * 4);
  let octaveStart = 0.25; // octave c covers p from 2^−(c+1) to 2^−c
  for (let octave = 0; octave < octaves; octave++) {
    for (let piece = 0; piece < pieces; piece++) {
      const width = octaveStart / pieces;
      const from = octaveStart + piece * width;
      const to = from + width;
      const y0 = quantile(from);
      const y1 = quantile(to);
      const m0 = slope(from) * width;
      const m1 = slope(to) * width;
      const at = (octave * pieces + piece) * 4;
      table[at] = y0;
      table[at + 1] = m0;
      table[at + 2] = 3 * (y1 - y0) - 2 * m0 - m1;
      table[at + 3] = 2 * (y0 - y1) + m0 + m1;
    }
    octaveStart /= 2;
  }
  return table;
}

/** Standard normal draws. */
export const normalTable: QuantileTable = quantileTable(
  normalQuantile,
  (p) => 1 / normalDensity(normalQuantile(p)),
);

/** Standard logistic draws (variance π²/3). */
export const logisticTable: QuantileTable = quantileTable(logit, (p) => 1 / (p * (1 - p)));

/** The draw that belongs to a 32-bit word. */
export function quantileOf(table: QuantileTable, word: number): number {
  const tail = (word >>> 1) | (word >>> 1 === 0 ? 1 : 0); // p = 0 has no quantile; take the least p > 0
  const zeros = Math.clz32(tail); // 1 … 31
  const normalised = tail << zeros; // the leading 1 is now bit 31
  const at = (((zeros - 1) << 4) | ((normalised >>> 27) & 15)) << 2;
  const t = (normalised & 0x07ffffff) * 7.450580596923828e-9; // 2⁻²⁷
  const y = table[at] + t * (table[at + 1] + t * (table[at + 2] + t * table[at + 3]));
  return y * (1 - 2 * (word & 1)); // a sign is a coin toss: a branch on it would be guessed wrong half the time
}
