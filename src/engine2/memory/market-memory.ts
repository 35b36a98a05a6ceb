import { pageSize } from '../../random/draws.ts';
import { leafSize } from '../columns/shape.ts';
import type { Sharing } from '../files/join.ts';
import { clearFiles, createRecords, type Records } from '../files/records.ts';
import { teachingCount } from '../lenders/learning-sums.ts';
import {
  createLoanBook,
  createMotives,
  type LoanBook,
  type Motives,
  type Room,
} from '../loans/book.ts';
import { createPopulation } from '../people/population.ts';
import type { Market } from '../setup.ts';
import { offerSumCount } from '../stake/offer-worth.ts';
import { allocateTwins, twinSumCount, type TwinMemory } from '../stake/twins.ts';
import { tallyCount } from '../tally/plan.ts';
import { createCells, type Cells } from '../tally/tables.ts';
import type { Allocate } from './allocate.ts';

/** Where each kind of sum begins in a leaf's sums: what lenders learn from, what offers teach, twins, the ledger. */
export interface Layout {
  readonly teaching: number;
  readonly offers: number;
  readonly twins: number;
  readonly ledger: number;
  readonly stride: number;
}

function layoutOf(lenders: number, term: number): Layout {
  const offers = teachingCount(lenders, term);
  const twins = offers + offerSumCount;
  const ledger = twins + twinSumCount;
  return { teaching: 0, offers, twins, ledger, stride: ledger + tallyCount({ lenders, term }) };
}

/** What a world of a running market keeps whose size grows with the borrowers, and what its threads hand each other. */
export interface WorldMemory {
  readonly records: Records;
  readonly book: LoanBook;
  readonly motives: Motives;
  readonly twinMemory: TwinMemory;
  readonly cells: Cells;
  readonly layout: Layout;
  /** One quarter's sums by leaf. Shape (leaves × stride). */
  readonly leafSums: Float64Array;
  /** The quarter's sums over leaves. Shape (stride). */
  readonly totals: Float64Array;
}

/** What of a market says how much memory it needs. */
export type Sized = Pick<Market, 'borrowers' | 'lenders' | 'economy'>;

/**
 * Empty memory for one world. The blocks that it asks for are always the same ones in the same order, as are those of
 * `createPopulation`, so that threads which are handed the same blocks share it.
 */
export function allocateWorld(
  { borrowers, lenders, economy }: Sized,
  sharing: Sharing,
  room: Room,
  allocate: Allocate,
): WorldMemory {
  const pages = Math.ceil(borrowers / pageSize);
  const leaves = Math.ceil(borrowers / leafSize);
  const layout = layoutOf(lenders.length, economy.loan.term);
  const twins = economy.reputation.twins > 0;
  const book = createLoanBook(economy, borrowers, room, sharing.score !== undefined, allocate);
  return {
    records: createRecords(pages, twins, sharing, allocate),
    book,
    motives: createMotives(book, allocate),
    twinMemory: allocateTwins(twins ? borrowers : 0, allocate),
    cells: createCells(book, allocate),
    layout,
    leafSums: new Float64Array(allocate(8 * leaves * layout.stride)),
    totals: new Float64Array(allocate(8 * layout.stride)),
  };
}

/** Empties what a page has of a world, so that another world can be run in the same memory. */
export function clearPage({ records, book, twinMemory }: WorldMemory, page: number): void {
  clearFiles(records, page);
  book.count.fill(0, page * book.term, (page + 1) * book.term);
  twinMemory.made.fill(0, page * pageSize, (page + 1) * pageSize);
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
const bytesPerThread = 60e6;

/**
 * What a market will need before it is run.
 *
 * @param worlds simulated side by side
 * @param threads that share it
 */
export function planMemory(
  { borrowers, lenders, economy }: Sized,
  sharing: Sharing,
  worlds: number,
  threads: number,
): MemoryPlan {
  let onePage = 0;
  const count: Allocate = (bytes) => {
    onePage += bytes;
    return new ArrayBuffer(bytes);
  };
  const page = { borrowers: Math.min(borrowers, pageSize), lenders, economy };
  createPopulation(page.borrowers, count);
  for (let k = 0; k < worlds; k++) allocateWorld(page, sharing, 'usual', count);
  const market = onePage * Math.ceil(borrowers / pageSize);
  const total = market + threads * bytesPerThread;
  return { perBorrower: onePage / page.borrowers, market, total };
}
