import { perWord } from '../random/draws.ts';
import { seedKey } from '../random/seed.ts';
import { threefry } from '../random/threefry.ts';
import { joeKuo } from './joe-kuo.ts';

/** A sequence has at most 2³² points: its coordinates have 32 binary places. */
const bits = 32;

/** Most dimensions that a Sobol sequence can have here. */
export const mostDimensions = joeKuo.length + 1;

/**
 * A Sobol sequence: points that fill the unit cube more evenly than chance. Any 2ᵐ points from a multiple of 2ᵐ on have
 * one in each of the 2ᵐ equal slices of every dimension.
 *
 * Sobol (1967), USSR Computational Mathematics and Mathematical Physics 7, 86–112, in the Gray-code order of Antonov &
 * Saleev (1979), ibid. 19, 252–256; direction numbers of Joe & Kuo (2008). With a seed the points are scrambled as by
 * Owen (1995, "Randomly permuted (t,m,s)-nets and (t,s)-sequences"): each binary place of a coordinate is turned or not
 * by a coin that hangs on the places before it, the coin being a hash instead of a table. That keeps the evenness, makes
 * every point uniform, and lets different seeds give independent estimates.
 *
 * A point depends on its index alone, and a coordinate on its index and dimension: more points, or more dimensions, change
 * no earlier value.
 *
 * @param dimensions 1 … `mostDimensions`
 * @param seed of the scrambling; without it the bare sequence, whose first point is the origin.
 * @returns the point with an index 0 … 2³² − 1, of shape (dimensions): in [0, 1), and in (0, 1) with a seed.
 * @throws RangeError for dimensions out of range
 */
export function sobolSequence(dimensions: number, seed?: string): (index: number) => Float64Array {
  if (!(Number.isInteger(dimensions) && dimensions >= 1 && dimensions <= mostDimensions)) {
    throw new RangeError(
      `a Sobol sequence has 1 to ${mostDimensions} dimensions here, not ${dimensions}`,
    );
  }
  const directions = Array.from({ length: dimensions }, (_, d) => directionNumbers(d));
  const scramble = seed === undefined ? undefined : owenScrambling(seed);
  return (index) => {
    const gray = index ^ (index >>> 1);
    return Float64Array.from(directions, (direction, d) => {
      let word = 0;
      for (let k = 0; k < bits; k++) if ((gray >>> k) & 1) word ^= direction[k];
      return scramble ? ((scramble(d, word) >>> 0) + 0.5) * perWord : (word >>> 0) * perWord;
    });
  };
}

/**
 * v₁ … v₃₂ of a dimension (from 0), each with its first binary place in the highest bit. Shape (32).
 *
 * The first few are given; each later one hangs on those before it by the polynomial, whose coefficients are the bits of
 * `polynomial`, that of the highest power first.
 */
function directionNumbers(dimension: number): Int32Array {
  if (dimension === 0) return Int32Array.from({ length: bits }, (_, j) => 1 << (bits - 1 - j));
  const [polynomial, ...initial] = joeKuo[dimension - 1];
  const degree = initial.length;
  const v = new Int32Array(bits);
  for (let j = 0; j < bits; j++) {
    if (j < degree) {
      v[j] = initial[j] << (bits - 1 - j);
      continue;
    }
    v[j] = v[j - degree] ^ (v[j - degree] >>> degree);
    for (let k = 1; k < degree; k++) {
      if ((polynomial >>> (degree - k)) & 1) v[j] ^= v[j - k];
    }
  }
  return v;
}

/** “sobol” in ASCII: keys these coins apart from every other draw under the same seed. */
const name = [0x736f626f, 0x6c000000] as const;

/** Nested uniform scrambling of a word of a dimension. The first binary place, number 0, is the highest bit. */
function owenScrambling(seed: string): (dimension: number, word: number) => number {
  const [k0, k1] = seedKey(seed, 0);
  const coin = new Int32Array(4);
  return (dimension, word) => {
    let turned = 0;
    for (let place = 0; place < bits; place++) {
      // A shift by 32 would shift by nothing.
      const before = place === 0 ? 0 : word >>> (bits - place);
      threefry(dimension, place, before, 0, k0, k1, name[0], name[1], coin);
      turned |= (coin[0] & 1) << (bits - 1 - place);
    }
    return word ^ turned;
  };
}
