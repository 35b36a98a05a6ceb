import { liquidityHazard, strainShare, type Today } from './borrowers.ts';
import { balance, recoveryOf, type Recovery } from './loan.ts';
import { clamp, logistic, softplus, total, wholePower } from './mathematics.ts';
import type { Economy } from './parameters.ts';

/** A loan owed, or applied for, as the borrower's choice sees it. */
export interface Owed {
  readonly size: number;
  readonly instalment: number;
  readonly rate: number;
  readonly useValue: number;
  readonly stakeOwn: number;
  readonly stakeShared: number;
  /** Share of collateral that this lender recovers. */
  readonly recovery: number;
  /** Instalments left today, that of today included. */
  readonly left: number;
}

/** One stage of the recursion, with n instalments left. */
interface Stage {
  readonly failing: number;
  readonly paying: number;
  readonly recovery: Recovery;
}

export interface Recursion {
  /** W_n, Q_n and Ws_n, index n = 0 … n_0. */
  readonly value: readonly number[];
  readonly useAfterRefusal: readonly number[];
  readonly jointValue: readonly number[];
  /** Index n = 1 … n_0; index 0 is empty. */
  readonly stages: readonly (Stage | undefined)[];
  readonly lifePd: number;
}

/** Hazard, event share and largest shared stake at a stage that lies `ahead` quarters from now. */
function circumstances(
  loan: Owed,
  others: readonly Owed[],
  ahead: number,
  today: Today,
  economy: Economy,
) {
  const { strainEntry, strainExit } = economy;
  const owed = [loan, ...others.filter((other) => other.left > ahead)];
  const service = total(owed.map((one) => one.instalment));
  const pi = strainShare(economy);
  const strained = pi + (today.strain - pi) * wholePower(1 - strainEntry - strainExit, ahead);
  return {
    hazard:
      strained * liquidityHazard(today, service, 1, economy) +
      (1 - strained) * liquidityHazard(today, service, 0, economy),
    share: loan.size / total(owed.map((one) => one.size)),
    largestStake: Math.max(...owed.map((one) => one.stakeShared)),
  };
}

/** Sections 3.1 and 3.3: one loan from its last instalment back to today's. */
export function valueLoan(
  loan: Owed,
  others: readonly Owed[],
  today: Today,
  economy: Economy,
  contracted: boolean,
): Recursion {
  const { patience, effortCost, effortCap, involuntaryShare, enforcement, term } = economy;
  const { size, instalment, stakeOwn, left } = loan;
  const pledged = today.collateral * size;
  const use = (loan.useValue * size) / term;
  const stigma = today.stigma * today.meanLoan;
  const spread = economy.willingness * today.meanLoan;
  const own = today.ownHazard;
  const value = [0];
  const useAfterRefusal = [0];
  const jointValue = [0];
  const stages: (Stage | undefined)[] = [undefined];
  let survival = 1;
  for (let n = 1; n <= left; n++) {
    const at = circumstances(loan, others, left - n, today, economy);
    const owed = balance(instalment, loan.rate, n);
    const recovery = recoveryOf(pledged, owed, loan.recovery, economy.collections);
    const collected = recovery.fromCollections;
    const z =
      (instalment -
        patience * (value[n - 1] - useAfterRefusal[n - 1]) -
        (pledged + enforcement * size) -
        collected -
        stakeOwn -
        stigma -
        at.largestStake) /
      spread;
    const unable =
      -(pledged + collected) - stakeOwn - at.share * (involuntaryShare * stigma + at.largestStake);
    const able =
      use - instalment + patience * value[n - 1] + (contracted ? 0 : spread * softplus(z));
    const jointAble = use + patience * jointValue[n - 1];
    const jointUnable = -(involuntaryShare * stigma * at.share + pledged - recovery.fromCollateral);
    const gain = contracted ? jointAble - jointUnable : able - unable;
    const effort = clamp(((1 - at.hazard) * gain) / (effortCost * size), 0, effortCap);
    const failing = at.hazard + (1 - at.hazard) * own * (1 - effort);
    const paying = contracted ? 1 : logistic(-z);
    const cost = 0.5 * effortCost * size * own * effort * effort;
    value.push((1 - failing) * able + failing * unable - cost);
    jointValue.push((1 - failing) * jointAble + failing * jointUnable - cost);
    useAfterRefusal.push((1 - at.hazard) * (1 - own) * (use + patience * useAfterRefusal[n - 1]));
    stages.push({ failing, paying, recovery });
    survival *= (1 - failing) * paying;
  }
  return { value, useAfterRefusal, jointValue, stages, lifePd: 1 - survival };
}

/** x of section 3.1: the net value of an offer per unit of taste; it is taken with chance Λ(x). */
export function valueOfOffer(offer: Owed, value: Recursion, today: Today, economy: Economy) {
  return (value.value[offer.left] / offer.size - today.outside) / economy.taste;
}

/** What one quarter holds for a borrower who owes. */
export interface Quarter {
  readonly failing: number;
  /** h: the part of failing that no effort touches. */
  readonly liquidity: number;
  readonly effort: number;
  /** Chance to refuse when able, and which loans it would refuse. */
  readonly refusing: number;
  readonly set: readonly boolean[];
  readonly recoveries: readonly Recovery[];
  readonly balances: readonly number[];
  /** Q_{n−1} of each loan. */
  readonly useAfterRefusal: readonly number[];
}

/** Section 3.2 (and 3.3): loans in market order. */
export function chooseToday(
  loans: readonly Owed[],
  today: Today,
  economy: Economy,
  contracted: boolean,
): Quarter {
  const { patience, effortCost, effortCap, involuntaryShare, enforcement, term } = economy;
  const stigma = today.stigma * today.meanLoan;
  const spread = economy.willingness * today.meanLoan;
  const size = total(loans.map((one) => one.size));
  const service = total(loans.map((one) => one.instalment));
  const liquidity = liquidityHazard(today, service, today.strain, economy);
  const parts = loans.map((loan, j) => {
    const others = loans.filter((_, k) => k !== j);
    const recursion = valueLoan(loan, others, today, economy, contracted);
    const next = loan.left - 1;
    const owed = balance(loan.instalment, loan.rate, loan.left);
    const pledged = today.collateral * loan.size;
    const recovery = recoveryOf(pledged, owed, loan.recovery, economy.collections);
    const collected = recovery.fromCollections;
    const use = (loan.useValue * loan.size) / term;
    const value = recursion.value[next];
    const after = recursion.useAfterRefusal[next];
    const jointAble = use + patience * recursion.jointValue[next];
    const jointUnable = -(
      (involuntaryShare * stigma * loan.size) / size +
      pledged -
      recovery.fromCollateral
    );
    return {
      owed,
      recovery,
      after,
      temptation:
        loan.instalment -
        patience * value +
        patience * after -
        (pledged + enforcement * loan.size) -
        collected -
        loan.stakeOwn,
      able: use - loan.instalment + patience * value,
      unable: -(pledged + collected + loan.stakeOwn),
      jointGain: jointAble - jointUnable,
    };
  });
  const set = bestSet(parts.map((part) => part.temptation));
  const inSet = (_: unknown, j: number) => set[j];
  const eventCost = stigma + Math.max(...loans.filter(inSet).map((loan) => loan.stakeShared));
  const z = (total(parts.filter(inSet).map((part) => part.temptation)) - eventCost) / spread;
  const able = total(parts.map((part) => part.able)) + spread * softplus(z);
  const unable =
    total(parts.map((part) => part.unable)) -
    involuntaryShare * stigma -
    Math.max(...loans.map((loan) => loan.stakeShared));
  const gain = contracted ? total(parts.map((part) => part.jointGain)) : able - unable;
  const effort = clamp(((1 - liquidity) * gain) / (effortCost * size), 0, effortCap);
  return {
    liquidity,
    effort,
    failing: liquidity + (1 - liquidity) * today.ownHazard * (1 - effort),
    refusing: contracted ? 0 : logistic(z),
    set,
    recoveries: parts.map((part) => part.recovery),
    balances: parts.map((part) => part.owed),
    useAfterRefusal: parts.map((part) => part.after),
  };
}

/** Every loan that tempts, or the one that tempts most (ties: the earlier lender). */
function bestSet(temptations: readonly number[]): boolean[] {
  if (temptations.some((one) => one > 0)) return temptations.map((one) => one > 0);
  const most = temptations.indexOf(Math.max(...temptations));
  return temptations.map((_, j) => j === most);
}
