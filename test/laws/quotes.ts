import { allWithin, type Law } from './law.ts';
import { meanOf } from './ledgers.ts';
import { core, eight, plain, underSeeds } from './markets.ts';

/** Three is what the core asks. */
const asking = (quotes: number) =>
  quotes === 3
    ? core['full-sharing']
    : underSeeds({ ...plain, change: { search: { quotes } } }, eight);
const where = 'full sharing';

export const quotes: readonly Law[] = [
  {
    letter: 'f',
    says: 'Approval with six quotes less that with three (no winner’s curse)',
    bound: '≥ −.02',
    tasks: [...asking(3), ...asking(6)],
    judge: (found) => {
      const of = (n: number) => meanOf(found, asking(n), 'approval-rate');
      return allWithin([{ value: of(6) - of(3), where }], -0.02, Infinity);
    },
    fault: {
      says: 'who asks six is held to a lower cap',
      instead: (task) =>
        task.change?.search?.quotes === 6
          ? { ...task, seed: 0, change: { ...task.change, pricing: { cap: 0.2 } } }
          : { ...task, seed: 0 },
    },
  },
  {
    letter: 'f',
    says: 'APR with three quotes less that with one (competition)',
    bound: '< 0',
    tasks: [...asking(1), ...asking(3)],
    judge: (found) => {
      const of = (n: number) => meanOf(found, asking(n), 'apr');
      return allWithin([{ value: of(3) - of(1), where }], -Infinity, -Number.MIN_VALUE);
    },
    fault: {
      says: 'lenders add no markup when they are alone',
      instead: (task) => ({
        ...{ ...task, seed: 0 },
        change: { ...task.change, pricing: { maxMarkup: 0 } },
      }),
    },
  },
];
