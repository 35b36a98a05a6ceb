import type { LifePd, TotalRepayment } from '../../units.ts';

/**
 * What a loan is worth to a lender who knows the borrower: the exact present value of instalments and recoveries, per
 * unit lent (model.md §8), and the life PD:
 *
 *   PV = Σ_x Π_{earlier}(pays) · v^x·[pays_x·I + (1 − pays_x)·rec_x]/S,   PD = 1 − Π pays
 */
export interface LoanWorth {
  value: number;
  pd: number;
}

/**
 * @param term T, instalments
 * @param pays chance that the instalment with n left is paid, (1 − F_n)·w_n, at [n], n = 1 … T
 * @param recovered what the lender recovers in default with n left, rec_n, in money, at [n]
 * @param discount v, 0..1 a quarter
 */
export function presentValue(
  term: number,
  size: number,
  instalment: number,
  pays: Float64Array,
  recovered: Float64Array,
  discount: number,
  out: LoanWorth,
): void {
  let alive = 1;
  let weight = 1;
  let total = 0;
  for (let n = term; n >= 1; n--) {
    weight *= discount;
    total += alive * weight * (pays[n] * instalment + (1 - pays[n]) * recovered[n]);
    alive *= pays[n];
  }
  out.value = total / size;
  out.pd = 1 - alive;
}

/** A price stands if what it leaves uncovered is at most this, per unit lent. */
export const shortfallAllowed = 3e-4;
/** Prices tried at most, the first one included. */
export const mostTries = 14;
/** How much of the present value of the instalments is expected to be lost for each point of PD. */
const lostByDefault = 0.6;

/**
 * The price to try after one that leaves so much uncovered: D + (cost − PV)·T/(A_T(1 − .6·PD)).
 *
 * @param shortfall cost − PV(D), > 0, per unit lent
 * @param annuity A_T/T: present value of a unit paid in T parts
 */
export function nextPrice(
  price: TotalRepayment,
  shortfall: number,
  annuity: number,
  pd: LifePd,
): TotalRepayment {
  return price + shortfall / (annuity * (1 - lostByDefault * pd));
}
