import { hidden } from '../columns/hidden.ts';
import { outcome } from '../columns/outcome.ts';
import { terms } from '../columns/terms.ts';
import { visible } from '../columns/visible.ts';
import { recovered } from '../lenders/costs.ts';
import { firstBestEffort } from '../people/choice.ts';
import { sumIndex } from './sum-index.ts';
import type { LeafRows, TallyPlan } from './plan.ts';

const S = sumIndex;

/** What the loans are worth to borrowers and to society, in expectation (model.md §8). */
export function sumWelfare(
  plan: TallyPlan,
  { loansFrom, loansTo }: LeafRows,
  sums: Float64Array,
  at: number,
): void {
  const { economy, costs, reportCost, running } = plan;
  const { involuntaryShare, enforcement } = economy.sanctions;
  const { willingnessScale, effortCost } = economy.behaviour;
  const { takers } = outcome;
  const { winner, price } = terms;
  const { loanValue, outside } = hidden;
  let failures = 0;
  let refusals = 0;
  let efforts = 0;
  let firstBest = 0;
  let surplus = 0;
  let stakes = 0;
  let welfare = 0;
  let projects = 0;
  let stigmaLosses = 0;
  let enforcementLosses = 0;
  let collateralLosses = 0;
  let effortCosts = 0;
  for (let k = loansFrom; k < loansTo; k++) {
    const r = takers[k];
    const o = winner[r];
    const e = hidden.effort[r];
    const F = hidden.failure[r];
    const pd = hidden.pd[r];
    const stigma = hidden.stigma[r];
    const stake = hidden.stake[r];
    const collateral = visible.collateral[r];
    const lost = collateral - recovered(costs.recovery[o], collateral, price[r]);
    const unwilling = (1 - F) * (1 - hidden.willing[r]);
    const project = (1 - F) * hidden.value[r];
    const stigmaLoss = F * involuntaryShare * stigma + unwilling * stigma;
    const enforcementLoss = unwilling * enforcement;
    const collateralLoss = pd * lost;
    const choiceValue = (1 - F) * willingnessScale * hidden.entropy[r]; // of being able to choose
    const toil = 0.5 * effortCost * hidden.hazard[r] * e * e;
    failures += F;
    refusals += unwilling;
    efforts += e;
    firstBest += firstBestEffort(economy, hidden.value[r], stigma, lost);
    surplus += loanValue[r] + pd * stake - outside[r];
    stakes += stake;
    const produced = project - stigmaLoss - collateralLoss - enforcementLoss + choiceValue - toil;
    welfare += produced - 1 - running[o] - outside[r] - reportCost[o];
    projects += project;
    stigmaLosses += stigmaLoss;
    enforcementLosses += enforcementLoss;
    collateralLosses += collateralLoss;
    effortCosts += toil;
  }
  sums[at + S.expectedCannotPay] = failures;
  sums[at + S.expectedWillNotPay] = refusals;
  sums[at + S.effort] = efforts;
  sums[at + S.firstBestEffort] = firstBest;
  sums[at + S.borrowerSurplus] = surplus;
  sums[at + S.stake] = stakes;
  sums[at + S.welfare] = welfare;
  sums[at + S.projectValue] = projects;
  sums[at + S.stigmaLoss] = stigmaLosses;
  sums[at + S.enforcementLoss] = enforcementLosses;
  sums[at + S.collateralLoss] = collateralLosses;
  sums[at + S.effortCost] = effortCosts;
}
