import { experimentSamples } from '../../src/experiments/experiment-rows.ts';
import { checkLaws } from '../../src/experiments/zero-laws.ts';
import { dictionary } from '../../src/dictionary.ts';
import type { Ledger } from '../../src/engine/index.ts';
import { allWithin, type Found, type Law } from './law.ts';
import { counted, meanOf, pooled, withSum } from './ledgers.ts';
import { eight, plain, shipped, underSeeds } from './markets.ts';
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

const trials = shipped.flatMap((institution) =>
  underSeeds({ ...small, keep: 'karlan-zinman', institution }, 6),
);

/** Institutions in which an effect is told from zero, by Holm's correction. */
function told(found: Found, effect: string, world: string): string[] {
  const rows = trials.flatMap((task) =>
    found.findings(task).map((finding) => ({
      ...{ scenario: 'laws', institution: task.institution, replicate: task.seed },
      ...finding,
    })),
  );
  const law = { says: effect, world, measure: `karlan-zinman:${effect}` };
  return [...checkLaws([law], experimentSamples(rows, dictionary), shipped)[0].broken];
}

const vanishes = (says: string, effect: string, world: string, fault: Law['fault']): Law => ({
  ...{ letter: 'i', says, bound: 'zero at 5 % (Holm) in all eight', tasks: trials, fault },
  judge: (found) => {
    const broken = told(found, effect, world);
    return {
      measured: broken.length === 0 ? 'zero in all' : `not zero: ${broken.join(', ')}`,
      holds: broken.length === 0,
    };
  },
});

const paying = (fee: number) =>
  underSeeds({ ...plain, institution: 'market-led', with: { fee } }, eight);
const high = 0.02;

const feePasses: Law = {
  letter: 'i',
  says: 'A fee passes into price: rise of D over the fee paid per unit lent (market-led)',
  bound: '.7 … 1.5',
  tasks: [...paying(0), ...paying(high)],
  judge: (found) => {
    const [without, with_] = [paying(0), paying(high)];
    const rise = meanOf(found, with_, 'total-cost') - meanOf(found, without, 'total-cost');
    const all = pooled(with_.map((task) => found.ledger(task)));
    const paid = counted(all, 'fees') / counted(all, 'principal');
    return allWithin([{ value: rise / paid, where: 'market-led' }], 0.7, 1.5);
  },
  fault: {
    says: 'fees are booked and not priced',
    instead: (task) => ({ ...task, seed: 0, with: { fee: 0 } }),
    spoil: (ledger) => withSum(ledger, 'fees', () => 0.01),
  },
};

export const zero: readonly Law[] = [
  noData,
  vanishes('Selection, where types are visible', 'selection', 'types-visible', {
    says: 'types stay hidden',
    look: { 'types-visible': 'actual' },
  }),
  vanishes('Incentive, where action is contractible', 'incentive', 'action-contractible', {
    says: 'action stays private',
    look: { 'action-contractible': 'actual' },
  }),
  feePasses,
];
