import seedrandom from 'seedrandom';
import type { purposes } from '../../src/random/purposes.ts';

type Draw = (
  purpose: keyof typeof purposes,
  borrower: number,
  quarter: number,
  lender?: number,
) => number;

/**
 * Where chance comes from. Every call says what it draws for, for whom and when. The plain source does not care; a
 * test puts the engine's own draws in its place, and then both must tell the same story, borrower by borrower.
 */
export interface Luck {
  /** Uniform on [0, 1). */
  readonly uniform: Draw;
  /** Standard normal. */
  readonly normal: Draw;
  /** Standard logistic. */
  readonly logistic: Draw;
}

/** A generator of the library, and textbook transformations (Box & Muller 1958). */
export function plainLuck(seed: string): Luck {
  const next = seedrandom.alea(`naive/${seed}`);
  return {
    uniform: () => next(),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    logistic: () => {
      const u = next();
      return Math.log((u + 1e-300) / (1 - u));
    },
  };
}
