import { maxTerm } from '../columns/shape.ts';
import type { Market } from '../setup.ts';
import { bookCount, lenderSumCount, sumCount } from './sum-index.ts';
import type { TotalRepayment } from '../../units.ts';

/** Who may read what, as far as accounts need it (files/join.ts). */
export interface TallySharing {
  readonly inquires: ArrayLike<number>;
  readonly fee: Float64Array;
  /** What a report costs the institution, on a loan signed; 0 where nothing is open. */
  readonly cost: Float64Array;
  /** What a borrower loses by leaks, on a loan signed. */
  readonly leaks: Float64Array;
}

/** Constants of keeping accounts, made once a market. */
export interface TallyPlan {
  readonly lenders: number;
  readonly term: number;
  readonly burnIn: number;
  readonly quarters: number;
  /** Bit j: a quote of lender j takes an inquiry. */
  readonly inquirers: number;
  /** By lender: cost of a unit lent, fee on a loan, what it costs the institution, what its borrower loses by leaks. */
  readonly operating: Float64Array;
  readonly fee: Float64Array;
  readonly reportCost: Float64Array;
  readonly leakLoss: Float64Array;
  /** δ^a, by age. Shape (term). */
  readonly patience: Float64Array;
  /** v^a of each lender, a = 0 … T. Shape ((term + 1) × lenders). */
  readonly discount: Float64Array;
  readonly enforcement: number;
  readonly involuntaryShare: number;
  readonly effortCost: number;
  /** δ: what use after a refusal, due a quarter later, is worth today. */
  readonly delta: number;
  readonly misreportingCost: number;
  readonly cap: TotalRepayment;
}

export function planTally(market: Market, sharing: TallySharing, cap: TotalRepayment): TallyPlan {
  const { economy, lenders, burnIn, quarters } = market;
  const { term } = economy.loan;
  const n = lenders.length;
  const { patience: delta, effortCost } = economy.behaviour;
  const patience = new Float64Array(maxTerm).fill(1);
  for (let a = 1; a < maxTerm; a++) patience[a] = patience[a - 1] * delta;
  const discount = new Float64Array((term + 1) * n).fill(1);
  for (let a = 1; a <= term; a++) {
    for (let j = 0; j < n; j++) {
      discount[a * n + j] = discount[(a - 1) * n + j] / (1 + lenders[j].funding);
    }
  }
  let inquirers = 0;
  for (let j = 0; j < n; j++) inquirers |= sharing.inquires[j] << j;
  return {
    lenders: n,
    term,
    burnIn,
    quarters,
    inquirers,
    operating: Float64Array.from(lenders, (lender) => lender.operating),
    fee: sharing.fee,
    reportCost: sharing.cost,
    leakLoss: sharing.leaks,
    patience,
    discount,
    enforcement: economy.sanctions.enforcement,
    involuntaryShare: economy.sanctions.involuntaryShare,
    effortCost,
    delta,
    misreportingCost: economy.misreporting.cost,
    cap,
  };
}

/** Numbers that a leaf's accounts of a quarter take: a row of sums for each age, the lenders' sums, their books. */
export function tallyCount({ term, lenders }: Pick<TallyPlan, 'term' | 'lenders'>): number {
  return term * sumCount + lenders * lenderSumCount + bookCount(lenders, term);
}
