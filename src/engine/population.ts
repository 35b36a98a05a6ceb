import { normalTable } from '../math/quantile-table.ts';
import { pageSize, perWord } from '../random/draws.ts';
import { purposes } from '../random/purposes.ts';
import { createDraws, drawQuantiles, drawWords } from './draw.ts';
import type { Market } from './setup.ts';

/** Steps of patience; matters only with `behaviour.patienceSpread`. */
export const patienceSteps = 16;

/**
 * The borrowers, as columns: five latent traits (standard normal) and what never changes about them.
 * Capacity is that of the quarter in `lastSeen`; it drifts when the borrower next acts.
 */
export interface Population {
  readonly n: number;
  readonly character: Float32Array;
  readonly capacity: Float32Array;
  readonly capital: Float32Array;
  readonly collateral: Float32Array;
  readonly conditions: Float32Array;
  /** Home lender's row. */
  readonly home: Uint8Array;
  /** Bits 0–3 patience step; bit 4 knows that lenders share; bit 5 able to inflate its footprint. */
  readonly mind: Uint8Array;
  /** Quarter in which the borrower last acted. */
  readonly lastSeen: Uint16Array;
}

export const mindAware = 16;
export const mindGaming = 32;

/** Typed arrays over plain or shared memory. */
export type Allocate = (bytes: number) => ArrayBuffer | SharedArrayBuffer;

/** Empty columns; `drawBorrowers` fills them page by page. */
export function createPopulation(n: number, allocate: Allocate): Population {
  const f32 = () => new Float32Array(allocate(4 * n));
  const u8 = () => new Uint8Array(allocate(n));
  return {
    n,
    character: f32(),
    capacity: f32(),
    capital: f32(),
    collateral: f32(),
    conditions: f32(),
    home: u8(),
    mind: u8(),
    lastSeen: new Uint16Array(allocate(2 * n)),
  };
}

const traitPurposes = ['character', 'capacity', 'capital', 'collateral', 'conditions'] as const;
const everyone = Int32Array.from({ length: pageSize }, (_, i) => i);

/** Draws the borrowers of one page as they are in quarter 0. */
export function drawBorrowers(market: Market, people: Population, page: number): void {
  const { traits, behaviour, misreporting } = market.economy;
  const first = page * pageSize;
  const size = Math.min(pageSize, people.n - first);
  const draws = createDraws(market.seed);
  const factor = new Float64Array(size);
  const own = new Float64Array(size);
  const words = new Int32Array(size);
  drawQuantiles(draws, page, 0, purposes.commonFactor, normalTable, everyone, size, factor);
  for (const trait of traitPurposes) {
    const loading = traits[`${trait}Loading`];
    const rest = Math.sqrt(1 - loading * loading);
    drawQuantiles(draws, page, 0, purposes[trait], normalTable, everyone, size, own);
    const column = people[trait];
    for (let i = 0; i < size; i++) column[first + i] = loading * factor[i] + rest * own[i];
  }
  drawWords(draws, page, 0, purposes.homeLender, everyone, size, words);
  for (let i = 0; i < size; i++) {
    const u = (words[i] >>> 0) * perWord;
    let home = 0;
    let upTo = market.lenders[0].share;
    while (u >= upTo && home < market.lenders.length - 1) upTo += market.lenders[++home].share;
    people.home[first + i] = home;
  }
  drawWords(draws, page, 0, purposes.patience, everyone, size, words);
  for (let i = 0; i < size; i++) people.mind[first + i] = words[i] >>> 28;
  drawWords(draws, page, 0, purposes.awareness, everyone, size, words);
  for (let i = 0; i < size; i++) {
    if ((words[i] >>> 0) * perWord < behaviour.awareness) people.mind[first + i] |= mindAware;
  }
  drawWords(draws, page, 0, purposes.gaming, everyone, size, words);
  for (let i = 0; i < size; i++) {
    if ((words[i] >>> 0) * perWord < misreporting.share) people.mind[first + i] |= mindGaming;
  }
  people.lastSeen.fill(0, first, first + size);
}
