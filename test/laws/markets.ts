import { institutions } from '../../src/institutions/registry.ts';
import type { Task } from './task.ts';

/** The institutions that are shipped. */
export const shipped = Object.keys(institutions);

/** 5,000 people over 56 quarters, of which 21 count. */
export const plain: Task = {
  ...{ keep: 'ledgers', institution: 'full-sharing', seed: 0 },
  ...{ borrowers: 5000, quarters: 56, burnIn: 32 },
};

/** The same market under several seeds. */
export function underSeeds(task: Task, count: number, first = 0): Task[] {
  return Array.from({ length: count }, (_, k) => ({ ...task, seed: first + k }));
}

export const eight = 8;

/** One of the shipped institutions each, with its tasks. */
const each = (tasksOf: (institution: string) => Task[]): Record<string, Task[]> =>
  Object.fromEntries(shipped.map((institution) => [institution, tasksOf(institution)]));

/** The eight institutions as they are, each under eight seeds: what most laws look at. */
export const core = each((institution) => underSeeds({ ...plain, institution }, eight));
export const coreTasks = Object.values(core).flat();

const twelve = 12;

/**
 * All worlds of every institution, watched by all experiments at once. Each institution has twelve seeds of its own: under
 * the same ones the errors of an estimate in two institutions have a correlation of .5 to .8 (who is in which arm and how
 * its loan ends is drawn alike), so that one unlucky dozen misses in most of the eight at once, and to count institutions
 * would be to count one thing eight times.
 */
export const watched = each((institution) =>
  underSeeds(
    { ...plain, keep: 'agreement', institution, borrowers: 1500, quarters: 44, burnIn: 24 },
    twelve,
    twelve * shipped.indexOf(institution),
  ),
);
export const watchedTasks = Object.values(watched).flat();

const calm = { ...plain, change: { macro: { deviation: 0 } } };
const longSeeds = 4;

/** Thirty years of calm under four seeds: nothing moves but people. */
export const long = each((institution) =>
  underSeeds({ ...calm, institution, quarters: 120 }, longSeeds),
);

/** No macro state, under eight seeds; the first four are the long ones, of which the same quarters are looked at. */
export const calmMarkets = each((institution) => [
  ...long[institution],
  ...underSeeds({ ...calm, institution }, eight).slice(longSeeds),
]);
/** The quarters that `plain` counts, of any run. */
export const plainQuarters = [plain.burnIn, plain.quarters - 4 + 1] as const;
