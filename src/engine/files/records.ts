import type { Column } from '../../institutions/institution.ts';
import type { Allocate } from '../setup.ts';
import type { Sharing } from './join.ts';

/**
 * Credit records, one bit a quarter: bit t mod 32 of a map is quarter t. Time passes without moving anything; a
 * retention window is a mask, a count a popcount.
 *
 * `loans` hold what was granted in the 32 quarters up to the borrower's last visit: when it comes back, the bits that
 * newer quarters need are struck off (`rememberedAfter`). The other maps say what became of those loans, and nothing
 * elsewhere: read them where there is a loan.
 *
 * Each lender keeps the truth about its own loans. What others read is a copy of what a contributor
 * furnishes, whose errors are drawn once, when the record is made. Maps that would be equal are one: the
 * copy is the truth where nothing is spoilt or left out. Lenders that furnish nothing have no copy.
 */
export interface Records {
  /** Had a loan. [lender][borrower] */
  readonly loans: readonly Uint32Array[];
  /** Defaulted on it, in truth. */
  readonly defaults: readonly Uint32Array[];
  /** Default on the shared copy; empty for a lender that does not contribute, as are the next two. */
  readonly shared: readonly Uint32Array[];
  /** Default as read by another kind of lender; `shared` without a standards gap. */
  readonly crossed: readonly Uint32Array[];
  /** Loans on the shared copy; `loans` without a threshold. */
  readonly reported: readonly Uint32Array[];
}

/** The same, to read only. */
export type FiledRecords = { readonly [Map in keyof Records]: readonly Column[] };

/** Empty files. */
export function createRecords(
  borrowers: number,
  lenders: number,
  sharing: Sharing,
  allocate: Allocate,
): Records {
  const { contributing, errors } = sharing;
  const map = () => new Uint32Array(allocate(4 * borrowers));
  const none = new Uint32Array(0);
  const leavesOut = sharing.records.threshold > 0;
  const spoils = errors.falseDefault > 0 || errors.missedDefault > 0;
  const each = (of: (lender: number) => Uint32Array) =>
    Array.from({ length: lenders }, (_, q) => of(q));
  const furnished = (of: (lender: number) => Uint32Array) =>
    each((q) => (contributing[q] ? of(q) : none));
  const loans = each(map);
  const defaults = each(map);
  const shared = furnished(leavesOut || spoils ? map : (q) => defaults[q]);
  return {
    loans,
    defaults,
    shared,
    crossed: furnished(errors.standardsGap > 0 ? map : (q) => shared[q]),
    reported: furnished(leavesOut ? map : (q) => loans[q]),
  };
}
