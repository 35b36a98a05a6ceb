import type { Observed } from '../../engine/observe/index.ts';
import { pageSize } from '../../random/draws.ts';

/** From all who ask to those who borrow. */
export const stages = ['applicants', 'approved', 'takers'] as const;
export type PoolStage = (typeof stages)[number];

const sums = ['count', 'safe', 'pd'] as const;

/**
 * Who is in the pool at each stage: how many, how many of them safe, and their life PDs, by quarter of application. Those
 * to whom a lender lends only to learn are applicants and no more. Shape (quarters × stages × sums).
 */
export type PoolSums = Float64Array;

export function createPool(quarters: number): PoolSums {
  return new Float64Array(quarters * stages.length * sums.length);
}

/** Adds a page's applications; twins are not counted. */
export function addToPool(
  pool: PoolSums,
  { roll, hidden, terms, outcome, quarter }: Observed,
): void {
  const add = (stage: number, safe: number, pd: number) => {
    const at = (quarter * stages.length + stage) * sums.length;
    pool[at] += 1;
    pool[at + 1] += safe;
    pool[at + 2] += pd;
  };
  for (let r = 0; r < roll.n; r++) {
    if (roll.slot[r] >= pageSize) continue;
    const safe = hidden.safe[roll.person[r]];
    const pd = outcome.pd[r];
    add(0, safe, pd);
    if (terms.approved[r] === 0) continue;
    add(1, safe, pd);
    if (outcome.taken[r] === 1) add(2, safe, pd);
  }
}

/** What of the pool a question is about: those at a stage in the quarters from … to − 1. */
function totalOf(
  pool: PoolSums,
  stage: PoolStage,
  sum: (typeof sums)[number],
  from: number,
  to: number,
): number {
  let total = 0;
  for (let quarter = from; quarter < to; quarter++) {
    const at = (quarter * stages.length + stages.indexOf(stage)) * sums.length;
    total += pool[at + sums.indexOf(sum)];
  }
  return total;
}

/** Share of safe types, or mean life PD, at a stage; NaN where nobody is. */
export function meanOf(
  pool: PoolSums,
  stage: PoolStage,
  what: 'safe' | 'pd',
  from: number,
  to: number,
): number {
  return totalOf(pool, stage, what, from, to) / totalOf(pool, stage, 'count', from, to);
}

/** Takers over applicants; of the safe alone if asked. */
export function lentTo(pool: PoolSums, from: number, to: number, whom: 'count' | 'safe'): number {
  return totalOf(pool, 'takers', whom, from, to) / totalOf(pool, 'applicants', whom, from, to);
}
