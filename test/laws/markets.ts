import { institutions } from '../../src/institutions/registry.ts';
import type { Task } from './task.ts';

/** The institutions that are shipped. */
export const shipped = Object.keys(institutions);

export const seeds = (count: number): number[] => [...Array(count).keys()];

/** 5,000 people over 56 quarters, of which 21 count. */
export const plain: Task = {
  ...{ keep: 'ledgers', institution: 'full-sharing', seed: 0 },
  ...{ borrowers: 5000, quarters: 56, burnIn: 32 },
};

/** The same market under several seeds. */
export function underSeeds(task: Task, count: number): Task[] {
  return seeds(count).map((seed) => ({ ...task, seed }));
}

export const eight = 8;

/** The eight institutions as they are, each under eight seeds: what most laws look at. */
export const core = Object.fromEntries(
  shipped.map((institution) => [institution, underSeeds({ ...plain, institution }, eight)]),
);
export const coreTasks = Object.values(core).flat();
