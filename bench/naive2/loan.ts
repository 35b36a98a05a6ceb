import { wholePower } from './mathematics.ts';

/** A loan of section 2, with all that was fixed at signing. */
export interface Loan {
  readonly lender: number;
  readonly signed: number;
  readonly size: number;
  readonly price: number;
  readonly instalment: number;
  /** Contract rate ρ a quarter. */
  readonly rate: number;
  /** R, per unit lent over the life. */
  readonly useValue: number;
  readonly stakeOwn: number;
  readonly stakeShared: number;
  /** θ used in the stake. */
  readonly theta: number;
  readonly estimate: number;
  readonly lifePd: number;
  readonly features: readonly number[];
  readonly exploratory: boolean;
  /** Quintiles of the borrower's five traits at signing. */
  readonly quintiles: readonly number[];
  /** How it ended; undefined while it is open. */
  end?: { readonly defaulted: boolean; readonly age: number };
}

/** ρ of a price D with T instalments. */
export function contractRate(price: number, term: number): number {
  if (price <= 1 + 1e-6) return 0;
  if (term === 1) return price - 1;
  let rate = (2 * (price - 1)) / (term + 1);
  for (let step = 0; step < 8; step++) {
    const r = 1 / wholePower(1 + rate, term);
    const value = (term * rate) / (1 - r) - price;
    const slope = (term * (1 - r - (term * rate * r) / (1 + rate))) / ((1 - r) * (1 - r));
    rate -= value / slope;
  }
  return rate;
}

/** B_n: what is owed with n instalments left. */
export function balance(instalment: number, rate: number, left: number): number {
  let sum = 0;
  for (let x = 1; x <= left; x++) sum += instalment / wholePower(1 + rate, x);
  return sum;
}

/** D_cap of a cap in APR. */
export function capPrice(cap: number, term: number): number {
  const c = cap / 4;
  if (c === 0) return 1;
  return (term * c) / (1 - 1 / wholePower(1 + c, term));
}

/** What a default with balance B brings the lender, of it from collateral, of it from the borrower. */
export interface Recovery {
  readonly recovered: number;
  readonly fromCollateral: number;
  readonly fromCollections: number;
}

export function recoveryOf(
  pledged: number,
  owed: number,
  recovery: number,
  collections: number,
): Recovery {
  const recovered = Math.min(recovery * pledged + collections * owed, owed);
  const fromCollateral = Math.min(recovery * pledged, recovered);
  return { recovered, fromCollateral, fromCollections: recovered - fromCollateral };
}
