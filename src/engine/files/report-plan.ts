import { Access, type RecordRules } from '../../institutions/institution.ts';
import type { Sharing } from './join.ts';

/** Level of a reader that sees closed loans and whether there are any, but nothing of open ones. */
const withoutBalances = Access['full-without-balances'];

/** Constants of reading files, made once a market. */
export interface ReportPlan {
  readonly lenders: number;
  /** Bit q: lender q furnishes, as it stands on the shared copy or the crossed one, to somebody. */
  readonly furnished: { readonly shared: number; readonly crossed: number };
  /** What each reader reads, as places of columns (see `Sources`). */
  readonly sources: readonly Sources[];
  /** All columns that some reader reads in full. */
  readonly open: Int32Array;
  /** Bit q at [j]: reader j sees the open loans of lender q, which is not itself. Shape (lenders). */
  readonly balancesOf: Uint32Array;
  /**
   * Sets of lenders whose open balances some reader adds up, with the reader itself, which who asks it does not owe: readers
   * of the same set share the sum.
   */
  readonly balanceSets: Uint32Array;
  /** Place in `balanceSets` of each reader; −1 if it sees no balance. Shape (lenders). */
  readonly balanceSetOf: Int8Array;
  readonly rules: RecordRules;
}

/**
 * Contributors whose closed loans a reader sees in full, and those whose defaults alone it sees. Column q is lender q's
 * shared copy, column lenders + q the crossed one.
 */
export interface Sources {
  readonly full: Int32Array;
  readonly negative: Int32Array;
  /** What is open to others in full, but not to this reader. */
  readonly closed: Int32Array;
}

/** @param kind `LenderKind` code of each lender */
export function planReports(sharing: Sharing, kind: ArrayLike<number>): ReportPlan {
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
      (level === Access.negative ? negative : full).push((crosses ? n : 0) + q);
    }
    return { full, negative };
  });
  const open = [...new Set(readers.flatMap(({ full }) => full))];
  const balancesOf = Uint32Array.from({ length: n }, (_, j) => openTo(sharing, j));
  const sets = balancesOf.map((set, j) => (set === 0 ? 0 : set | (sharing.contributing[j] << j)));
  const balanceSets = [...new Set(sets)].filter((set) => set !== 0);
  return {
    lenders: n,
    furnished,
    sources: readers.map(({ full, negative }) => ({
      full: Int32Array.from(full),
      negative: Int32Array.from(negative),
      closed: Int32Array.from(open.filter((column) => !full.includes(column))),
    })),
    open: Int32Array.from(open),
    balancesOf,
    balanceSets: Uint32Array.from(balanceSets),
    balanceSetOf: Int8Array.from(sets, (set) => balanceSets.indexOf(set)),
    rules: sharing.records,
  };
}

/** Bits of the lenders whose open loans reader j sees. */
function openTo({ n, level }: Sharing, j: number): number {
  let set = 0;
  for (let q = 0; q < n; q++) {
    const access = level[j * n + q];
    if (access !== Access.none && access !== Access.negative && access !== withoutBalances) {
      set |= 1 << q;
    }
  }
  return set;
}
