import { allWithin, type Law } from './law.ts';
import { plain } from './markets.ts';
import { economy } from '../engine/economy.ts';
import type { Task } from './task.ts';

/** Safety is log-odds of success: this much less of it. */
const steps = [0.1, 1];
const hazards = ['liquidity', 'own'] as const;
const usual: Task = {
  ...{ ...plain, keep: 'life-pds', institution: 'none' },
  ...{ borrowers: 12_000, quarters: 4, burnIn: 0 },
};
const riskier = hazards.flatMap((name) =>
  steps.map((step): Task => ({
    ...usual,
    change: { hazard: { [name]: economy.hazard[name] - step } },
  })),
);

/** People at the ends that are left out: half a per cent each of the answers. */
const tail = 0.005;

export const hazard: Law = {
  letter: 'j',
  says: 'A higher hazard at the same stake and price lowers no life PD, over the middle 99 % of people',
  bound: 'least change ≥ 0',
  tasks: [usual, ...riskier],
  judge: ({ pds }) => {
    const before = pds(usual);
    const sorted = before.toSorted();
    const low = sorted[Math.floor(tail * sorted.length)];
    const high = sorted[Math.ceil((1 - tail) * sorted.length) - 1];
    return allWithin(
      riskier.map((task) => {
        let least = Infinity;
        pds(task).forEach((pd, k) => {
          if (before[k] >= low && before[k] <= high) least = Math.min(least, pd - before[k]);
        });
        return { value: least, where: JSON.stringify(task.change?.hazard) };
      }),
      0,
      Infinity,
      (value) => value.toExponential(1),
    );
  },
  fault: {
    says: 'a higher hazard is a lower one',
    instead: (task) =>
      task.change ? { ...usual, change: { hazard: { own: economy.hazard.own + 0.1 } } } : task,
  },
};
