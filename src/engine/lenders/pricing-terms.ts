import type { RateAQuarter, TotalRepayment } from '../../units.ts';

/** What a lender reckons with beside the card. One of each a lender; `x` is the number of an instalment, from 0 here. */
export interface LenderTerms {
  /** Money's price a quarter. Shape (lenders). */
  readonly funding: Float64Array;
  /** What a unit lent costs to run. Shape (lenders). */
  readonly operating: Float64Array;
  /** Share of collateral that is recovered. Shape (lenders). */
  readonly recovery: Float64Array;
  /** Fee of the institution on a loan signed, in mean loans; 0 where nothing is open. Shape (lenders). */
  readonly fee: Float64Array;
  /** Share of the balance that collections bring in. */
  readonly collections: number;
  /** T, instalments of a loan. */
  readonly term: number;
  /** γ, log-odds of default per unit of D. */
  readonly priceSlope: number;
  /** D at the cap. */
  readonly cap: TotalRepayment;
}

/** Present values that break-even prices are made of; they move with the times of default, once a quarter. */
export interface PriceConstants {
  /** A_T/T: present value of the instalments of a borrower that pays them all, per unit of D. Shape (lenders). */
  readonly paidInFull: Float64Array;
  /** (A_T − Ā)/T: what of it a defaulter leaves unpaid. Shape (lenders). */
  readonly unpaid: Float64Array;
  /** d_x·v^x. Shape (lenders × term). */
  readonly recoveryWeight: Float64Array;
  /** b_x, the balance of a loan of 1 at which recovery ends. Shape (term). */
  readonly balance: Float64Array;
}

/** Contract rate of a quarter at which lenders reckon balances when they price. */
const reckonedRate: RateAQuarter = 0.05;

/** D at contract rate c of a quarter: T·c/(1 − (1 + c)^−T); 1 at c = 0. */
export function priceAtRate(rate: RateAQuarter, term: number): TotalRepayment {
  if (rate === 0) return 1;
  let discount = 1;
  for (let n = 0; n < term; n++) discount /= 1 + rate;
  return (term * rate) / (1 - discount);
}

/** Constants of a market in which nobody has defaulted yet: `updatePriceConstants` fills them. */
export function createPriceConstants(terms: LenderTerms): PriceConstants {
  const { term } = terms;
  const lenders = terms.funding.length;
  const instalment = priceAtRate(reckonedRate, term) / term;
  // With T − x + 1 instalments left, the x-th is due.
  const balance = new Float64Array(term);
  for (let x = 0; x < term; x++) {
    let discount = 1;
    for (let n = 0; n < term - x; n++) {
      discount /= 1 + reckonedRate;
      balance[x] += instalment * discount;
    }
  }
  return {
    paidInFull: new Float64Array(lenders),
    unpaid: new Float64Array(lenders),
    recoveryWeight: new Float64Array(lenders * term),
    balance,
  };
}

/**
 * Present values under these times of default.
 *
 * @param times share of defaults at each instalment, adding up to 1; unscaled counts do. Shape (term)
 */
export function updatePriceConstants(
  { funding, term }: LenderTerms,
  times: Float64Array,
  { paidInFull, unpaid, recoveryWeight }: PriceConstants,
): void {
  let total = 0;
  for (let x = 0; x < term; x++) total += times[x];
  for (let j = 0; j < funding.length; j++) {
    const v = 1 / (1 + funding[j]);
    let discount = 1;
    let annuity = 0; // A_{x−1} on entry, A_T at the end
    let untilDefault = 0;
    for (let x = 0; x < term; x++) {
      const share = times[x] / total;
      untilDefault += share * annuity;
      discount *= v;
      annuity += discount;
      recoveryWeight[j * term + x] = share * discount;
    }
    paidInFull[j] = annuity / term;
    unpaid[j] = (annuity - untilDefault) / term;
  }
}

/** R̃ of lender j on collateral ℓ: present value of recoveries from a defaulter, per unit lent. */
export function recoveryValue(
  { recovery, collections, term }: LenderTerms,
  { recoveryWeight, balance }: PriceConstants,
  j: number,
  collateral: number,
): number {
  const secured = recovery[j] * collateral;
  let sum = 0;
  for (let x = 0; x < term; x++) {
    const owed = balance[x];
    const got = secured + collections * owed;
    sum += recoveryWeight[j * term + x] * (got < owed ? got : owed);
  }
  return sum;
}
