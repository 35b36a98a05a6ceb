/**
 * What a borrower does with a loan (model.md §2), in closed form, for one row at a time. The engine's
 * stages call these inside bare loops; the optimiser in the tests checks that effort is the maximiser.
 */
import { exp, log1pUnit } from '../../math/exp.ts';
import { logistic } from '../../math/logistic.ts';
import type { Economy } from '../parameters.ts';

/** Hazard f before effort at gross repayment D. */
function hazardAt(hazardOdds: number, burden: number, price: number): number {
  return logistic(hazardOdds + burden * (price - 1));
}

/** Outcome of `choose`, overwritten by each call: one choice at a time, nothing allocated. */
export interface Choice {
  /** f, before effort. */
  hazard: number;
  effort: number;
  /** F = f(1 − e). */
  failure: number;
  /** w. */
  willing: number;
  /** Probability of default. */
  pd: number;
  /** U. */
  loanValue: number;
}

/** The primitives of one borrower that its choice depends on, besides the hazard. */
export interface Primitives {
  value: number;
  stigma: number;
  collateral: number;
  stake: number;
}

/**
 * Effort, willingness and value of a loan at price D under private action.
 *
 * pays when able with probability w = Λ((G − D)/s), G = ℓ + κ + V + enforcement; effort maximises
 * (1 − f(1 − e))·U1 + f(1 − e)·U0 − ½ψfe², so e = clamp((U1 − U0)/ψ, 0, ē).
 */
export function choosePrivately(
  economy: Economy,
  hazardOdds: number,
  p: Primitives,
  price: number,
  out: Choice,
): void {
  const { sanctions, behaviour, hazard } = economy;
  const scale = behaviour.willingnessScale;
  const f = hazardAt(hazardOdds, hazard.burden, price);
  const refusal = p.collateral + p.stigma + p.stake + sanctions.enforcement;
  const x = (refusal - price) / scale;
  const small = exp(x > 0 ? -x : x);
  const w = x > 0 ? 1 / (1 + small) : small / (1 + small);
  const soft = (x > 0 ? x : 0) + log1pUnit(small);
  const whenAble = p.value - refusal + scale * soft;
  const whenUnable = -(p.collateral + sanctions.involuntaryShare * p.stigma + p.stake);
  const wanted = (whenAble - whenUnable) / behaviour.effortCost;
  const e = wanted < 0 ? 0 : wanted > behaviour.effortCap ? behaviour.effortCap : wanted;
  const failure = f * (1 - e);
  out.hazard = f;
  out.effort = e;
  out.failure = failure;
  out.willing = w;
  out.pd = 1 - (1 - failure) * w;
  out.loanValue =
    (1 - failure) * whenAble + failure * whenUnable - 0.5 * behaviour.effortCost * f * e * e;
}

/** An empty choice, to be overwritten. */
export function createChoice(): Choice {
  return { hazard: 0, effort: 0, failure: 0, willing: 0, pd: 0, loanValue: 0 };
}

/** First-best effort: what a contract would ask if it could. */
export function firstBestEffort(
  economy: Economy,
  value: number,
  stigma: number,
  collateralLoss: number,
): number {
  const { behaviour, sanctions } = economy;
  const wanted =
    (value + sanctions.involuntaryShare * stigma + collateralLoss) / behaviour.effortCost;
  return wanted < 0 ? 0 : wanted > behaviour.effortCap ? behaviour.effortCap : wanted;
}

/**
 * The same when action is contractible: first-best effort, and who is able pays.
 *
 * @param collateralLoss (1 − recovery)·ℓ: what society loses of the collateral in default
 */
export function chooseByContract(
  economy: Economy,
  hazardOdds: number,
  p: Primitives,
  price: number,
  collateralLoss: number,
  out: Choice,
): void {
  const { sanctions, behaviour, hazard } = economy;
  const f = hazardAt(hazardOdds, hazard.burden, price);
  const e = firstBestEffort(economy, p.value, p.stigma, collateralLoss);
  const failure = f * (1 - e);
  const whenAble = p.value - price;
  const whenUnable = -(p.collateral + sanctions.involuntaryShare * p.stigma + p.stake);
  out.hazard = f;
  out.effort = e;
  out.failure = failure;
  out.willing = 1;
  out.pd = failure;
  out.loanValue =
    (1 - failure) * whenAble + failure * whenUnable - 0.5 * behaviour.effortCost * f * e * e;
}
