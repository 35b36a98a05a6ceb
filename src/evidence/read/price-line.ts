import type { Applications } from '../seen.ts';
import { gradesOf, meanOver } from './grades.ts';
import { weightedLine, type Line } from './weighted-line.ts';

/** Grades of LendingClub. */
const grades = 35;

/** Total price per unit lent on the share that defaults, over 35 grades by estimated risk. */
export function priceOnDefault(loans: Applications): Line {
  const rows = gradesOf(loans, grades);
  const shares = rows.map((grade) => meanOver(loans.defaulted, grade));
  return weightedLine(
    shares,
    rows.map((grade) => meanOver(loans.price, grade)),
    rows.map(({ length }, k) => sureness(shares[k], length)),
  );
}

/**
 * How much a grade's share of defaults is known: one over its variance, half a default and half a repayment added, so that
 * a grade without defaults is not known for sure. With these weights the slope in LendingClub's own grades is the published one.
 */
export function sureness(share: number, loans: number): number {
  const added = (share * loans + 0.5) / (loans + 1);
  return loans / (added * (1 - added));
}
