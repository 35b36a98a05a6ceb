import { pageSize } from '../../random/draws.ts';
import type { Sharing } from '../files/join.ts';
import { learningCount } from '../lenders/learn.ts';
import { sumNames } from '../ledger.ts';
import { leafSize } from '../columns/layout.ts';
import { createPopulation } from '../people/population.ts';
import { createRecords, type Records } from '../files/records.ts';
import type { Allocate, Market } from '../setup.ts';

/** What a world of a running market keeps whose size grows with the borrowers, and what its threads hand each other. */
export interface WorldMemory {
  readonly records: Records;
  /** One quarter's sums by leaf. Shape (leaves × stride). */
  readonly leafSums: Float64Array;
  /** The quarter's sums over leaves. Shape (stride). */
  readonly totals: Float64Array;
}

/** Width of a leaf's sums: every lender's learning sums, then the ledger's. */
function strideOf(lenders: number): number {
  return lenders * learningCount + sumNames.length;
}

/**
 * Empty memory for one world. The blocks that it asks for are always the same ones in the same order, as are those of
 * `createPopulation`, so that threads which are handed the same blocks share it.
 */
export function allocateWorld(
  { borrowers, lenders }: Pick<Market, 'borrowers' | 'lenders'>,
  sharing: Sharing,
  allocate: Allocate,
): WorldMemory {
  const leaves = Math.ceil(borrowers / leafSize);
  const stride = strideOf(lenders.length);
  return {
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

/** A thread with the compiled engine, its columns and tables: measured on Node 20, resident. */
const bytesPerThread = 45e6;

/**
 * What a market will need before it is run.
 *
 * @param worlds simulated side by side
 * @param threads that share it
 */
export function planMemory(
  { borrowers, lenders }: Pick<Market, 'borrowers' | 'lenders'>,
  sharing: Sharing,
  worlds: number,
  threads: number,
): MemoryPlan {
  let oneLeaf = 0;
  const count: Allocate = (bytes) => {
    oneLeaf += bytes;
    return new ArrayBuffer(bytes);
  };
  createPopulation(leafSize, count);
  for (let k = 0; k < worlds; k++) allocateWorld({ borrowers: leafSize, lenders }, sharing, count);
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
