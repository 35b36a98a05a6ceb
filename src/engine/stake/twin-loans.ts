import { pageSize } from '../../random/draws.ts';
import { Status, vintageStart, type LoanBook } from '../loans/book.ts';
import { RoomFull } from '../memory/room.ts';

/**
 * Twins that end leave no debts.
 *
 * @param ending 1 for persons whose twin ends
 */
export function closeLoans(book: LoanBook, page: number, ending: Uint8Array): void {
  const { term, count, slot, status } = book;
  for (let vintage = 0; vintage < term; vintage++) {
    const start = vintageStart(book, page, vintage);
    const end = start + count[page * term + vintage];
    for (let k = start; k < end; k++) {
      if (slot[k] < pageSize || ending[slot[k] - pageSize] === 0) continue;
      if (status[k] === Status.open) status[k] = Status.repaid;
    }
  }
}

/**
 * New twins owe what their originals owe: copies are added at the end of each vintage.
 *
 * @param columns of the loans (`Twins`, in twins.ts)
 * @param starting 1 for persons whose twin is made
 * @throws RoomFull if the page has more loans than were planned for
 */
export function copyLoans(
  columns: readonly { [place: number]: number }[],
  book: LoanBook,
  page: number,
  quarter: number,
  starting: Uint8Array,
): void {
  const { term, capacity, count, slot, status } = book;
  for (let age = Math.min(term - 2, quarter); age >= 0; age--) {
    const vintage = (quarter - age) % term;
    const start = vintageStart(book, page, vintage);
    const n = count[page * term + vintage];
    let end = n;
    for (let k = 0; k < n; k++) {
      const s = slot[start + k];
      if (s >= pageSize || starting[s] === 0 || status[start + k] !== Status.open) continue;
      if (end === capacity) throw new RoomFull(`a page has more than ${capacity} loans and copies`);
      for (const column of columns) column[start + end] = column[start + k];
      slot[start + end] = pageSize + s;
      end++;
    }
    count[page * term + vintage] = end;
  }
}
