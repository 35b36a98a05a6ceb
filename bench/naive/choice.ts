import type { Economy } from '../../src/engine/parameters.ts';

/** What a borrower has to gain and to lose by one loan; all in principals. */
export interface Prospect {
  /** Log-odds of failure before effort, at D = 1. */
  readonly hazardOdds: number;
  readonly value: number;
  readonly stigma: number;
  readonly collateral: number;
  /** V. */
  readonly stake: number;
}

/** What it would do with the loan. */
export interface Choice {
  readonly effort: number;
  /** F, probability of failure after effort. */
  readonly failure: number;
  /** w, probability that it pays if able. */
  readonly willing: number;
  readonly pd: number;
  readonly loanValue: number;
}

const logistic = (x: number) => 1 / (1 + Math.exp(-x));
const softplus = (x: number) => Math.max(0, x) + Math.log1p(Math.exp(-Math.abs(x)));

/** Effort, willingness to pay and the value of a loan at this price, in private (model.md §2). */
export function choose(economy: Economy, prospect: Prospect, price: number): Choice {
  const { sanctions, behaviour, hazard } = economy;
  const { value, stigma, collateral, stake } = prospect;
  const scale = behaviour.willingnessScale;
  const f = logistic(prospect.hazardOdds + hazard.burden * (price - 1));
  const refusal = collateral + stigma + stake + sanctions.enforcement;
  const willing = logistic((refusal - price) / scale);
  const whenAble = value - refusal + scale * softplus((refusal - price) / scale);
  const whenUnable = -(collateral + sanctions.involuntaryShare * stigma + stake);
  const wanted = (whenAble - whenUnable) / behaviour.effortCost;
  const effort = Math.max(0, Math.min(behaviour.effortCap, wanted));
  const failure = f * (1 - effort);
  const toil = 0.5 * behaviour.effortCost * f * effort ** 2;
  return {
    effort,
    failure,
    willing,
    pd: 1 - (1 - failure) * willing,
    loanValue: (1 - failure) * whenAble + failure * whenUnable - toil,
  };
}
