import seedrandom from 'seedrandom';
import { normalTable, quantileOf } from '../../src/math/quantile-table.ts';
import { createDrawKey, deriveKey, pageSize, perWord, word } from '../../src/random/draws.ts';
import { purposes } from '../../src/random/purposes.ts';
import type { SeedKey } from '../../src/engine/index.ts';

/** What the kernel draws for. */
type KernelDraw = 'character' | 'needNow' | 'incomeNoise' | 'failure';
type Draw = (purpose: KernelDraw, borrower: number, quarter: number) => number;

/** Where chance comes from. Every call says what it draws for, for whom and when; the plain source does not care. */
export interface KernelLuck {
  /** Uniform on [0, 1). */
  readonly uniform: Draw;
  /** Standard normal. */
  readonly normal: Draw;
}

/** A generator of the library, and a textbook transformation (Box & Muller 1958). */
export function plainLuck(seed: string): KernelLuck {
  const next = seedrandom.alea(`kernel/${seed}`);
  return {
    uniform: () => next(),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}

/** The engine's own draws, for a program that asks for one at a time. */
export function engineLuck(seed: SeedKey): KernelLuck {
  const key = createDrawKey();
  const draw: Draw = (purpose, borrower, quarter) => {
    deriveKey(key, seed, Math.floor(borrower / pageSize), quarter, purposes[purpose]);
    return word(borrower % pageSize, key[0], key[1], key[2]);
  };
  return {
    uniform: (...what) => (draw(...what) >>> 0) * perWord,
    normal: (...what) => quantileOf(normalTable, draw(...what)),
  };
}
