import { mean } from '../../src/math/statistics.ts';
import { allWithin, type Expectation, type Found, type Law } from './law.ts';
import { valueOf, withSum } from './ledgers.ts';
import { long, shipped } from './markets.ts';

const tasks = Object.values(long).flat();
const early = [32, 60] as const;
const late = [88, 116] as const;

/** How far a measure has moved from quarters 32–59 to 88–115, in the mean over seeds. */
const moved = (found: Found, id: string) =>
  shipped.map((institution) => ({
    where: institution,
    value: mean(
      long[institution].map((task) => {
        const ledger = found.ledger(task);
        return valueOf(ledger, id, late) - valueOf(ledger, id, early);
      }),
    ),
  }));

export const drift: Law = {
  letter: 'k',
  says: 'No drift: approval in quarters 88–115 less that in 32–59, no macro state',
  bound: 'within .02',
  tasks,
  judge: (found) => allWithin(moved(found, 'approval-rate'), -0.02, 0.02),
  fault: {
    says: 'lenders approve a thousandth less from quarter to quarter',
    spoil: (ledger) => withSum(ledger, 'approvals', (value, t) => value * (1 - t / 1000)),
  },
};

const also = (id: string, bound: number): Expectation => ({
  ...{ letter: 'k', says: `The same of ${id}`, bound: `within ${bound}`, tasks },
  judge: (found) => allWithin(moved(found, id), -bound, bound),
});

export const drifts: readonly Expectation[] = [
  also('default-rate', 0.01),
  also('apr', 0.01),
  also('welfare', 0.01),
  also('stake-scale', 0.2),
];
