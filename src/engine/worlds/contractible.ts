import { hidden } from '../columns/hidden.ts';
import { loanSums, slotStride } from '../columns/loan-sums.ts';
import { maxRows } from '../columns/shape.ts';
import { visible } from '../columns/visible.ts';
import type { ChoicePlan } from '../loans/choice-plan.ts';
import { trial } from '../loans/trial.ts';

/**
 * `chooseAhead` where action is contracted (model.md §3.3): a borrower that is able pays, and effort maximises the sum of
 * borrower and lender within the cap. The plain version is `contractedStages` of contractible-reference.ts.
 *
 * A later quarter needs of the contract only the value to both, Ws: `trial.valueBefore` is it before the last stage.
 * `trial.value` is the borrower's W of a loan applied for, on which it decides, and Ws of an open one.
 */
export function contractAhead(
  plan: ChoicePlan,
  count: number,
  left: number,
  stages: number,
  extra: 0 | 1,
  detailed: boolean,
): void {
  const { patience, effortCost, involuntaryShare, collections } = plan;
  const mostEffort = plan.effortCap - 0; // a plain double to V8: see `stageOfBlock` of choice.ts
  const { slot, person, liquidity, pays } = trial;
  const { sizes, largestShared } = loanSums;
  const { ownFailure, stigmaCost } = hidden;
  const { collateralOf } = visible;
  for (let k = 0; k < count; k++) {
    const s = slot[k];
    const i = person[k];
    const size = trial.size[k];
    const instalment = trial.instalment[k];
    const growth = 1 + trial.rate[k];
    const use = trial.use[k];
    const ownStake = trial.ownStake[k];
    const sharedStake = trial.sharedStake[k];
    const stigma = involuntaryShare * stigmaCost[i];
    const f = ownFailure[i];
    const pledge = size * collateralOf[i];
    const seized = trial.recovery[k] * pledge;
    let value = 0;
    let joint = 0;
    let jointBefore = 0;
    let balance = 0;
    let survival = 1;
    for (let n = 1; n <= stages; n++) {
      const x = left - n;
      const ahead = x * slotStride + s;
      jointBefore = joint;
      balance = (balance + instalment) / growth;
      const due = seized + collections * balance;
      const recovered = due < balance ? due : balance;
      const toLender = seized < recovered ? seized : recovered;
      const others = largestShared[ahead];
      const shared = others > sharedStake ? others : sharedStake;
      const share = size / (sizes[ahead] + extra * size);
      const h = liquidity[x * maxRows + k];
      const jointAble = use + patience * joint;
      const jointUnable = -(stigma * share + pledge - toLender);
      const wanted = ((1 - h) * (jointAble - jointUnable)) / (effortCost * size);
      const effort = wanted < 0 ? 0 : wanted > mostEffort ? mostEffort : wanted;
      const failure = h + (1 - h) * f * (1 - effort);
      const toil = 0.5 * effortCost * size * f * effort * effort;
      const able = use - instalment + patience * value;
      const unable = -(pledge + recovered - toLender + ownStake) - share * (stigma + shared);
      joint = (1 - failure) * jointAble + failure * jointUnable - toil;
      value = (1 - failure) * able + failure * unable - toil;
      survival *= 1 - failure;
      if (detailed) {
        pays[x * maxRows + k] = 1 - failure;
        trial.recovered[x * maxRows + k] = recovered;
      }
    }
    trial.value[k] = extra === 1 ? value : joint;
    trial.valueBefore[k] = jointBefore;
    trial.useAlone[k] = 0;
    trial.useBefore[k] = 0;
    trial.survival[k] = survival;
  }
}
