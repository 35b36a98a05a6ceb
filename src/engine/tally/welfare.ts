import * as choices from '../people/choice.ts';
import * as lending from '../lenders/costs.ts';
import { workingPage } from '../columns/page.ts';
import { sumIndex } from './sum-index.ts';
import type { LeafRows, TallyPlan } from './sums.ts';

/** Constants of this module, for its loops (see `workingPage`). */
const page = workingPage;
const { firstBestEffort } = choices;
const { recovered } = lending;

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
  const { takers, winner, loanValue, outside } = page;
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
    const e = page.effort[r];
    const F = page.failure[r];
    const pd = page.pd[r];
    const stigma = page.stigma[r];
    const stake = page.stake[r];
    const collateral = page.collateral[r];
    const lost = collateral - recovered(costs.recovery[o], collateral, page.price[r]);
    const unwilling = (1 - F) * (1 - page.willing[r]);
    const project = (1 - F) * page.value[r];
    const stigmaLoss = F * involuntaryShare * stigma + unwilling * stigma;
    const enforcementLoss = unwilling * enforcement;
    const collateralLoss = pd * lost;
    const choiceValue = (1 - F) * willingnessScale * page.entropy[r]; // of being able to choose
    const toil = 0.5 * effortCost * page.hazard[r] * e * e;
    failures += F;
    refusals += unwilling;
    efforts += e;
    firstBest += firstBestEffort(economy, page.value[r], stigma, lost);
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
