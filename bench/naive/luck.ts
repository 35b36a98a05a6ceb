import { normalTable, quantileOf } from '../../src/math/quantile-table.ts';
import { createDrawKey, deriveKey, pageSize, word } from '../../src/random/draws.ts';

/** Numbers of section 11. */
export const purposes = {
  common: 0,
  character: 1,
  capacity: 2,
  capital: 3,
  collateral: 4,
  conditions: 5,
  firstHome: 6,
  capitalSignal: 7,
  awareness: 9,
  ableToInflate: 10,
  strainStart: 11,
  need: 12,
  needNow: 16,
  capacityStep: 17,
  incomeSignal: 18,
  take: 20,
  failure: 21,
  refusal: 22,
  size: 23,
  strainStep: 26,
  move: 27,
  newHome: 28,
  explore: 29,
  which: 30,
  twin: 40,
  twinsCopy: 41,
  macro: 48,
  behaviour: 192,
  asked: 256,
  gumbel: 320,
  recordError: 384,
  standardsGap: 448,
  moreErrors: 640,
  freshSignal: 512,
  freshSize: 576,
  freshAsked: 1024,
} as const;

/** All draws of one market: they depend on seed, borrower, quarter and purpose only. */
export class Luck {
  private readonly seed: readonly [number, number];
  private readonly keys = new Map<string, Int32Array>();

  constructor(seed: readonly [number, number]) {
    this.seed = seed;
  }

  private word(borrower: number, quarter: number, purpose: number): number {
    const page = Math.floor(borrower / pageSize);
    const name = `${page} ${quarter} ${purpose}`;
    let key = this.keys.get(name);
    if (!key) {
      key = createDrawKey();
      deriveKey(key, this.seed, page, quarter, purpose);
      this.keys.set(name, key);
    }
    return word(borrower % pageSize, key[0], key[1], key[2]);
  }

  uniform(borrower: number, quarter: number, purpose: number): number {
    return ((this.word(borrower, quarter, purpose) >>> 0) + 0.5) / 4294967296;
  }

  normal(borrower: number, quarter: number, purpose: number): number {
    return quantileOf(normalTable, this.word(borrower, quarter, purpose));
  }
}
