import { End, endOf, Move, moveOf, type Film } from '../run/film.ts';

/** How many of the first persons ask, borrow and do not repay in a quarter: what a field shows, in numbers. */
export function summaryOf(film: Film | undefined, quarter: number, count: number) {
  const sum = { asked: 0, took: 0, broke: 0 };
  if (!film) return sum;
  for (let i = 0; i < count; i++) {
    const mark = film.marks[quarter * film.people + i];
    if (moveOf(mark) !== Move.none) sum.asked++;
    if (moveOf(mark) === Move.took) sum.took++;
    if (endOf(mark) === End.cannotPay || endOf(mark) === End.willNotPay) sum.broke++;
  }
  return sum;
}
