import type { Today } from './borrowers.ts';
import type { Quarter } from './choice.ts';
import type { Institution } from './institution.ts';
import type { Loan } from './loan.ts';
import { entropy, total, wholePower } from './mathematics.ts';
import type { Economy, Lender } from './parameters.ts';
import type { SumName } from './sums.ts';

/** The rows of section 9.1 that loan j of this borrower adds to its quarter of signing, in quarter t. */
export function rowsOf(
  j: number,
  t: number,
  loans: readonly Loan[],
  quarter: Quarter,
  today: Today,
  economy: Economy,
  market: readonly Lender[],
  institution: Institution,
): (readonly [SumName, number])[] {
  const { failing, effort, refusing, set, recoveries } = quarter;
  const loan = loans[j];
  const stigma = today.stigma * today.meanLoan;
  const spread = economy.willingness * today.meanLoan;
  const shareOfAll = loan.size / total(loans.map((one) => one.size));
  const inSet = loans.filter((_, k) => set[k]);
  const shareOfSet = set[j] ? loan.size / total(inSet.map((one) => one.size)) : 0;
  const perksOf = (some: readonly Loan[]) =>
    Math.max(...some.map((one) => institution.perks[one.lender]), 0);
  const age = t - loan.signed;
  const d = wholePower(economy.patience, age);
  const v = 1 / (1 + market[loan.lender].funding);
  const vNow = wholePower(v, age);
  const vNext = wholePower(v, age + 1);
  const refused = set[j] ? (1 - failing) * refusing : 0;
  const paid = 1 - failing - refused;
  const bad = failing + refused;
  const pledged = today.collateral * loan.size;
  const use = (loan.useValue * loan.size) / economy.term;
  const { recovered, fromCollateral, fromCollections } = recoveries[j];
  const inflow = paid * loan.instalment + bad * recovered;
  const useAfter = economy.patience * quarter.useAfterRefusal[j];
  const shame = refused * shareOfSet + failing * economy.involuntaryShare * shareOfAll;
  const lostPerks = refused * perksOf(inSet) * shareOfSet + failing * perksOf(loans) * shareOfAll;
  const effortCost = 0.5 * economy.effortCost * loan.size * today.ownHazard * effort * effort;
  return [
    ['use', d * ((1 - failing) * use + refused * useAfter)],
    ['instalments', d * paid * loan.instalment],
    ['collectionsTaken', d * bad * fromCollections],
    ['collateralLost', d * bad * pledged],
    ['stigma', d * stigma * shame],
    ['enforcement', d * refused * economy.enforcement * loan.size],
    ['effortCost', d * effortCost],
    ['perksLost', d * lostPerks],
    ['lenderInflow', vNext * inflow],
    ['collateralDestroyed', d * bad * (pledged - fromCollateral)],
    ['funding', (vNext - vNow) * inflow],
    ['time', (vNow - d) * inflow],
    ['tasteRefusing', d * shareOfSet * (1 - failing) * spread * entropy(refusing)],
    ['expectedCannotPay', failing],
    ['expectedWillNotPay', refused],
    ['loanQuarters', 1],
    ['effort', effort],
  ];
}
