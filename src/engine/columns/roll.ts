import { pageSize } from '../../random/draws.ts';
import type { Readers } from './readers.ts';
import { leavesPerPage, lenderStride, maxLenders, maxRows, slotsPerPage } from './shape.ts';

/**
 * Who stands in the page and the quarter that are worked on, and who of them applies. A thread works on one page at a time,
 * so these columns (and those of the modules beside this one) are made once.
 *
 * Rows 0 … n − 1 are applications, leaf by leaf: the leaf's borrowers in their order, then its twins in theirs.
 */
export const rollWriter = {
  /** First borrower of the page; how many it has (the last page may be short). */
  first: 0,
  size: 0,
  /** Applications. */
  n: 0,
  /** Leaf l's rows are leafEnd[l − 1] … leafEnd[l] − 1; its borrowers' end (and its twins' begin) at leafOriginals[l]. */
  leafOriginals: new Int32Array(leavesPerPage),
  leafEnd: new Int32Array(leavesPerPage),
  /** The slot that applies; its person: index in the page of whose traits and luck it has. One more: lists are made branch-free. */
  slot: new Int32Array(maxRows + 1),
  person: new Int32Array(maxRows + 1),
  /** Bit j: lender j is asked. How many are. */
  asked: new Uint32Array(maxRows),
  askedCount: new Uint8Array(maxRows),
  /** Lender asked at place q: at q · lenderStride + r. Places from askedCount on mean nothing. */
  askedAt: new Uint8Array(maxLenders * lenderStride),
  /** Bit j: lender j's report on this row is read: it is asked now, or in an imagined next application (stake/). */
  lookedUp: new Uint32Array(maxRows),

  // by slot
  /** Slots of the twins that live, in order. */
  twins: new Int32Array(pageSize + 1),
  twinCount: 0,
  /** Bit j: lender j is owed, before this quarter's loans. */
  owed: new Uint32Array(slotsPerPage),
  /** Row of the slot's application, −1 without one. */
  rowOf: new Int32Array(slotsPerPage),
  /** Where its files lie among the page's: a borrower's at its slot, a living twin's where it was given room. */
  place: Int32Array.from({ length: slotsPerPage }, (_, slot) => slot),
};

export const roll: Readers<typeof rollWriter> = rollWriter;

/** Persons 0 … pageSize − 1, for draws of everybody. */
export const everyone = Int32Array.from({ length: pageSize }, (_, i) => i);
