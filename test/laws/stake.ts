import { allWithin, fixed, type Expectation, type Found, type Law } from './law.ts';
import { mean } from '../../src/math/statistics.ts';
import { plain, shipped, underSeeds } from './markets.ts';
import type { Task } from './task.ts';

/** A cost is the difference of two lives, and all lives of a market share its macro state: single markets differ by a quarter. */
const perInstitution = 16;
const flips = Object.fromEntries(
  shipped.map((institution) => [
    institution,
    underSeeds({ ...plain, keep: 'flips', institution, borrowers: 8000 }, perInstitution),
  ]),
);
const tasks = Object.values(flips).flat();

function number(
  { findings }: Found,
  task: Task,
  measure: string,
  at: number | null = null,
): number {
  const one = findings(task).find((finding) => finding.measure === measure && finding.at === at);
  return one?.value ?? NaN;
}

/** Σ stake / Σ cost over all flips of some markets. */
function stakeOverCost(found: Found, markets: readonly Task[]): number {
  const sum = (id: string) =>
    markets.reduce(
      (s, task) => s + number(found, task, id) * number(found, task, 'flips:count'),
      0,
    );
  return sum('flips:stake') / sum('flips:cost');
}

const byInstitution = (found: Found) =>
  shipped.map((institution) => ({
    value: stakeOverCost(found, flips[institution]),
    where: institution,
  }));

/** docs/model.md, section 10: flips. */
export const stake: Law = {
  letter: 'e',
  says: 'What borrowers think a default costs over what it does (flips), by institution',
  bound: '.7 … 1.4',
  tasks,
  judge: (found) => {
    const all = byInstitution(found);
    return {
      measured: all.map(({ value, where }) => `${where} ${fixed(value, 2)}`).join(', '),
      holds: all.every(({ value }) => value >= 0.7 && value <= 1.4),
    };
  },
  fault: {
    says: 'borrowers think that it costs half of what they think',
    spoilFinding: (one) => (one.measure === 'flips:stake' ? { ...one, value: one.value / 2 } : one),
  },
};

export const stakes: readonly Expectation[] = [
  {
    letter: 'e',
    says: 'The same, aimed at',
    bound: '.8 … 1.25',
    tasks,
    judge: (found) => allWithin(byInstitution(found), 0.8, 1.25, (value) => fixed(value, 2)),
  },
  {
    letter: 'e',
    says: 'The same by third of risk, safest first, all institutions',
    bound: '.7 … 1.4',
    tasks,
    judge: (found) => {
      const thirds = [1, 2, 3].map((at) => {
        const sum = (id: string) => mean(tasks.map((task) => number(found, task, id, at)));
        return sum('flips:stake-by-third') / sum('flips:cost-by-third');
      });
      return {
        measured: thirds.map((value) => fixed(value, 2)).join(', '),
        holds: thirds.every((value) => value >= 0.7 && value <= 1.4),
      };
    },
  },
];
