import { standardDeviation } from '../../src/math/statistics.ts';
import { allWithin, type Found, type Law } from './law.ts';
import { meanOf, valueOf } from './ledgers.ts';
import { calmMarkets, eight, plain, plainQuarters, shipped, underSeeds } from './markets.ts';
import type { Task } from './task.ts';

const spread: Law = {
  letter: 'g',
  says: 'Standard deviation of approval over seeds, no macro state',
  bound: '≤ .03',
  tasks: Object.values(calmMarkets).flat(),
  judge: (found) =>
    allWithin(
      shipped.map((institution) => ({
        value: standardDeviation(
          calmMarkets[institution].map((task) =>
            valueOf(found.ledger(task), 'approval-rate', plainQuarters),
          ),
        ),
        where: institution,
      })),
      -Infinity,
      0.03,
    ),
  fault: {
    says: 'a macro state that swings four times as wide as ever',
    instead: (task) => ({
      ...{ ...task, institution: 'none', quarters: plain.quarters },
      change: { macro: { deviation: 2, persistence: 0.95 } },
    }),
  },
};

/** What may differ by the number of people, and how far in the mean over seeds. */
const bounds = [
  ['approval-rate', 0.03],
  ['default-rate', 0.012],
  ['apr', 0.012],
  ['welfare', 0.005],
] as const;

/** Largest difference between two sizes, as a share of its bound. */
function apart(found: Found, small: number, large: number, institutions: readonly string[]) {
  const tasksOf = (institution: string, borrowers: number) =>
    underSeeds({ ...plain, institution, borrowers }, eight);
  return institutions.flatMap((institution) =>
    bounds.map(([id, bound]) => {
      const [few, many] = [small, large].map((size) =>
        meanOf(found, tasksOf(institution, size), id),
      );
      return {
        value: (many - few) / bound,
        where: `${id}, ${institution}: ${few.toFixed(4)} and ${many.toFixed(4)}`,
      };
    }),
  );
}

const atSizes = (institutions: readonly string[], sizes: readonly number[]): Task[] =>
  institutions.flatMap((institution) =>
    sizes.flatMap((borrowers) => underSeeds({ ...plain, institution, borrowers }, eight)),
  );

const ofTheBound = (value: number) => `${value.toFixed(2).replace('-', '−')} of the bound`;
/** The least and the most that is shared: all eight would take as long as all other laws together. */
const largeMarkets = ['none', 'full-sharing'];
const tighter: Law['fault'] = {
  says: 'with more people the cap is ten points lower',
  instead: (task) => ({
    ...{ ...task, seed: 0, borrowers: Math.min(task.borrowers, 20_000) },
    change: { pricing: { cap: task.borrowers > 5000 ? 0.26 : 0.36 } },
  }),
};

export const size: readonly Law[] = [
  spread,
  {
    letter: 'h',
    says: 'Approval, default, APR and welfare, means over seeds: 20,000 people less 5,000 (all eight)',
    bound: '.03, .012, .012, .005',
    tasks: atSizes(shipped, [5000, 20_000]),
    judge: (found) => allWithin(apart(found, 5000, 20_000, shipped), -1, 1, ofTheBound),
    fault: tighter,
  },
  {
    letter: 'h',
    says: 'The same: 80,000 people less 20,000 (none, full sharing)',
    bound: '.015, .006, .006, .0025',
    tasks: atSizes(largeMarkets, [20_000, 80_000]),
    judge: (found) =>
      allWithin(
        apart(found, 20_000, 80_000, largeMarkets).map(({ value, where }) => ({
          ...{ where, value: 2 * value },
        })),
        -1,
        1,
        ofTheBound,
      ),
    fault: {
      says: 'with more people the cap is ten points lower',
      instead: (task) => ({
        ...{ ...task, seed: 0, borrowers: 20_000 },
        change: { pricing: { cap: task.borrowers > 20_000 ? 0.26 : 0.36 } },
      }),
    },
  },
];
