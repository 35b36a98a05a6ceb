import type { Sharing } from '../files/join.ts';
import type { LenderCosts } from '../lenders/costs.ts';
import type { Economy } from '../parameters.ts';
import type { Lender } from '../setup.ts';

/** What tallying needs to know. */
export interface TallyPlan {
  readonly economy: Economy;
  readonly costs: LenderCosts;
  /** Fee on a granted loan and what its report costs the institution, by lender. */
  readonly fee: Float64Array;
  readonly reportCost: Float64Array;
  /** funding + operating by lender. */
  readonly running: Float64Array;
  /** Bit j: a quote of lender j takes an inquiry. */
  readonly inquirers: number;
}

export function planTally(
  economy: Economy,
  lenders: readonly Lender[],
  sharing: Sharing,
  costs: LenderCosts,
): TallyPlan {
  return {
    economy,
    costs,
    fee: sharing.fee,
    reportCost: sharing.cost,
    running: Float64Array.from(lenders, (l) => l.funding + l.operating),
    inquirers: sharing.inquires.reduce((bits, inquires, j) => bits | (inquires << j), 0),
  };
}

/** The applications of one leaf: rows `from … to − 1`, of which the loans are `takers[loansFrom … loansTo − 1]`. */
export interface LeafRows {
  from: number;
  to: number;
  loansFrom: number;
  loansTo: number;
}
