import { estimatedIncome } from './borrowers.ts';
import { balance } from './loan.ts';
import { log, logistic, wholePower } from './mathematics.ts';
import type { Economy, Lender } from './parameters.ts';

/** What a lender finds on file about an applicant (section 6.1), and the score if it reads one. */
export interface View {
  readonly ownRepaid: number;
  readonly ownDefault: boolean;
  readonly sharedRepaid: number;
  readonly sharedDefaults: number;
  readonly fileExists: boolean;
  readonly openSeen: number;
  readonly balances: number;
  readonly score: number | undefined;
}

/** What every lender can verify. */
export interface Signals {
  readonly income: number;
  readonly capital: number;
  readonly collateral: number;
  readonly size: number;
}

/** The thirteen features of section 4.1. */
export function featuresOf(signals: Signals, view: View, economy: Economy): number[] {
  const income = estimatedIncome(signals.income, economy);
  return [
    1,
    signals.income,
    signals.capital,
    3 * signals.collateral,
    log(1 + view.ownRepaid),
    view.ownDefault ? 1 : 0,
    log(1 + view.sharedRepaid),
    view.sharedDefaults > 0 ? 1 : 0,
    Math.min(view.sharedDefaults, 4) / 2,
    view.fileExists ? 1 : 0,
    Math.min(3, signals.size / income),
    Math.min(4, view.balances / income),
    view.score === undefined ? 0 : (view.score - 600) / 100,
  ];
}

/** p at a price, of an applicant with these log-odds at D = 1.1. */
export const estimateAt = (eta: number, price: number, economy: Economy) =>
  logistic(eta + economy.priceSlope * (price - 1.1));

/** A_x = Σ_{i = 1..x} v^i. */
export function annuity(v: number, x: number): number {
  let sum = 0;
  for (let i = 1; i <= x; i++) sum += wholePower(v, i);
  return sum;
}

/** The lender's lowest price that covers its cost; undefined if it refuses (section 4.2). */
export function breakEvenPrice(
  eta: number,
  lender: Lender,
  fee: number,
  size: number,
  collateral: number,
  timing: readonly number[],
  priceCap: number,
  economy: Economy,
): number | undefined {
  const { term, collections, priceSlope } = economy;
  const v = 1 / (1 + lender.funding);
  const whole = annuity(v, term);
  const unit = 1 / annuity(1 / 1.05, term); // instalment of a loan of 1 at 5 % a quarter
  let paidBefore = 0;
  let recovered = 0;
  timing.forEach((share, at) => {
    const x = at + 1;
    const owed = balance(unit, 0.05, term - x + 1);
    paidBefore += share * annuity(v, x - 1);
    recovered +=
      share * wholePower(v, x) * Math.min(lender.recovery * collateral + collections * owed, owed);
  });
  const cost = 1 + lender.operating + fee / size;
  const unpaid = (whole - paidBefore) / term;
  const at = (price: number) => {
    const p = estimateAt(eta, price, economy);
    const perUnit = ((1 - p) * whole + p * paidBefore) / term;
    const less = recovered - price * unpaid;
    const steepness = priceSlope * p * (1 - p);
    return {
      gain: price * perUnit + p * recovered - cost,
      slope: perUnit + steepness * less,
      bend: steepness * (priceSlope * (1 - 2 * p) * less - 2 * unpaid),
    };
  };
  const { gain, slope, bend } = at(1);
  if (slope <= 1e-3) return undefined;
  let price =
    1 - (gain * slope) / Math.max(slope * slope - (gain * bend) / 2, 0.75 * slope * slope);
  for (let step = 1; step <= 6; step++) {
    const here = at(price);
    if (step > 1 && here.gain > -2e-5) return price;
    if (here.slope <= 1e-3) return undefined;
    price -= here.gain / here.slope;
    if (!(price <= priceCap)) return undefined;
  }
  return price;
}
