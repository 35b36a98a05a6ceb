import seedrandom from 'seedrandom';

/**
 * The generator of a name; the only place that asks seedrandom for one.
 *
 * seedrandom's default generator gives '1', '11' and '111' the same stream, and some of its others hang on an
 * empty seed; `alea` with a prefixed, composite text has neither fault.
 */
export function generator(name: string): seedrandom.PRNG {
  return seedrandom.alea(`creditlab/${name}`);
}

/** The 64-bit key of one replicate from a human seed such as "lecture-3". */
export function seedKey(seed: string, replicate: number): readonly [number, number] {
  const next = generator(`seed:${seed}/replicate:${replicate}`);
  return [next.int32() >>> 0, next.int32() >>> 0];
}
