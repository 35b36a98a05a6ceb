import { exp } from '../../math/exp.ts';
import { hidden } from '../columns/hidden.ts';
import { loanSums, loanSumsWriter, slotStride } from '../columns/loan-sums.ts';
import { maxRows, personMask } from '../columns/shape.ts';
import type { ChoicePlan } from './choice-plan.ts';
import { trial } from './trial.ts';
import type { ChanceAQuarter } from '../../units.ts';

/** Odds that stand for certain trouble: the square of larger ones would make ∞/∞. */
const certain = 1e140;

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
): ChanceAQuarter {
  const { liquidityOdds, debtWeight, strain } = hidden;
  const debts = liquidityOdds[person] * exp(debtWeight[person] * service);
  const odds = debts < certain ? debts : certain;
  const strained = odds * plan.strainFactor;
  const under = plan.strainShare + (strain[person] - plan.strainShare) * plan.reversion[x];
  return (
    (under * strained * (1 + odds) + (1 - under) * odds * (1 + strained)) /
    ((1 + strained) * (1 + odds))
  );
}

/** `trial.liquidity` of the first `count` loans, which are not yet in the slots' sums. */
export function expectTroubleWith(plan: ChoicePlan, count: number, left: number): void {
  const { slot, person, instalment, liquidity } = trial;
  const { liquidityOdds, debtWeight, strain } = hidden;
  const { service } = loanSums;
  const { strainFactor, strainShare } = plan;
  const most = certain - 0; // see `stageOfBlock` of choice.ts
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
      const both = (1 + strained) * (1 + odds);
      liquidity[at + k] =
        (under * strained * (1 + odds) + (1 - under) * odds * (1 + strained)) / both;
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
  const { service, sizes } = loanSums;
  const { liquidity } = loanSumsWriter;
  const { liquidityOdds, debtWeight, strain } = hidden;
  const { strainFactor, strainShare } = plan;
  const most = certain - 0; // see `stageOfBlock` of choice.ts
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
      const both = (1 + strained) * (1 + odds);
      liquidity[ahead + s] =
        (under * strained * (1 + odds) + (1 - under) * odds * (1 + strained)) / both;
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
