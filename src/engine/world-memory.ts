import { pageSize } from '../random/draws.ts';
import { leafSize } from './columns/shape.ts';
import { pagesOf } from './crew.ts';
import { createRecords, type FilePlan, type Records } from './files/records.ts';
import { teachingCount } from './lenders/learning-sums.ts';
import { createLoanBook, createMotives, type LoanBook, type Motives } from './loans/book.ts';
import type { Economy } from './parameters.ts';
import { createPopulation } from './people/population.ts';
import type { Market } from './setup.ts';
import { offerSumCount } from './stake/offer-worth.ts';
import { createTwins, twinSumCount, type Twins } from './stake/twins.ts';
import { tallyCount } from './tally/plan.ts';
import { createCells, type BookCells } from './tally/tables.ts';
import type { Allocate } from './memory/allocate.ts';
import { planTwinFiles, type Room } from './memory/room.ts';

/** What a world of a running market keeps whose size grows with the borrowers, and what its threads hand each other. */
export interface WorldMemory {
  readonly book: LoanBook;
  readonly motives: Motives;
  readonly records: Records;
  readonly twins: Twins | undefined;
  readonly cells: BookCells;
  readonly layout: Layout;
  /** One quarter's sums by leaf. Shape (leaves × stride). */
  readonly leafSums: Float64Array;
  /** The quarter's sums over leaves. Shape (stride). */
  readonly totals: Float64Array;
}

/** Where each kind of sum begins in a leaf's sums: what lenders learn from, what offers teach, twins, the ledger. */
interface Layout {
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
  return { teaching: 0, offers, twins, ledger, stride: ledger + tallyCount({ term, lenders }) };
}

/** As much of a market as its memory hangs on. */
export type MarketSize = Pick<Market, 'borrowers' | 'lenders' | 'economy'>;

/**
 * Empty memory for one world. The blocks that it asks for are always the same ones in the same order, as are those of
 * `createPopulation`, so that threads which are handed the same blocks share it. All of it begins as 0.
 *
 * @param twins whether slots of twins are in use
 */
export function allocateWorld(
  { borrowers, lenders, economy }: MarketSize,
  files: FilePlan,
  room: Room,
  twins: boolean,
  allocate: Allocate,
): WorldMemory {
  const { scored } = files;
  const book = createLoanBook(economy, borrowers, { room, twins, scored }, allocate);
  const motives = createMotives(book, allocate);
  const twinFiles = planTwinFiles(economy, Math.min(borrowers, pageSize), { room, twins });
  const records = createRecords(pagesOf(borrowers), twinFiles, files, allocate);
  const layout = layoutOf(lenders.length, economy.loan.term);
  const leaves = Math.ceil(borrowers / leafSize);
  return {
    book,
    motives,
    records,
    twins: twins ? createTwins(borrowers, book, motives, records, allocate) : undefined,
    cells: createCells(book, allocate),
    layout,
    leafSums: new Float64Array(allocate(8 * leaves * layout.stride)),
    totals: new Float64Array(allocate(8 * layout.stride)),
  };
}

/** Whether worlds that learn their own stakes have twins. */
export function hasTwins({ reputation }: Economy): boolean {
  return reputation.twins > 0;
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
const bytesPerThread = 80e6;

/**
 * What a market will need before it is run, as a rule: a page is laid out to see. The few markets in which more is borrowed
 * than usual take half as much again.
 *
 * @param worlds simulated side by side
 * @param relearned whether each of them has twins, or the actual one alone
 * @param threads that share it
 */
export function planMemory(
  { borrowers, lenders, economy }: MarketSize,
  files: FilePlan,
  worlds: number,
  relearned: boolean,
  threads: number,
): MemoryPlan {
  let page = 0;
  let totals = 0;
  const count: Allocate = (bytes) => {
    page += bytes;
    return new ArrayBuffer(bytes);
  };
  const people = Math.min(borrowers, pageSize);
  createPopulation(people, count);
  for (let k = 0; k < worlds; k++) {
    const twins = hasTwins(economy) && (relearned || k === 0);
    const size = { borrowers: people, lenders, economy };
    totals += allocateWorld(size, files, 'usual', twins, count).totals.byteLength;
  }
  const perBorrower = (page - totals) / people;
  const market = perBorrower * borrowers + totals;
  return { perBorrower, market, total: market + threads * bytesPerThread };
}
