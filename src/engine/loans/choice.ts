import { exp, log1pUnit } from '../../math/exp.ts';
import { hidden } from '../columns/hidden.ts';
import { loanSums, slotStride } from '../columns/loan-sums.ts';
import { maxRows, maxTerm, personMask } from '../columns/shape.ts';
import { visible } from '../columns/visible.ts';
import type { Economy } from '../parameters.ts';
import { trial } from './trial.ts';

/** Constants of choosing, made once per market. */
export interface ChoicePlan {
  readonly term: number;
  /** δ, ψ, ē, enforcement, κ0, collections. */
  readonly patience: number;
  readonly effortCost: number;
  readonly effortCap: number;
  readonly enforcement: number;
  readonly involuntaryShare: number;
  readonly collections: number;
  /** e^strainLiquidity; π; (1 − p − q)^x by quarter ahead: strain reverts to its mean. */
  readonly strainFactor: number;
  readonly strainShare: number;
  readonly reversion: Float64Array;
}

export function planChoice(economy: Economy): ChoicePlan {
  const { entry, exit } = economy.strain;
  const reversion = new Float64Array(maxTerm);
  reversion[0] = 1;
  for (let x = 1; x < maxTerm; x++) {
    reversion[x] = reversion[x - 1] * (1 - entry - exit);
  }
  return {
    term: economy.loan.term,
    patience: economy.behaviour.patience,
    effortCost: economy.behaviour.effortCost,
    effortCap: economy.behaviour.effortCap,
    enforcement: economy.sanctions.enforcement,
    involuntaryShare: economy.sanctions.involuntaryShare,
    collections: economy.loan.collections,
    strainFactor: exp(economy.hazard.strain),
    strainShare: entry > 0 ? entry / (entry + exit) : 0,
    reversion,
  };
}

/** Odds that stand for certain trouble: larger ones would make ∞/∞. */
const certain = 1e280;

/**
 * h as expected x quarters from now: strain reverts, all else stays. The plain version of what the loops below do.
 *
 * @param service instalments due then
 */
export function liquidityHazard(
  plan: ChoicePlan,
  person: number,
  service: number,
  x: number,
): number {
  const { liquidityOdds, debtWeight, strain } = hidden;
  const debts = liquidityOdds[person] * exp(debtWeight[person] * service);
  const odds = debts < certain ? debts : certain;
  const strained = odds * plan.strainFactor;
  const under = plan.strainShare + (strain[person] - plan.strainShare) * plan.reversion[x];
  return under * (strained / (1 + strained)) + (1 - under) * (odds / (1 + odds));
}

/** `trial.liquidity` of the first `count` loans, which are not yet in the slots' sums. */
export function expectTroubleWith(plan: ChoicePlan, count: number, left: number): void {
  const { slot, person, instalment, liquidity } = trial;
  const { liquidityOdds, debtWeight, strain } = hidden;
  const { service } = loanSums;
  const { strainFactor, strainShare } = plan;
  const most = certain - 0; // see `stageOfBlock`
  for (let x = 0; x < left; x++) {
    const ahead = x * slotStride;
    const at = x * maxRows;
    const reversion = plan.reversion[x];
    for (let k = 0; k < count; k++) {
      const i = person[k];
      const debts =
        liquidityOdds[i] * exp(debtWeight[i] * (service[ahead + slot[k]] + instalment[k]));
      const odds = debts < most ? debts : most;
      const strained = odds * strainFactor;
      const under = strainShare + (strain[i] - strainShare) * reversion;
      liquidity[at + k] = under * (strained / (1 + strained)) + (1 - under) * (odds / (1 + odds));
    }
  }
}

/** Slots that are still asked about. */
const asked = new Int32Array(maxRows + 1);

/**
 * `loanSums.liquidity` of the slots listed, as far ahead as they owe something. Those that have signed a loan in this quarter
 * (who alone owe something T − 1 quarters ahead) are passed over: `sign` has brought theirs.
 */
export function expectTroubleOf(
  plan: ChoicePlan,
  slots: Int32Array,
  count: number,
  term: number,
): void {
  const { service, sizes, liquidity } = loanSums;
  const { liquidityOdds, debtWeight, strain } = hidden;
  const { strainFactor, strainShare } = plan;
  const most = certain - 0; // see `stageOfBlock`
  const signed = (term - 1) * slotStride;
  let n = 0;
  for (let k = 0; k < count; k++) {
    asked[n] = slots[k];
    n += Number(sizes[signed + slots[k]] === 0);
  }
  for (let x = 0; x < term - 1; x++) {
    const ahead = x * slotStride;
    const reversion = plan.reversion[x];
    let left = 0;
    for (let k = 0; k < n; k++) {
      asked[left] = asked[k];
      left += Number(sizes[ahead + asked[k]] > 0);
    }
    n = left;
    for (let k = 0; k < n; k++) {
      const s = asked[k];
      const i = s & personMask;
      const debts = liquidityOdds[i] * exp(debtWeight[i] * service[ahead + s]);
      const odds = debts < most ? debts : most;
      const strained = odds * strainFactor;
      const under = strainShare + (strain[i] - strainShare) * reversion;
      liquidity[ahead + s] =
        under * (strained / (1 + strained)) + (1 - under) * (odds / (1 + odds));
    }
  }
}

/** `trial.liquidity` of loans that are in the slots' sums already, for stages 1 … `stages`. */
export function expectTrouble(count: number, left: number, stages: number): void {
  const { slot, liquidity } = trial;
  for (let n = 1; n <= stages; n++) {
    const ahead = (left - n) * slotStride;
    const at = (left - n) * maxRows;
    for (let k = 0; k < count; k++) liquidity[at + k] = loanSums.liquidity[ahead + slot[k]];
  }
}

/** How borrowers look ahead: by their own choice (`chooseAhead`), or by contract (worlds/). */
export type LookAhead = (
  plan: ChoicePlan,
  count: number,
  left: number,
  stages: number,
  extra: 0 | 1,
  detailed: boolean,
) => void;

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
    const shared = others > sharedStake[k] ? others : sharedStake[k];
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
    const effort = wanted < 0 ? 0 : wanted > mostEffort ? mostEffort : wanted;
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
