import type { Market } from '../../src/engine/index.ts';
import { Status, vintageStart, type Observed } from '../../src/engine/observe/index.ts';
import { filesOf, planMemory, simulate } from '../../src/engine/running/index.ts';
import { institutions } from '../../src/institutions/registry.ts';
import { clocked, type Task } from '../measurement.ts';
import { marketOf } from './market.ts';

/** Features of a scorecard. */
const features = 13;
/** Rounds in which markups are found. */
const markupRounds = 12;

type Count = Record<'word' | 'quantile' | 'exp' | 'log1p' | 'multiplyAdd', number>;

/**
 * What a market cannot do without, counted in a run of it: per borrower and quarter, how many draws, exponentials,
 * logarithms, multiplications with an addition, and bytes of memory that are read. Divisions, comparisons, selections and the
 * ledger's sums are not counted, so the time they make is the least that the model can take. Work: borrower-quarters.
 */
export async function census(task: Task) {
  const market = await marketOf(task);
  const institution = { rules: institutions[task.institution].rules() };
  const work = market.borrowers * market.quarters;
  // Everybody draws each quarter whether it needs a loan, what becomes of strain and home, and a step of capacity.
  const count: Count = { word: 3 * work, quantile: work, exp: 0, log1p: 0, multiplyAdd: 0 };
  const observer = {
    applications: (seen: Observed) => countApplications(count, seen),
    quarterEnd: (seen: Observed) => countLoans(count, seen),
  };
  return clocked(work, () => {
    simulate(market, institution, 'actual', { observer });
    const each = Object.entries(count).map(([name, times]) => [name, times / work]);
    return {
      ...Object.fromEntries(each),
      bytes: bytesTouched(market, filesOf(market, institution)),
    };
  });
}

function countApplications(count: Count, { roll, market }: Observed): void {
  const { draws } = market.economy.reputation;
  const { quotes } = market.economy.search;
  const { term } = market.economy.loan;
  const { n } = roll;
  let asked = 0;
  for (let r = 0; r < n; r++) asked += roll.askedCount[r];
  // Income, size; those of each imagined application.
  count.quantile += n * (2 + 2 * draws);
  // Whom one asks, now and then; the take draw; a taste for each lender asked.
  count.word += asked + n * draws * quotes + n + asked;
  count.log1p += 2 * asked;
  // Income, size (2), hazards (2), use value (a power), income inferred, take-up.
  count.exp += 8 * n;
  count.log1p += n;
  // A break-even price is tried at least twice; markups weigh all lenders in each round.
  count.exp += asked * (2 + markupRounds);
  // The stake: three files, the lenders of each imagined application, priced and weighed.
  count.exp += n * draws * 3 * (quotes * 3 + 1);
  count.log1p += n * draws * 3;
  // A stage for each instalment: liquidity, willingness, its softplus.
  count.exp += n * term * 2;
  count.log1p += n * term;
  count.multiplyAdd += (features - 1) * (asked + n * draws * quotes);
}

function countLoans(count: Count, { book, roll, page, quarter, now }: Observed): void {
  const { term, capacity, status } = book;
  const owing = new Set<number>();
  for (let age = Math.min(term - 1, quarter); age >= 0; age--) {
    const vintage = (quarter - age) % term;
    const start = vintageStart(book, page, vintage);
    const n = book.count[page * term + vintage];
    for (let k = 0; k < n; k++) {
      if (now.wasOpen[vintage * capacity + k] === 0) continue;
      owing.add(book.slot[start + k]);
      // Stages after today's, for loans that were not signed today.
      if (age > 0) {
        count.exp += term - age - 1;
        count.log1p += term - age - 1;
      }
      if (status[start + k] !== Status.open) count.word += 1; // the record's error
    }
    // Gradient and upper triangle of the information matrix.
    if (age === term - 1) count.multiplyAdd += n * (features + (features * (features + 1)) / 2);
  }
  // What befalls who owes, and today's choice.
  count.word += 2 * owing.size;
  count.exp += owing.size * (1 + term);
  count.log1p += owing.size;
  if (roll.size < owing.size / 2) throw new Error('more people owe than there are');
}

/** Bytes of a borrower that are gone through in a quarter, once: all columns, but for the files of twins. */
function bytesTouched({ lenders, economy }: Market, files: ReturnType<typeof filesOf>): number {
  const plain = { ...economy, reputation: { ...economy.reputation, twins: 0 } };
  return planMemory({ borrowers: 4096, lenders, economy: plain }, files, 1, false, 1).perBorrower;
}
