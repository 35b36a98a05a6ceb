import { lessonWriter } from '../columns/lesson.ts';
import { leavesPerPage, personMask } from '../columns/shape.ts';
import { visible } from '../columns/visible.ts';
import { Status, vintageStart, type LoanBook } from './book.ts';

/** The leaf's loans of the vintage that comes of age at the end of this quarter become the lesson; twins' do not. */
export function comeOfAge(book: LoanBook, page: number, leaf: number, quarter: number): void {
  const { term } = book;
  const vintage = (quarter + 1) % term;
  const ends = (page * term + vintage) * 2 * leavesPerPage + 2 * leaf;
  const from = leaf > 0 ? book.leafEnds[ends - 1] : 0;
  const end = book.count[page * term + vintage] > 0 ? book.leafEnds[ends] : from;
  const start = vintageStart(book, page, vintage) + from;
  lessonWriter.n = end - from;
  tellEnds(book, start, end - from);
  tellReports(book, start, end - from);
}

function tellEnds(book: LoanBook, start: number, n: number): void {
  const { lender, defaulted, endedAt, price, size } = lessonWriter;
  for (let k = 0, at = start; k < n; k++, at++) {
    lender[k] = book.lender[at];
    defaulted[k] = Number(book.status[at] !== Status.repaid);
    endedAt[k] = book.endedAt[at];
    price[k] = (book.instalment[at] * book.term) / book.size[at];
    size[k] = book.size[at];
  }
}

function tellReports(book: LoanBook, start: number, n: number): void {
  const { income, capital, collateral, balances, score } = lessonWriter;
  const { ownRepaid, ownDefaults, sharedRepaid, sharedDefaults, fileExists } = lessonWriter;
  const { capitalOf, collateralOf } = visible;
  for (let k = 0, at = start; k < n; k++, at++) {
    const person = book.slot[at] & personMask;
    income[k] = book.income[at];
    capital[k] = capitalOf[person];
    collateral[k] = collateralOf[person];
    balances[k] = book.balances[at];
    ownRepaid[k] = book.ownRepaid[at];
    ownDefaults[k] = book.ownDefaults[at];
    sharedRepaid[k] = book.sharedRepaid[at];
    sharedDefaults[k] = book.sharedDefaults[at];
    fileExists[k] = book.fileExists[at];
  }
  if (book.score.length === 0) score.fill(0, 0, n);
  else for (let k = 0; k < n; k++) score[k] = book.score[start + k];
}
