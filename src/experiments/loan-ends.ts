import { type Observed, Status, vintageStart } from '../engine/observe/index.ts';

/**
 * Tells of every loan of a page that comes to its end in this quarter, twins' loans too; to be called inside an observer's
 * `quarterEnd`.
 *
 * @param tell slot of the borrower or twin, quarter of signing, whether it ends in default
 */
export function loanEnds(
  { book, now, page, quarter }: Observed,
  tell: (slot: number, signed: number, defaulted: boolean) => void,
): void {
  const { term, capacity, slot, status } = book;
  for (let age = 0; age < Math.min(term, quarter + 1); age++) {
    const vintage = (quarter - age) % term;
    const start = vintageStart(book, page, vintage);
    const count = book.count[page * term + vintage];
    for (let k = 0; k < count; k++) {
      const after = status[start + k];
      if (now.wasOpen[vintage * capacity + k] === 0 || after === Status.open) continue;
      tell(slot[start + k], quarter - age, after !== Status.repaid);
    }
  }
}
