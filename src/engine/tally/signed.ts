import { hidden } from '../columns/hidden.ts';
import { outcome } from '../columns/outcome.ts';
import { roll } from '../columns/roll.ts';
import { maxRows } from '../columns/shape.ts';
import { terms } from '../columns/terms.ts';
import { visible } from '../columns/visible.ts';
import { enterSigned } from './books.ts';
import type { TallyPlan } from './plan.ts';
import { lenderSumCount, lenderSumIndex, sumIndex } from './sum-index.ts';

/** Rows that sign. One more: lists are branch-free. */
const takers = new Int32Array(maxRows + 1);

/**
 * The loans that a leaf's borrowers sign, of rows `from … to − 1`: what they are, what they cost at signing, into the sums
 * at `at`, the lenders' books of the quarter at `byQuarter` and, if it counts, the lenders' sums at `books`.
 */
export function sumSigned(
  plan: TallyPlan,
  from: number,
  to: number,
  sums: Float64Array,
  at: number,
  books: number,
  byQuarter: number,
  counted: boolean,
): void {
  const { taken } = outcome;
  let n = 0;
  for (let r = from; r < to; r++) {
    takers[n] = r;
    n += taken[r];
  }
  describe(n, sums, at);
  spend(plan, n, sums, at);
  enterSigned(plan, takers, n, sums, byQuarter);
  if (counted) keepBooks(plan, n, sums, books);
}

function describe(n: number, sums: Float64Array, at: number): void {
  const { explored, estimate, price, rate } = terms;
  const { pd } = outcome;
  const { ownStake, sharedStake } = hidden;
  let exploratory = 0;
  let pds = 0;
  let estimates = 0;
  let prices = 0;
  let rates = 0;
  let own = 0;
  let shared = 0;
  for (let k = 0; k < n; k++) {
    const r = takers[k];
    exploratory += explored[r];
    pds += pd[r];
    estimates += estimate[r];
    prices += price[r];
    rates += rate[r];
    own += ownStake[r];
    shared += sharedStake[r];
  }
  sums[at + sumIndex.loans] = n;
  sums[at + sumIndex.exploratoryLoans] = exploratory;
  sums[at + sumIndex.loanPd] = pds;
  sums[at + sumIndex.loanEstimate] = estimates;
  sums[at + sumIndex.price] = prices;
  sums[at + sumIndex.apr] = 4 * rates;
  sums[at + sumIndex.totalCost] = prices - n;
  sums[at + sumIndex.stakeOwn] = own;
  sums[at + sumIndex.stakeShared] = shared;
}

/** What is given up or paid on the day of signing. */
function spend(
  { operating, fee, reportCost, leakLoss }: TallyPlan,
  n: number,
  sums: Float64Array,
  at: number,
): void {
  const { lender } = terms;
  const { size } = visible;
  const { person } = roll;
  let principal = 0;
  let outside = 0;
  let resources = 0;
  let fees = 0;
  let reports = 0;
  let leaked = 0;
  for (let k = 0; k < n; k++) {
    const r = takers[k];
    const j = lender[r];
    principal += size[r];
    outside += size[r] * hidden.outside[person[r]];
    resources += size[r] * (1 + operating[j]);
    fees += fee[j];
    reports += reportCost[j];
    leaked += leakLoss[j];
  }
  sums[at + sumIndex.principal] = principal;
  sums[at + sumIndex.outside] = outside;
  sums[at + sumIndex.leakLosses] = leaked;
  sums[at + sumIndex.resources] = resources;
  sums[at + sumIndex.fees] = fees;
  sums[at + sumIndex.institutionCost] = reports;
  sums[at + sumIndex.realisedProfit] = -(resources + fees);
}

/** Each lender's part. */
function keepBooks(
  { operating, fee }: TallyPlan,
  n: number,
  sums: Float64Array,
  books: number,
): void {
  const { lender, estimate } = terms;
  const { size } = visible;
  for (let k = 0; k < n; k++) {
    const r = takers[k];
    const j = lender[r];
    const book = books + j * lenderSumCount;
    const spent = size[r] * (1 + operating[j]) + fee[j];
    sums[book + lenderSumIndex.loans] += 1;
    sums[book + lenderSumIndex.principal] += size[r];
    sums[book + lenderSumIndex.estimate] += estimate[r];
    sums[book + lenderSumIndex.lifePd] += outcome.pd[r];
    sums[book + lenderSumIndex.profit] -= spent;
    sums[book + lenderSumIndex.realisedProfit] -= spent;
  }
}
