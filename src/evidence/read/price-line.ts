import type { Applications } from '../seen.ts';
import { gradesOf, meanOver } from './grades.ts';
import { weightedLine, type Line } from './weighted-line.ts';

/** Grades of LendingClub. */
const grades = 35;

/** Total price per unit lent on the share that defaults, over 35 grades by estimated risk. */
export function priceOnDefault(loans: Applications): Line {
  const rows = gradesOf(loans, grades);
  return weightedLine(
    rows.map((grade) => meanOver(loans.defaulted, grade)),
    rows.map((grade) => meanOver(loans.price, grade)),
    rows.map(({ length }) => length),
  );
}
