import type { Ledger } from '../../src/engine/index.ts';
import { zeroLaws } from './estimates.ts';
import { allWithin, type Found, type Law } from './law.ts';
import { counted, meanOf, pooled, withSum } from './ledgers.ts';
import { core, plain } from './markets.ts';
import type { Task } from './task.ts';

const small: Task = { ...plain, borrowers: 2000, quarters: 40, burnIn: 20 };
const silent = { ...small, institution: 'none' };
const nobody = ['market-led', 'association-led'].map((institution) => ({
  ...{ ...small, institution, participation: [] },
}));

/** Numbers of two ledgers that are not the same bits. */
function differences(a: Ledger, b: Ledger): number {
  const columns = (ledger: Ledger) =>
    [
      ...[ledger.sums, ledger.beliefs, ledger.ages, ledger.lenders, ledger.prices],
      ...[ledger.histograms, ledger.quintiles, Float64Array.of(ledger.covered)],
    ].map((column) => new BigUint64Array(Float64Array.from(column).buffer));
  const others = columns(b);
  return columns(a).reduce(
    (sum, column, k) => sum + column.filter((word, i) => word !== others[k][i]).length,
    0,
  );
}

const noData: Law = {
  letter: 'i',
  says: 'Where nobody contributes, the ledger is that of no sharing, bit by bit',
  bound: '0 numbers differ',
  tasks: [silent, ...nobody],
  judge: ({ ledger }) =>
    allWithin(
      nobody.map((task) => ({
        value: differences(ledger(task), ledger(silent)),
        where: task.institution,
      })),
      0,
      0,
      String,
    ),
  fault: {
    says: 'one lender contributes after all',
    instead: (task) => (task.participation ? { ...task, participation: ['bank-1'] } : task),
  },
};

/** Defaults are shared and at once forgotten. */
const forgetful = { ...small, institution: 'negative-only', with: { retentionNegative: 0 } };
const withoutInquiries = (ledger: Ledger) => withSum(ledger, 'inquiries', () => 0);

const noRetention: Law = {
  letter: 'i',
  says: 'Where closed records are kept for no time (defaults only), the ledger is that of no sharing but for inquiries',
  bound: '0 numbers differ',
  tasks: [silent, forgetful],
  judge: ({ ledger }) =>
    allWithin(
      [
        {
          value: differences(withoutInquiries(ledger(forgetful)), ledger(silent)),
          where: 'negative-only',
        },
      ],
      0,
      0,
      String,
    ),
  fault: {
    says: 'they are kept for a quarter',
    instead: (task) => (task.with ? { ...task, with: { retentionNegative: 1 } } : task),
  },
};

const cheap = core['market-led'];
const dear = cheap.map((task) => ({ ...task, with: { fee: 0.02 } }));

/** What lenders paid to the institution, per unit lent. */
function feesPaid({ ledger }: Found, tasks: readonly Task[]): number {
  const all = pooled(tasks.map((task) => ledger(task)));
  return counted(all, 'fees') / counted(all, 'principal');
}

const feePasses: Law = {
  letter: 'i',
  says: 'A fee passes into price: rise of D over the rise of fees per unit lent (market-led, .002 to .02)',
  bound: '.7 … 1.5',
  tasks: [...cheap, ...dear],
  judge: (found) => {
    const rise = meanOf(found, dear, 'total-cost') - meanOf(found, cheap, 'total-cost');
    const paid = feesPaid(found, dear) - feesPaid(found, cheap);
    return allWithin([{ value: rise / paid, where: 'market-led' }], 0.7, 1.5);
  },
  fault: {
    says: 'fees are booked and not priced',
    instead: (task) => (task.with ? { ...dear[0], with: { fee: 0.004 } } : cheap[0]),
    spoil: (ledger) => withSum(ledger, 'fees', (value) => 9 * value),
  },
};

export const zero: readonly Law[] = [noData, noRetention, ...zeroLaws, feePasses];
