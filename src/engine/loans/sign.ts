import { either } from '../../math/either.ts';
import { hidden } from '../columns/hidden.ts';
import { loanSumsWriter, slotStride } from '../columns/loan-sums.ts';
import { outcome } from '../columns/outcome.ts';
import { roll } from '../columns/roll.ts';
import { leavesPerPage, lenderStride, maxRows } from '../columns/shape.ts';
import { terms } from '../columns/terms.ts';
import { visible } from '../columns/visible.ts';
import { Status, vintageStart, type LoanBook, type LoanQuarter, type Motives } from './book.ts';
import { RoomFull } from '../memory/room.ts';
import { balanceOf } from './contract.ts';
import { trial } from './trial.ts';

/** Rows of the loans taken, in order. */
const takers = new Int32Array(maxRows + 1);

/**
 * Signs the loans taken: they take the place in the ring of the vintage that has taught. After `takeUp`, while the contracts
 * are still on trial: what the recursion found for the quarters after this one is kept for step 9.
 *
 * @throws RoomFull if the page has more loans than were planned for
 */
export function sign(
  book: LoanBook,
  motives: Motives,
  now: LoanQuarter,
  scoreReader: Uint8Array,
  page: number,
  quarter: number,
): void {
  const vintage = quarter % book.term;
  const start = vintageStart(book, page, vintage);
  const end = listTakers(book, (page * book.term + vintage) * 2 * leavesPerPage);
  if (end > book.capacity)
    throw new RoomFull(`a page signs ${end} loans, planned for ${book.capacity}`);
  book.count[page * book.term + vintage] = end;
  writeTerms(book, start, end);
  writeReports(book, scoreReader, start, end);
  writeMotives(motives, start, end);
  addToSums(book, end);
  for (let k = 0, at = vintage * book.capacity; k < end; k++, at++) {
    now.valueAfter[at] = trial.valueBefore[takers[k]];
    now.useAfter[at] = trial.useBefore[takers[k]];
    now.balance[at] = balanceOf(book.instalment[start + k], book.rate[start + k], book.term);
  }
}

/** Lists the rows that take a loan; says where leaves end among them; gives how many they are. */
function listTakers(book: LoanBook, at: number): number {
  const { leafOriginals, leafEnd } = roll;
  const { taken } = outcome;
  let end = 0;
  let r = 0;
  for (let leaf = 0; leaf < leavesPerPage; leaf++) {
    for (; r < leafOriginals[leaf]; r++) {
      takers[end] = r;
      end += taken[r];
    }
    book.leafEnds[at + 2 * leaf] = end;
    for (; r < leafEnd[leaf]; r++) {
      takers[end] = r;
      end += taken[r];
    }
    book.leafEnds[at + 2 * leaf + 1] = end;
  }
  return end;
}

function writeTerms(book: LoanBook, start: number, n: number): void {
  for (let k = 0, at = start; k < n; k++, at++) {
    const r = takers[k];
    const size = visible.size[r];
    book.slot[at] = roll.slot[r];
    book.lender[at] = terms.lender[r];
    book.status[at] = Status.open;
    book.endedAt[at] = 0;
    book.size[at] = size;
    book.instalment[at] = terms.instalment[r];
    book.rate[at] = terms.rate[r];
    book.estimate[at] = terms.estimate[r];
  }
}

/** What the lender saw, for the day on which this vintage teaches. */
function writeReports(book: LoanBook, scoreReader: Uint8Array, start: number, n: number): void {
  for (let k = 0, at = start; k < n; k++, at++) {
    const r = takers[k];
    const cell = terms.lender[r] * lenderStride + r;
    book.income[at] = visible.income[r];
    book.balances[at] = visible.balances[cell];
    book.ownRepaid[at] = visible.ownRepaid[cell];
    book.ownDefaults[at] = visible.ownDefaults[cell];
    book.sharedRepaid[at] = visible.sharedRepaid[cell];
    const defaults = visible.sharedDefaults[cell];
    book.sharedDefaults[at] = defaults < 255 ? defaults : 255;
    book.fileExists[at] = visible.fileExists[cell];
  }
  if (book.score.length === 0) return;
  for (let k = 0; k < n; k++) {
    const r = takers[k];
    book.score[start + k] = visible.score[r] * scoreReader[terms.lender[r]];
  }
}

function writeMotives(motives: Motives, start: number, n: number): void {
  for (let k = 0, at = start; k < n; k++, at++) {
    const r = takers[k];
    motives.use[at] = trial.use[r];
    motives.ownStake[at] = hidden.ownStake[r];
    motives.sharedStake[at] = hidden.sharedStake[r];
  }
}

/** The new loans enter the sums of who took them, newest last. */
function addToSums({ term }: LoanBook, n: number): void {
  const { service, sizes, largestShared, liquidity } = loanSumsWriter;
  for (let x = 0; x < term; x++) {
    for (let k = 0; k < n; k++) {
      const r = takers[k];
      const at = x * slotStride + roll.slot[r];
      const stake = hidden.sharedStake[r];
      service[at] += terms.instalment[r];
      sizes[at] += visible.size[r];
      largestShared[at] = either(largestShared[at], stake, Number(stake > largestShared[at]));
      liquidity[at] = trial.liquidity[x * maxRows + r];
    }
  }
}
