import { either } from '../../math/either.ts';
import { loanSumsWriter, nothingShared, slotStride } from '../columns/loan-sums.ts';
import { roll, rollWriter } from '../columns/roll.ts';
import { balanceOf } from './contract.ts';
import { Status, vintageStart, type LoanBook, type LoanQuarter, type Motives } from './book.ts';

/**
 * What the slots of the page owe, quarter by quarter ahead, before this quarter's loans: fills `loanSums`, `roll.owed` and
 * `now.balance`. In book order: oldest vintage first. A slot has at most one loan in a vintage.
 */
export function sumOpenLoans(
  book: LoanBook,
  motives: Motives,
  now: LoanQuarter,
  page: number,
  quarter: number,
): void {
  const { term } = book;
  clear(term);
  for (let age = term - 1; age >= 1; age--) {
    if (age > quarter) continue;
    addVintage(book, motives, now, page, (quarter - age) % term, term - age);
  }
}

function clear(term: number): void {
  const { service, sizes, largestShared } = loanSumsWriter;
  const { size, twins, twinCount } = roll;
  const { owed } = rollWriter;
  owed.fill(0, 0, size);
  for (let k = 0; k < twinCount; k++) owed[twins[k]] = 0;
  for (let x = 0; x < term; x++) {
    const at = x * slotStride;
    service.fill(0, at, at + size);
    sizes.fill(0, at, at + size);
    largestShared.fill(nothingShared, at, at + size);
    for (let k = 0; k < twinCount; k++) {
      service[at + twins[k]] = 0;
      sizes[at + twins[k]] = 0;
      largestShared[at + twins[k]] = nothingShared;
    }
  }
}

function addVintage(
  book: LoanBook,
  motives: Motives,
  now: LoanQuarter,
  page: number,
  vintage: number,
  left: number,
): void {
  const { service, sizes, largestShared } = loanSumsWriter;
  const { owed } = rollWriter;
  const { status, slot, lender, instalment, rate, size } = book;
  const { sharedStake } = motives;
  const start = vintageStart(book, page, vintage);
  const local = vintage * book.capacity - start;
  const end = start + book.count[page * book.term + vintage];
  for (let k = start; k < end; k++) {
    if (status[k] !== Status.open) continue;
    const s = slot[k];
    owed[s] |= 1 << lender[k];
    now.balance[local + k] = balanceOf(instalment[k], rate[k], left);
    for (let at = s, x = 0; x < left; x++, at += slotStride) {
      service[at] += instalment[k];
      sizes[at] += size[k];
      const before = largestShared[at];
      largestShared[at] = either(before, sharedStake[k], Number(sharedStake[k] > before));
    }
  }
}
