import type { Today } from './borrowers.ts';
import { valueLoan, valueOfOffer, type Owed, type Recursion } from './choice.ts';
import { annuity } from './lender.ts';
import { contractRate } from './loan.ts';
import { wholePower } from './mathematics.ts';
import type { Lender } from './parameters.ts';
import type { Setting, Stake } from './stake.ts';

/** A contract as the borrower values it. */
export interface Valued {
  readonly offer: Owed;
  readonly recursion: Recursion;
  readonly lifePd: number;
  /** x: taken with chance Λ(x). */
  readonly x: number;
}

/** Values a loan of this size at this price with this lender, given what is owed already. */
export function valueContract(
  lender: Lender,
  price: number,
  size: number,
  stake: Stake,
  owed: readonly Owed[],
  today: Today,
  contracted: boolean,
  { economy }: Setting,
): Valued {
  const offer: Owed = {
    size,
    instalment: (price * size) / economy.term,
    rate: contractRate(price, economy.term),
    useValue: today.useValue,
    stakeOwn: stake.own,
    stakeShared: stake.shared,
    recovery: lender.recovery,
    left: economy.term,
  };
  const recursion = valueLoan(offer, owed, today, economy, contracted);
  return {
    offer,
    recursion,
    lifePd: recursion.lifePd,
    x: valueOfOffer(offer, recursion, today, economy),
  };
}

/** PV(D) of section 8, per unit lent. */
function presentValue({ offer, recursion }: Valued, lender: Lender): number {
  const v = 1 / (1 + lender.funding);
  const term = offer.left;
  let survival = 1;
  let sum = 0;
  for (let n = term; n >= 1; n--) {
    const stage = recursion.stages[n];
    if (!stage) throw new Error('a stage is missing');
    const paid = (1 - stage.failing) * stage.paying;
    sum +=
      survival *
      wholePower(v, term - n + 1) *
      (paid * offer.instalment + (1 - paid) * stage.recovery.recovered);
    survival *= paid;
  }
  return sum / offer.size;
}

/** The break-even price of a lender that sees the type; undefined if it refuses. `value` values a price. */
export function exactPrice(
  lender: Lender,
  fee: number,
  size: number,
  value: (price: number) => Valued,
  { economy, priceCap }: Setting,
): number | undefined {
  const cost = 1 + lender.operating + fee / size;
  const whole = annuity(1 / (1 + lender.funding), economy.term);
  let price = 1;
  for (let tried = 0; tried < 14; tried++) {
    if (price > priceCap) return undefined;
    const valued = value(price);
    const lacking = cost - presentValue(valued, lender);
    if (lacking <= 3e-4) return price;
    price += (lacking * economy.term) / (whole * (1 - 0.6 * valued.lifePd));
  }
  return undefined;
}
