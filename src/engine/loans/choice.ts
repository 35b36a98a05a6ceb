import { either } from '../../math/either.ts';
import { exp, log1pUnit } from '../../math/exp.ts';
import { hidden } from '../columns/hidden.ts';
import { loanSums, slotStride } from '../columns/loan-sums.ts';
import { maxRows } from '../columns/shape.ts';
import { visible } from '../columns/visible.ts';
import type { ChoicePlan } from './choice-plan.ts';
import { trial } from './trial.ts';

/** Loans that are worked on together, stage by stage: none waits for another, so a processor has several in hand. */
const blockSize = 128;
const perLoan = () => new Float64Array(blockSize);

/** What of a block's loans is the same at every stage. */
const fixed = {
  /** 1/(1 + ρ). */
  discount: perLoan(),
  /** I − S·enforcement − κS̄: what refusing gains at once, but for what is lost with the loan and its value. */
  tempting: perLoan(),
  /** ℓS + V_o, and what of ℓS the lender gets. */
  loss: perLoan(),
  seized: perLoan(),
  /** κ0κS̄. */
  stigmaUnable: perLoan(),
  /** σ_e and 1/σ_e; 1/(ψS); ½ψSf. */
  scale: perLoan(),
  perScale: perLoan(),
  perEffort: perLoan(),
  toil: perLoan(),
};
const balances = perLoan();

/**
 * The first `count` loans of `trial`, stages n = 1 … `stages` of `left` instalments left: fills what `trial` answers. The
 * plain version is `lookAhead` of choice-reference.ts.
 *
 * @param extra 1 if these loans are not yet in their slots' sums, 0 if they are
 * @param detailed whether `pays` and `recovered` are wanted
 */
export function chooseAhead(
  plan: ChoicePlan,
  count: number,
  left: number,
  stages: number,
  extra: 0 | 1,
  detailed: boolean,
): void {
  for (let from = 0; from < count; from += blockSize) {
    const end = from + blockSize < count ? from + blockSize : count;
    startBlock(plan, from, end);
    for (let n = 1; n <= stages; n++) stageOfBlock(plan, from, end, left - n, extra, detailed);
  }
}

function startBlock(plan: ChoicePlan, from: number, end: number): void {
  const { effortCost, enforcement, involuntaryShare } = plan;
  const { person, value, useAlone, valueBefore, useBefore, survival } = trial;
  const { ownFailure, stigmaCost, noise } = hidden;
  const { collateralOf } = visible;
  for (let k = from, b = 0; k < end; k++, b++) {
    const i = person[k];
    const size = trial.size[k];
    const pledge = size * collateralOf[i];
    fixed.discount[b] = 1 / (1 + trial.rate[k]);
    fixed.tempting[b] = trial.instalment[k] - size * enforcement - stigmaCost[i];
    fixed.loss[b] = pledge + trial.ownStake[k];
    fixed.seized[b] = trial.recovery[k] * pledge;
    fixed.stigmaUnable[b] = involuntaryShare * stigmaCost[i];
    fixed.scale[b] = noise[i];
    fixed.perScale[b] = 1 / noise[i];
    fixed.perEffort[b] = 1 / (effortCost * size);
    fixed.toil[b] = 0.5 * effortCost * size * ownFailure[i];
    balances[b] = 0;
    value[k] = 0;
    useAlone[k] = 0;
    valueBefore[k] = 0;
    useBefore[k] = 0;
    survival[k] = 1;
  }
}

/** One stage of a block's loans, x quarters from now. */
function stageOfBlock(
  plan: ChoicePlan,
  from: number,
  end: number,
  x: number,
  extra: 0 | 1,
  detailed: boolean,
): void {
  const { patience, collections } = plan;
  const mostEffort = plan.effortCap - 0; // a plain double to V8, which else keeps what a clamp gives on the heap
  const { slot, person, size, instalment, use, sharedStake, liquidity } = trial;
  const { value, useAlone, valueBefore, useBefore, survival, pays, recovered } = trial;
  const { discount, tempting, loss, seized, stigmaUnable, scale, perScale, perEffort, toil } =
    fixed;
  const { sizes, largestShared } = loanSums;
  const { ownFailure } = hidden;
  const ahead = x * slotStride;
  const at = x * maxRows;
  for (let k = from, b = 0; k < end; k++, b++) {
    const s = slot[k];
    const worth = value[k];
    const alone = useAlone[k];
    const balance = (balances[b] + instalment[k]) * discount[b];
    const due = seized[b] + collections * balance;
    const toLender = due < balance ? due : balance;
    const lost = loss[b] + (toLender - (seized[b] < toLender ? seized[b] : toLender));
    const others = largestShared[ahead + s];
    const shared = either(sharedStake[k], others, Number(others > sharedStake[k]));
    const z = (tempting[b] - patience * (worth - alone) - lost - shared) * perScale[b];
    const small = exp(z > 0 ? -z : z);
    const soft = (z > 0 ? z : 0) + log1pUnit(small);
    const willing = (z > 0 ? small : 1) / (1 + small);
    const whenAble = use[k] - instalment[k] + patience * worth + scale[b] * soft;
    const share = size[k] / (sizes[ahead + s] + extra * size[k]);
    const whenUnable = -lost - share * (stigmaUnable[b] + shared);
    const h = liquidity[at + k];
    const calm = 1 - h;
    const f = ownFailure[person[k]];
    const wanted = calm * (whenAble - whenUnable) * perEffort[b];
    const effort = either(wanted < 0 ? 0 : wanted, mostEffort, Number(wanted > mostEffort));
    const failure = h + calm * f * (1 - effort);
    const paid = (1 - failure) * willing;
    balances[b] = balance;
    valueBefore[k] = worth;
    useBefore[k] = alone;
    value[k] = (1 - failure) * whenAble + failure * whenUnable - toil[b] * effort * effort;
    useAlone[k] = calm * (1 - f) * (use[k] + patience * alone);
    survival[k] *= paid;
    if (detailed) {
      pays[at + k] = paid;
      recovered[at + k] = toLender;
    }
  }
}
