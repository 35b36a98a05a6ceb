import { sumNames } from '../../src/engine/index.ts';
import { allWithin, type Found, type Law } from './law.ts';
import { counted, withSum } from './ledgers.ts';
import { plain, shipped } from './markets.ts';
import type { Task } from './task.ts';

const tiny: Task = { ...plain, borrowers: 600, quarters: 40, burnIn: 16 };

/** Markets in which nobody can be lent to. */
const frozen = shipped.flatMap((institution): Task[] => [
  { ...tiny, institution, change: { pricing: { cap: 0.02 } } },
  {
    ...{ ...tiny, institution },
    change: { hazard: { liquidity: -5, own: -5 }, scorecard: { decay: 0.85 } },
  },
]);
const narrow = shipped.flatMap((institution): Task[] => [
  { ...tiny, institution, borrowers: 1 },
  { ...tiny, institution, mostLenders: 1 },
  { ...tiny, institution, mostLenders: 0 },
]);

const told = ({ institution, change, borrowers, mostLenders }: Task) =>
  `${institution}: ${JSON.stringify(change ?? { borrowers, lenders: mostLenders })}`;

/** Numbers of a ledger that are none. */
function absurd({ ledger }: Found, task: Task): number {
  const { sums, beliefs, lenders, ages, prices } = ledger(task);
  return [sums, beliefs, lenders, ages, prices]
    .flatMap((column) => Array.from(column))
    .filter((value) => !Number.isFinite(value)).length;
}

export const edges: readonly Law[] = [
  {
    letter: 'l',
    says: 'Nobody is approved where the cap is below cost, or all default',
    bound: '0 approvals',
    tasks: frozen,
    judge: ({ ledger }) =>
      allWithin(
        frozen.map((task) => ({ value: counted(ledger(task), 'approvals'), where: told(task) })),
        -Infinity,
        0,
        String,
      ),
    fault: {
      says: 'the cap is as ever and nobody defaults more',
      instead: (task) => ({ ...task, change: {} }),
    },
  },
  {
    letter: 'l',
    says: 'Markets at the edges (also no lender, one lender, one borrower) hold numbers only',
    bound: '0 that are none',
    tasks: [...frozen, ...narrow],
    judge: (found) =>
      allWithin(
        [...frozen, ...narrow].map((task) => ({ value: absurd(found, task), where: told(task) })),
        -Infinity,
        0,
        String,
      ),
    fault: {
      says: 'a rate without loans is written down as a sum',
      spoil: (ledger) => withSum(ledger, sumNames[0], (value, t) => (t === 3 ? NaN : value)),
    },
  },
];
