import { normalTable } from '../../math/quantile-table.ts';
import { pageSize, perWord } from '../../random/draws.ts';
import { purposes } from '../../random/purposes.ts';
import { createDraws, drawQuantiles, drawWords } from './draw.ts';
import type { Allocate, Market } from '../setup.ts';

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
const patienceBits = 4;

/** Patience step of a borrower of this `mind`. */
export function patienceOf(mind: number): number {
  return mind & (patienceSteps - 1);
}

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

/** What is drawn for a page of borrowers, to be worked into their columns. */
const factor = new Float64Array(pageSize);
const own = new Float64Array(pageSize);
const words = new Int32Array(pageSize);

/** Draws the borrowers of one page as they are in quarter 0. */
export function drawBorrowers(market: Market, people: Population, page: number): void {
  const { traits, behaviour, misreporting } = market.economy;
  const first = page * pageSize;
  const size = Math.min(pageSize, people.n - first);
  const draws = createDraws(market.seed);
  const drawAll = (purpose: number) => drawWords(draws, page, 0, purpose, everyone, size, words);

  drawQuantiles(draws, page, 0, purposes.commonFactor, normalTable, everyone, size, factor);
  for (const trait of traitPurposes) {
    drawQuantiles(draws, page, 0, purposes[trait], normalTable, everyone, size, own);
    mixTrait(people[trait], first, size, traits[`${trait}Loading`]);
  }
  drawAll(purposes.homeLender);
  setHomes(people.home, first, size, sharesUpTo(market));
  drawAll(purposes.patience);
  setPatience(people.mind, first, size);
  drawAll(purposes.awareness);
  setMindBit(people.mind, first, size, mindAware, behaviour.awareness);
  drawAll(purposes.gaming);
  setMindBit(people.mind, first, size, mindGaming, misreporting.share);
  people.lastSeen.fill(0, first, first + size);
}

/** A trait is part common factor, part its own. */
function mixTrait(column: Float32Array, first: number, size: number, loading: number): void {
  const rest = Math.sqrt(1 - loading * loading);
  for (let i = 0; i < size; i++) column[first + i] = loading * factor[i] + rest * own[i];
}

/** Search shares of each lender and those before it, but for the last. */
function sharesUpTo({ lenders }: Market): Float64Array {
  let sum = 0;
  return Float64Array.from(lenders.slice(0, -1), ({ share }) => (sum += share));
}

function setHomes(column: Uint8Array, first: number, size: number, upTo: Float64Array): void {
  for (let i = 0; i < size; i++) {
    const u = (words[i] >>> 0) * perWord;
    let home = 0;
    for (let j = 0; j < upTo.length; j++) home += Number(u >= upTo[j]);
    column[first + i] = home;
  }
}

function setPatience(mind: Uint8Array, first: number, size: number): void {
  for (let i = 0; i < size; i++) mind[first + i] = words[i] >>> (32 - patienceBits);
}

/** Sets a bit of this share of the borrowers. */
function setMindBit(
  mind: Uint8Array,
  first: number,
  size: number,
  bit: number,
  share: number,
): void {
  for (let i = 0; i < size; i++) {
    mind[first + i] |= bit * Number((words[i] >>> 0) * perWord < share);
  }
}
