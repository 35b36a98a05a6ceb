import { Access, type RecordRules } from '../../institutions/institution.ts';
import type { Sharing } from './join.ts';
import type { RecordsKept } from './kept.ts';

/** Level of a reader that sees closed loans and whether there are any, but nothing of open ones. */
const withoutBalances = Access['full-without-balances'];

/** Constants of reading files, made once a market. */
export interface ReportPlan {
  readonly lenders: number;
  /** Windows of each tier, its files, and which quarters' records stand on them at all. */
  readonly windows: readonly RecordRules[];
  readonly files: readonly number[];
  readonly kept: readonly (RecordsKept | undefined)[];
  /** What is read of contributors' files: places in `columnsOf` of their lender, numbered through. */
  readonly columnsOf: readonly (readonly ClosedLoansColumn[])[];
  readonly columns: number;
  /** What each reader reads, as numbers of columns. */
  readonly contributors: readonly ContributorColumns[];
  /** All columns that some reader reads in full. */
  readonly open: Int32Array;
  /** Tiers that hold the same of open loans, as one. */
  readonly holdings: readonly Holding[];
  /** Bit q at [h · lenders + j]: reader j sees the open loans of lender q, which is not itself, as holding h has them. */
  readonly balancesOf: Uint32Array;
  /**
   * Sets of lenders whose open balances some reader adds up, with the reader itself, which who asks it does not owe: readers
   * of the same set share the sum. Set g's lenders in holding h at [g · holdings + h].
   */
  readonly balanceSets: Uint32Array;
  readonly setCount: number;
  /** Place in `balanceSets` of each reader; −1 if it sees no balance. Shape (lenders). */
  readonly balanceSetOf: Int8Array;
}

/** What one sort of reader sees of a contributor's closed loans: what any of these tiers shows it, each loan once. */
export interface ClosedLoansColumn {
  readonly number: number;
  readonly parts: readonly TierCopy[];
}

/** Which copy of which tier, and whether loans repaid are read of it too. */
interface TierCopy {
  readonly tier: number;
  readonly copy: 'shared' | 'crossed';
  readonly full: boolean;
}

/** Which open loans stand on file: those of this size, so long after signing. */
interface Holding {
  readonly lag: number;
  readonly threshold: number;
}

/** Contributors whose closed loans a reader sees in full, and those whose defaults alone it sees, as numbers of columns. */
export interface ContributorColumns {
  readonly full: Int32Array;
  readonly negative: Int32Array;
  /** What is open to others in full, but not to this reader. */
  readonly closed: Int32Array;
}

/** @param kind `LenderKind` code of each lender */
export function planReports(sharing: Sharing, kind: ArrayLike<number>): ReportPlan {
  const { n, tiers } = sharing;
  const { columnsOf, readers } = planClosed(sharing, kind);
  const open = [...new Set(readers.flatMap(({ full }) => full))].toSorted((a, b) => a - b);
  return {
    lenders: n,
    windows: tiers.map(({ records }) => records),
    files: tiers.map(({ file }) => file),
    kept: tiers.map(({ kept }) => kept),
    columnsOf,
    columns: columnsOf.flat().length,
    contributors: readers.map(({ full, negative }) => ({
      full: Int32Array.from(full),
      negative: Int32Array.from(negative),
      closed: Int32Array.from(open.filter((column) => !full.includes(column))),
    })),
    open: Int32Array.from(open),
    ...planOpen(sharing),
  };
}

/** Who reads which columns of closed loans: readers who see the same of a contributor read the same one. */
function planClosed({ n, tiers }: Sharing, kind: ArrayLike<number>) {
  const known = new Map<string, ClosedLoansColumn>();
  const columnsOf = Array.from({ length: n }, (): ClosedLoansColumn[] => []);
  const readers = Array.from({ length: n }, (_, j) => {
    const full: number[] = [];
    const negative: number[] = [];
    for (let q = 0; q < n; q++) {
      const read = tiers.flatMap(({ reads, errors }, tier) => {
        const access = reads[j * n + q];
        if (access === Access.none) return [];
        // Without a gap between standards the crossed copy is the shared one.
        const crosses = errors.standardsGap > 0 && kind[j] !== kind[q];
        const copy = crosses ? ('crossed' as const) : ('shared' as const);
        return [{ tier, copy, full: access !== Access.negative }];
      });
      if (read.length === 0) continue;
      const defaultsAlone = !read.some((part) => part.full);
      // Defaults are the same whether or not loans repaid are counted beside them.
      const parts = defaultsAlone ? read.map((part) => ({ ...part, full: true })) : read;
      const key = JSON.stringify([q, parts]);
      const column = known.get(key) ?? { number: known.size, parts };
      if (!known.has(key)) columnsOf[q].push(column);
      known.set(key, column);
      (defaultsAlone ? negative : full).push(column.number);
    }
    return { full, negative };
  });
  return { columnsOf, readers };
}

function planOpen({ n, tiers }: Sharing) {
  const holdings: Holding[] = [];
  const holdingOf = tiers.map(({ records: { lag, threshold } }) => {
    const at = holdings.findIndex((other) => other.lag === lag && other.threshold === threshold);
    return at >= 0 ? at : holdings.push({ lag, threshold }) - 1;
  });
  const balancesOf = new Uint32Array(holdings.length * n);
  const sets = Array.from({ length: n }, (_, j) => {
    const set = new Uint32Array(holdings.length);
    for (const [tier, { reads, contributing }] of tiers.entries()) {
      const seen = openTo(reads, n, j);
      const h = holdingOf[tier];
      balancesOf[h * n + j] |= seen;
      if (seen !== 0) set[h] |= seen | (contributing[j] << j);
    }
    return set;
  });
  const seeing = sets.filter((set) => set.some((lenders) => lenders !== 0)).map(String);
  const distinct = [...new Set(seeing)];
  return {
    holdings,
    balancesOf,
    balanceSets: Uint32Array.from(distinct.flatMap((set) => set.split(',').map(Number))),
    setCount: distinct.length,
    balanceSetOf: Int8Array.from(sets, (set) => distinct.indexOf(String(set))),
  };
}

/** Bits of the lenders whose open loans reader j sees. */
function openTo(level: Uint8Array, n: number, j: number): number {
  let set = 0;
  for (let q = 0; q < n; q++) {
    const access = level[j * n + q];
    if (access !== Access.none && access !== Access.negative && access !== withoutBalances) {
      set |= 1 << q;
    }
  }
  return set;
}
