import { popcount } from '../../math/bits.ts';
import { hidden } from '../columns/hidden.ts';
import { outcome } from '../columns/outcome.ts';
import { roll } from '../columns/roll.ts';
import { terms } from '../columns/terms.ts';
import { visible } from '../columns/visible.ts';
import { recovered } from '../lenders/costs.ts';
import { Outcome } from '../outcome.ts';
import type { LeafRows, TallyPlan } from './plan.ts';
import { sumIndex } from './sum-index.ts';
import { sumWelfare } from './welfare.ts';

const S = sumIndex;

/**
 * One leaf's sums of the quarter into `sums[at …]`. Rows are added in borrower order, each kind of thing in a
 * loop of its own.
 */
export function tallySums(plan: TallyPlan, leaf: LeafRows, sums: Float64Array, at: number): void {
  countApplications(plan, leaf, sums, at);
  sumPredictions(leaf, sums, at);
  sumLoans(plan, leaf, sums, at);
  sumWelfare(plan, leaf, sums, at);
  if (plan.economy.misreporting.share > 0) sumMisreports(plan, leaf, sums, at);
}

/** Whole numbers: who applies and who is approved. */
function countApplications(
  plan: TallyPlan,
  { from, to, loansFrom, loansTo }: LeafRows,
  sums: Float64Array,
  at: number,
): void {
  const { inquirers } = plan;
  const { asked } = roll;
  const { onFile } = visible;
  const { safe: safeTypes } = hidden;
  const { approved: approvedRows } = terms;
  const { taken } = outcome;
  let approvals = 0;
  let inquiries = 0;
  let thin = 0;
  let thinApprovals = 0;
  let safe = 0;
  let safeApprovals = 0;
  let safeLoans = 0;
  for (let r = from; r < to; r++) {
    const approved = approvedRows[r];
    const safeType = safeTypes[r];
    const unknown = Number((asked[r] & onFile[r]) === 0);
    approvals += approved;
    inquiries += popcount(asked[r] & inquirers);
    thin += unknown;
    thinApprovals += unknown & approved;
    safe += safeType;
    safeApprovals += safeType & approved;
    safeLoans += safeType & taken[r];
  }
  sums[at + S.applications] = to - from;
  sums[at + S.approvals] = approvals;
  sums[at + S.loans] = loansTo - loansFrom;
  sums[at + S.inquiries] = inquiries;
  sums[at + S.thinApplications] = thin;
  sums[at + S.thinApprovals] = thinApprovals;
  sums[at + S.safeApplications] = safe;
  sums[at + S.safeApprovals] = safeApprovals;
  sums[at + S.safeLoans] = safeLoans;
}

/** What lenders predict of applicants, against what is true of them. */
function sumPredictions({ from, to }: LeafRows, sums: Float64Array, at: number): void {
  const { price, approved, estimate: estimated } = terms;
  const { pd: pds } = hidden;
  let truth = 0;
  let estimates = 0;
  let brier = 0;
  let brierPd = 0;
  let approvedPd = 0;
  let approvedRate = 0;
  for (let r = from; r < to; r++) {
    const pd = pds[r];
    const estimate = estimated[r];
    truth += pd;
    estimates += estimate;
    brier += pd * (1 - estimate) * (1 - estimate) + (1 - pd) * estimate * estimate;
    brierPd += (estimate - pd) * (estimate - pd);
    approvedPd += approved[r] * pd;
    approvedRate += approved[r] * (price[r] - 1);
  }
  sums[at + S.applicantPd] = truth;
  sums[at + S.applicantEstimate] = estimates;
  sums[at + S.applicantBrier] = brier;
  sums[at + S.applicantBrierPd] = brierPd;
  sums[at + S.approvedPd] = approvedPd;
  sums[at + S.approvedRate] = approvedRate;
}

/** What becomes of the loans, and what lenders and the institution make of them. */
function sumLoans(
  plan: TallyPlan,
  { loansFrom, loansTo }: LeafRows,
  sums: Float64Array,
  at: number,
): void {
  const { costs, fee, reportCost, running } = plan;
  const { takers } = outcome;
  const { winner, explored, price: prices, estimate: estimated } = terms;
  const { pd: pds, potential } = hidden;
  const { collateral } = visible;
  let cannotPay = 0;
  let willNotPay = 0;
  let truth = 0;
  let estimates = 0;
  let brier = 0;
  let rates = 0;
  let profits = 0;
  let realised = 0;
  let revenue = 0;
  let reports = 0;
  let exploratory = 0;
  for (let k = loansFrom; k < loansTo; k++) {
    const r = takers[k];
    const o = winner[r];
    const pd = pds[r];
    const estimate = estimated[r];
    const price = prices[r];
    const bad = Number(potential[r] !== Outcome.repaid);
    const back = recovered(costs.recovery[o], collateral[r], price);
    const cost = 1 + running[o] + fee[o];
    cannotPay += Number(potential[r] === Outcome.cannotPay);
    willNotPay += Number(potential[r] === Outcome.willNotPay);
    truth += pd;
    estimates += estimate;
    brier += (estimate - bad) * (estimate - bad);
    rates += price - 1;
    profits += (1 - pd) * price + pd * back - cost;
    realised += bad * back + (1 - bad) * price - cost;
    revenue += fee[o];
    reports += reportCost[o];
    exploratory += explored[r];
  }
  sums[at + S.cannotPay] = cannotPay;
  sums[at + S.willNotPay] = willNotPay;
  sums[at + S.loanPd] = truth;
  sums[at + S.loanEstimate] = estimates;
  sums[at + S.fundedBrier] = brier;
  sums[at + S.rate] = rates;
  sums[at + S.lenderProfit] = profits;
  sums[at + S.realisedProfit] = realised;
  sums[at + S.institutionRevenue] = revenue;
  sums[at + S.institutionCost] = reports;
  sums[at + S.exploratoryLoans] = exploratory;
}

/** Inflating one's footprint costs the borrower, whether or not it gets a loan. */
function sumMisreports(
  plan: TallyPlan,
  { from, to }: LeafRows,
  sums: Float64Array,
  at: number,
): void {
  let misreports = 0;
  for (let r = from; r < to; r++) misreports += hidden.misreports[r];
  const cost = misreports * plan.economy.misreporting.cost;
  sums[at + S.misreports] = misreports;
  sums[at + S.misreportingCost] = cost;
  sums[at + S.welfare] -= cost;
  sums[at + S.borrowerSurplus] -= cost;
}
