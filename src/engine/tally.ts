import { exp, log, log1pUnit } from '../math/exp.ts';
import { normalQuantile } from '../math/normal.ts';
import { pageSize } from '../random/draws.ts';
import { firstBestEffort } from './borrower-choice.ts';
import type { Sharing } from './join.ts';
import { recovered, type LenderCosts } from './lender-costs.ts';
import {
  histogramNames,
  lenderSums,
  logitBins,
  quintileCounts,
  sumNames,
  traitNames,
  type SumName,
} from './ledger.ts';
import type { Page } from './page.ts';
import type { Economy } from './parameters.ts';
import type { Population } from './population.ts';
import { Outcome } from './repay.ts';
import type { Lender } from './setup.ts';

/** Row of each sum, by name. */
export const sumIndex = Object.fromEntries(sumNames.map((name, k) => [name, k])) as Record<
  SumName,
  number
>; // every name is a key, by construction
const S = sumIndex;

/** What tallying needs to know, and the integer tables it fills. */
export interface TallyPlan {
  readonly economy: Economy;
  readonly sharing: Sharing;
  readonly costs: LenderCosts;
  /** funding + operating by lender. */
  readonly running: Float64Array;
  readonly histograms: Float64Array;
  readonly quintiles: Float64Array;
  readonly lenders: Float64Array;
  readonly misreportingCost: number;
}

export function planTally(
  economy: Economy,
  lenders: readonly Lender[],
  sharing: Sharing,
  costs: LenderCosts,
): TallyPlan {
  return {
    economy,
    sharing,
    costs,
    running: Float64Array.from(lenders, (l) => l.funding + l.operating),
    histograms: new Float64Array(histogramNames.length * logitBins),
    quintiles: new Float64Array(traitNames.length * 5 * quintileCounts.length),
    lenders: new Float64Array(lenders.length * lenderSums.length),
    misreportingCost: economy.misreporting.cost,
  };
}

/** Adds rows `from … to − 1` to the quarter's sums of their leaf at `sums[at …]`. */
export function tallySums(
  plan: TallyPlan,
  page: Page,
  contractible: boolean,
  from: number,
  to: number,
  sums: Float64Array,
  at: number,
): void {
  const { economy, sharing, costs } = plan;
  const { behaviour, sanctions } = economy;
  const scale = behaviour.willingnessScale;
  const lenders = sharing.n;
  for (let r = from; r < to; r++) {
    const approved = page.approved[r];
    const taken = page.taken[r];
    const safe = page.safe[r];
    const pd = page.pd[r];
    const estimate = page.estimate[r];
    const o = page.winner[r];
    let thin = 1;
    let inquiries = 0;
    for (let j = 0; j < lenders; j++) {
      if (!((page.asked[r] >>> j) & 1)) continue;
      const c = j * pageSize + r;
      if (page.ownRepaid[c] | page.ownDefault[c] | page.sharedDefaults[c] | page.sharedRepaid[c]) {
        thin = 0;
      }
      inquiries += sharing.inquires[j];
    }
    sums[at + S.applications] += 1;
    sums[at + S.approvals] += approved;
    sums[at + S.loans] += taken;
    sums[at + S.inquiries] += inquiries;
    sums[at + S.thinApplications] += thin;
    sums[at + S.thinApprovals] += thin & approved;
    sums[at + S.safeApplications] += safe;
    sums[at + S.safeApprovals] += safe & approved;
    sums[at + S.safeLoans] += safe & taken;
    sums[at + S.applicantPd] += pd;
    sums[at + S.applicantEstimate] += estimate;
    sums[at + S.applicantBrier] +=
      pd * (1 - estimate) * (1 - estimate) + (1 - pd) * estimate * estimate;
    sums[at + S.applicantBrierPd] += (estimate - pd) * (estimate - pd);
    if (page.misreports[r]) {
      sums[at + S.misreports] += 1;
      sums[at + S.misreportingCost] += plan.misreportingCost;
      sums[at + S.welfare] -= plan.misreportingCost;
      sums[at + S.borrowerSurplus] -= plan.misreportingCost;
    }
    if (!approved) continue;
    const price = page.price[r];
    sums[at + S.approvedPd] += pd;
    sums[at + S.approvedRate] += price - 1;
    if (!taken) continue;

    const bad = page.outcome[r] === Outcome.repaid ? 0 : 1;
    const e = page.effort[r];
    const F = page.failure[r];
    const w = page.willing[r];
    const collateral = page.collateral[r];
    const stigma = page.stigma[r];
    const stake = page.stake[r];
    const back = recovered(costs.recovery[o], collateral, price);
    const unwilling = (1 - F) * (1 - w);
    const fee = sharing.fee[o];
    const cost = sharing.cost[o];
    const running = plan.running[o];
    const effortCost = 0.5 * behaviour.effortCost * page.hazard[r] * e * e;
    const stigmaLoss = F * sanctions.involuntaryShare * stigma + unwilling * stigma;
    const enforcement = unwilling * sanctions.enforcement;
    const collateralLoss = pd * (collateral - back);
    let choiceValue = 0; // (1 − F)·s·H(w), the value of being able to choose
    if (!contractible) {
      const x = (collateral + stigma + stake + sanctions.enforcement - price) / scale;
      const magnitude = x > 0 ? x : -x;
      const entropy = (x > 0 ? x : 0) + log1pUnit(exp(-magnitude)) - w * x;
      choiceValue = (1 - F) * scale * entropy;
    }
    const surplus = page.loanValue[r] + pd * stake - page.outside[r];
    const profit = (1 - pd) * price + pd * back - (1 + running + fee);
    sums[at + S.cannotPay] += page.outcome[r] === Outcome.cannotPay ? 1 : 0;
    sums[at + S.willNotPay] += page.outcome[r] === Outcome.willNotPay ? 1 : 0;
    sums[at + S.expectedCannotPay] += F;
    sums[at + S.expectedWillNotPay] += unwilling;
    sums[at + S.loanPd] += pd;
    sums[at + S.loanEstimate] += estimate;
    sums[at + S.fundedBrier] += (estimate - bad) * (estimate - bad);
    sums[at + S.rate] += price - 1;
    sums[at + S.effort] += e;
    sums[at + S.firstBestEffort] += firstBestEffort(
      economy,
      page.value[r],
      stigma,
      collateral - back,
    );
    sums[at + S.borrowerSurplus] += surplus;
    sums[at + S.lenderProfit] += profit;
    sums[at + S.realisedProfit] += (bad ? back : price) - (1 + running + fee);
    sums[at + S.institutionRevenue] += fee;
    sums[at + S.institutionCost] += cost;
    sums[at + S.stake] += stake;
    sums[at + S.welfare] +=
      (1 - F) * page.value[r] -
      stigmaLoss -
      collateralLoss -
      enforcement +
      choiceValue -
      effortCost -
      1 -
      running -
      page.outside[r] -
      cost;
    sums[at + S.projectValue] += (1 - F) * page.value[r];
    sums[at + S.stigmaLoss] += stigmaLoss;
    sums[at + S.enforcementLoss] += enforcement;
    sums[at + S.collateralLoss] += collateralLoss;
    sums[at + S.effortCost] += effortCost;
    sums[at + S.exploratoryLoans] += page.explored[r];
  }
}

const binWidth = 16 / logitBins;
const weightUnit = 1048576; // 2²⁰: expected counts are kept as whole numbers, so that sums are exact

/** Bin of an estimate by its log-odds. */
export function binOf(estimate: number): number {
  const bin = Math.floor((log(estimate / (1 - estimate)) + 8) / binWidth);
  return bin < 0 ? 0 : bin >= logitBins ? logitBins - 1 : bin;
}

const cuts = [normalQuantile(0.2), normalQuantile(0.4), normalQuantile(0.6), normalQuantile(0.8)];

function quintileOf(trait: number): number {
  return (
    (trait > cuts[0] ? 1 : 0) +
    (trait > cuts[1] ? 1 : 0) +
    (trait > cuts[2] ? 1 : 0) +
    (trait > cuts[3] ? 1 : 0)
  );
}

/** Adds the page to the integer tables; whole numbers, so their order does not matter. */
export function tallyTables(plan: TallyPlan, people: Population, page: Page): void {
  const { histograms, quintiles, lenders } = plan;
  const { n, first, index } = page;
  const bins = logitBins;
  for (let r = 0; r < n; r++) {
    const bin = binOf(page.estimate[r]);
    const expectedBad = Math.floor(page.pd[r] * weightUnit + 0.5);
    histograms[bin] += weightUnit - expectedBad;
    histograms[bins + bin] += expectedBad;
    if (!page.taken[r]) continue;
    const bad = page.outcome[r] === Outcome.repaid ? 0 : 1;
    histograms[(2 + bad) * bins + bin] += 1;
    histograms[4 * bins + bin] += weightUnit - expectedBad;
    histograms[5 * bins + bin] += expectedBad;
  }
  for (let k = 0; k < traitNames.length; k++) {
    const column = people[traitNames[k]];
    for (let r = 0; r < n; r++) {
      const at = (k * 5 + quintileOf(column[first + index[r]])) * 4;
      quintiles[at] += 1;
      quintiles[at + 1] += page.approved[r];
      quintiles[at + 2] += page.taken[r];
      quintiles[at + 3] += page.taken[r] & (page.outcome[r] === Outcome.repaid ? 0 : 1);
    }
  }
  for (let r = 0; r < n; r++) {
    for (let j = 0; j < plan.sharing.n; j++) lenders[j * 4] += (page.asked[r] >>> j) & 1;
    if (!page.taken[r]) continue;
    const at = page.winner[r] * 4;
    const back = recovered(plan.costs.recovery[page.winner[r]], page.collateral[r], page.price[r]);
    const bad = page.outcome[r] === Outcome.repaid ? 0 : 1;
    const profit = (bad ? back : page.price[r]) - plan.costs.cost[page.winner[r]];
    lenders[at + 1] += 1;
    lenders[at + 2] += Math.floor(profit * weightUnit + 0.5);
    lenders[at + 3] += bad;
  }
}
