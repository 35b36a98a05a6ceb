import { Status, vintageStart, type Observed } from '../../engine/observe/index.ts';
import type { ThirdOf } from './film.ts';
import { thirdCount } from './risk.ts';

/** Sums over the counted quarters, by third of risk. */
export interface ThirdSums {
  readonly applications: Float64Array;
  readonly approved: Float64Array;
  /** Loans signed, approved ones only, and the sum of their APR. */
  readonly taken: Float64Array;
  readonly apr: Float64Array;
  /** Loans that ended, by how. */
  readonly repaid: Float64Array;
  readonly cannotPay: Float64Array;
  readonly willNotPay: Float64Array;
}

export function emptyThirds(): ThirdSums {
  const third = () => new Float64Array(thirdCount);
  return {
    ...{ applications: third(), approved: third(), taken: third(), apr: third() },
    ...{ repaid: third(), cannotPay: third(), willNotPay: third() },
  };
}

/** Adds a page's applications; twins are not counted. */
export function addApplications(sums: ThirdSums, seen: Observed, thirdOf: ThirdOf): void {
  const { roll, terms, outcome } = seen;
  for (let r = 0; r < roll.n; r++) {
    if (roll.slot[r] >= roll.size) continue;
    const third = thirdOf(seen, roll.person[r]);
    sums.applications[third] += 1;
    if (terms.approved[r] === 0) continue;
    sums.approved[third] += 1;
    if (outcome.taken[r] === 0) continue;
    sums.taken[third] += 1;
    sums.apr[third] += 4 * terms.rate[r];
  }
}

/** Adds a page's loans that end in this quarter. */
export function addEnds(sums: ThirdSums, seen: Observed, thirdOf: ThirdOf): void {
  const { book, roll, page, quarter } = seen;
  for (let age = Math.min(book.term - 1, quarter); age >= 0; age--) {
    const vintage = (quarter - age) % book.term;
    const start = vintageStart(book, page, vintage);
    const end = start + book.count[page * book.term + vintage];
    for (let k = start; k < end; k++) {
      if (book.slot[k] >= roll.size || book.endedAt[k] !== age + 1) continue;
      const ends = [undefined, sums.repaid, sums.cannotPay, sums.willNotPay][book.status[k]];
      if (book.status[k] !== Status.open && ends) ends[thirdOf(seen, book.slot[k])] += 1;
    }
  }
}
