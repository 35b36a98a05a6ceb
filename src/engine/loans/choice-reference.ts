/**
 * The borrower's choice over one loan (model.md §3), written plainly for one borrower: what choice.ts does for a column of
 * them. A test holds the two together to the bit.
 */
import { logistic, softplus } from '../../math/logistic.ts';
import type { Economy } from '../parameters.ts';
import type { RateAQuarter } from '../../units.ts';

/** Who looks ahead. Money in mean loans. */
export interface Chooser {
  /** f, own failure before effort. */
  readonly ownFailure: number;
  /** κS̄ and σ_e = willingness·S̄. */
  readonly stigmaCost: number;
  readonly noise: number;
  /** ℓ, per unit lent. */
  readonly collateral: number;
}

/** What it has agreed to. */
export interface LoanTerms {
  readonly size: number;
  readonly instalment: number;
  readonly rate: RateAQuarter;
  /** υ. */
  readonly use: number;
  readonly ownStake: number;
  readonly sharedStake: number;
  readonly recovery: number;
}

/** What it expects x quarters from now, this loan included. Shape (left). */
export interface Outlook {
  readonly liquidity: ArrayLike<number>;
  readonly sizes: ArrayLike<number>;
  readonly largestShared: ArrayLike<number>;
}

/** One stage of the recursion: n instalments left. */
export interface LoanStage {
  readonly value: number;
  readonly useAlone: number;
  readonly effort: number;
  readonly failure: number;
  /** w_n: pays when able. */
  readonly willing: number;
  readonly recovered: number;
}

/** Stages n = 1 … `stages` of a loan with `left` instalments left today. */
export function lookAhead(
  economy: Economy,
  who: Chooser,
  loan: LoanTerms,
  outlook: Outlook,
  left: number,
  stages: number,
): LoanStage[] {
  const { patience, effortCost, effortCap } = economy.behaviour;
  const { enforcement, involuntaryShare } = economy.sanctions;
  const { collections } = economy.loan;
  const { size, instalment, use, ownStake } = loan;
  const pledge = size * who.collateral;
  const seized = loan.recovery * pledge;
  const discount = 1 / (1 + loan.rate);
  const perNoise = 1 / who.noise;
  const perEffort = 1 / (effortCost * size);
  const done: LoanStage[] = [];
  let value = 0;
  let useAlone = 0;
  let balance = 0;
  for (let n = 1; n <= stages; n++) {
    const x = left - n;
    balance = (balance + instalment) * discount;
    const recovered = Math.min(seized + collections * balance, balance);
    const collected = recovered - Math.min(seized, recovered);
    const shared = outlook.largestShared[x];
    const loss = pledge + ownStake + collected;
    const tempting = instalment - size * enforcement - who.stigmaCost;
    const z = (tempting - patience * (value - useAlone) - loss - shared) * perNoise;
    const whenAble = use - instalment + patience * value + who.noise * softplus(z);
    const share = size / outlook.sizes[x];
    const whenUnable = -loss - share * (involuntaryShare * who.stigmaCost + shared);
    const calm = 1 - outlook.liquidity[x];
    const wanted = calm * (whenAble - whenUnable) * perEffort;
    const effort = Math.min(Math.max(wanted, 0), effortCap);
    const failure = outlook.liquidity[x] + calm * who.ownFailure * (1 - effort);
    value =
      (1 - failure) * whenAble +
      failure * whenUnable -
      0.5 * effortCost * size * who.ownFailure * effort * effort;
    useAlone = calm * (1 - who.ownFailure) * (use + patience * useAlone);
    done.push({ value, useAlone, effort, failure, willing: logistic(-z), recovered });
  }
  return done;
}
