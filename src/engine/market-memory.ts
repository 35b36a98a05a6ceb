import { pageSize } from '../random/draws.ts';
import type { Sharing } from './join.ts';
import { learningCount } from './learn.ts';
import { sumNames } from './ledger.ts';
import { leafSize } from './page.ts';
import { createPopulation, type Allocate, type Population } from './population.ts';
import { createRecords, type Records } from './records.ts';
import type { Market } from './setup.ts';

/** All of a running market whose size grows with its borrowers, and what its threads hand each other. */
export interface MarketMemory {
  readonly people: Population;
  readonly records: Records;
  /** One quarter's sums by leaf. Shape (leaves × stride). */
  readonly leafSums: Float64Array;
  /** The quarter's sums over leaves. Shape (stride). */
  readonly totals: Float64Array;
}

/** Width of a leaf's sums: every lender's learning sums, then the ledger's. */
export function strideOf(lenders: number): number {
  return lenders * learningCount + sumNames.length;
}

/**
 * Empty memory for a market. The blocks that it asks for are always the same ones in the same order, so that
 * threads which are handed the same blocks share it.
 */
export function allocateMarket(
  { borrowers, lenders }: Pick<Market, 'borrowers' | 'lenders'>,
  sharing: Sharing,
  allocate: Allocate,
): MarketMemory {
  const leaves = Math.ceil(borrowers / leafSize);
  const stride = strideOf(lenders.length);
  return {
    people: createPopulation(borrowers, allocate),
    records: createRecords(borrowers, lenders.length, sharing, allocate),
    leafSums: new Float64Array(allocate(8 * leaves * stride)),
    totals: new Float64Array(allocate(8 * stride)),
  };
}

/** Memory of one market, in bytes. */
export interface MemoryPlan {
  readonly perBorrower: number;
  /** What its threads share. */
  readonly market: number;
  /** With what each thread has to itself. */
  readonly total: number;
}

/** A thread with the compiled engine, its working page and tables: measured on Node 20, resident. */
const bytesPerThread = 45e6;

/** What a market will need before it is run. */
export function planMemory(
  { borrowers, lenders }: Pick<Market, 'borrowers' | 'lenders'>,
  sharing: Sharing,
  threads: number,
): MemoryPlan {
  let oneLeaf = 0;
  allocateMarket({ borrowers: leafSize, lenders }, sharing, (bytes) => {
    oneLeaf += bytes;
    return new ArrayBuffer(bytes);
  });
  const market = oneLeaf * Math.ceil(borrowers / leafSize);
  const total = market + threads * bytesPerThread;
  return { perBorrower: oneLeaf / leafSize, market, total };
}

/** Empties the files of one page, so that another world can be run in the same memory. */
export function clearFiles({ loans, defaults, shared, crossed, reported }: Records, page: number) {
  const first = page * pageSize;
  for (const maps of [loans, defaults, shared, crossed, reported]) {
    for (const map of maps) map.fill(0, first, first + pageSize);
  }
}
