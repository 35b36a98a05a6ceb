import { Access, type RecordRules } from '../../institutions/institution.ts';
import { lowestBit } from '../../math/bits.ts';
import { pageSize } from '../../random/draws.ts';
import type { Sharing } from './join.ts';

/** Constants of reading files. */
export interface ReportPlan {
  readonly lenders: number;
  /** Who looks an applicant up, by the set of lenders that it asks. Shape (sets of the search table). */
  readonly interestedIn: Uint32Array;
  /** Bit q: lender q furnishes, as it stands on the shared copy or the crossed one, to somebody. */
  readonly furnished: { readonly shared: number; readonly crossed: number };
  /** What each reader reads, as places of columns in `counts`. */
  readonly sources: readonly Sources[];
  /** All columns that some reader reads in full. */
  readonly open: Int32Array;
  readonly rules: RecordRules;
}

/** Contributors whose data a reader sees in full, and those whose defaults alone it sees. */
export interface Sources {
  readonly full: Int32Array;
  readonly negative: Int32Array;
  /** What is open to others in full, but not to this reader. */
  readonly closed: Int32Array;
}

/**
 * @param sets of lenders that may be asked, as in the search table
 * @param readersOf bit q at [o]: lender q would read of a default on lender o. Shape (lenders)
 */
export function planReports(
  sharing: Sharing,
  kind: Uint8Array,
  sets: Uint32Array,
  readersOf: Uint32Array,
): ReportPlan {
  const n = sharing.n;
  const { standardsGap } = sharing.errors;
  const furnished = { shared: 0, crossed: 0 };
  const readers = Array.from({ length: n }, (_, j) => {
    const full: number[] = [];
    const negative: number[] = [];
    for (let q = 0; q < n; q++) {
      const level = sharing.level[j * n + q];
      if (level === Access.none) continue;
      // Without a gap between standards the crossed copy is the shared one.
      const crosses = standardsGap > 0 && kind[j] !== kind[q];
      furnished[crosses ? 'crossed' : 'shared'] |= 1 << q;
      (level === Access.full ? full : negative).push(((crosses ? n : 0) + q) * pageSize);
    }
    return { full, negative };
  });
  const open = [...new Set(readers.flatMap(({ full }) => full))];
  const sources = readers.map(({ full, negative }) => ({
    full: Int32Array.from(full),
    negative: Int32Array.from(negative),
    closed: Int32Array.from(open.filter((column) => !full.includes(column))),
  }));
  const interestedIn = sets.map((set) => withReaders(set, readersOf));
  return {
    lenders: n,
    interestedIn,
    furnished,
    sources,
    open: Int32Array.from(open),
    rules: sharing.records,
  };
}

/**
 * Who looks up whom: a lender looks up those who ask it, and those who may borrow from a lender of which it reads,
 * because what it would do after a default is what they have to fear.
 */
function withReaders(asked: number, readersOf: Uint32Array): number {
  let interested = asked;
  for (let left = asked; left !== 0; left &= left - 1) interested |= readersOf[lowestBit(left)];
  return interested;
}
