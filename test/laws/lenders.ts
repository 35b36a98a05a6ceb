import { allWithin, fixed, type Expectation, type Fault, type Found, type Law } from './law.ts';
import { pooled, valueOf } from './ledgers.ts';
import { core, coreTasks, shipped } from './markets.ts';
import type { Task } from './task.ts';

/** A measure by institution, all seeds taken together. */
function together({ ledger }: Found, id: string) {
  return shipped.map((institution) => ({
    value: valueOf(pooled(core[institution].map((task) => ledger(task))), id),
    where: institution,
  }));
}

/** A measure of every single market. */
function apart({ ledger }: Found, id: string) {
  return coreTasks.map((task) => ({
    value: valueOf(ledger(task), id),
    where: `${task.institution}, seed ${task.seed}`,
  }));
}

const fewSeeds = (task: Task): Task => ({ ...task, institution: 'none', seed: 0 });
const cannotLearn: Fault = {
  says: 'lenders believe in 2 % of defaults and hardly learn',
  instead: (task) => ({
    ...fewSeeds(task),
    change: { scorecard: { priorIntercept: -4, stepLimit: 0.01, decay: 0.999 } },
  }),
};

export const lenders: readonly Law[] = [
  {
    letter: 'b',
    says: 'Each lender’s estimate is its default: |estimate − default|',
    bound: '≤ .02',
    tasks: coreTasks,
    judge: (found) => allWithin(together(found, 'lender-calibration-gap'), -Infinity, 0.02),
    fault: cannotLearn,
  },
  {
    letter: 'b',
    says: 'The same in each fifth of its prices',
    bound: '≤ .04',
    tasks: coreTasks,
    judge: (found) => allWithin(together(found, 'lender-price-gap'), -Infinity, 0.04),
    fault: cannotLearn,
  },
  {
    letter: 'b',
    says: 'No lender loses: lowest realised profit of what it lent',
    bound: '≥ −.01',
    tasks: coreTasks,
    judge: (found) => allWithin(together(found, 'lender-worst-profit'), -0.01, Infinity),
    fault: cannotLearn,
  },
  {
    letter: 'c',
    says: 'A lender’s share of loans less its share of askings',
    bound: 'within .06',
    tasks: coreTasks,
    judge: (found) => allWithin(together(found, 'lender-share-gap'), -Infinity, 0.06),
    fault: {
      says: 'the largest bank works for 2 % less',
      instead: (task) => ({ ...fewSeeds(task), lenders: { 'bank-1': { operating: 0.02 } } }),
    },
  },
  {
    letter: 'd',
    says: 'Mean life PD at signing less default',
    bound: 'within .01; a tenth of default above .10',
    tasks: coreTasks,
    judge: (found) => {
      const gaps = together(found, 'life-pd-gap');
      const rates = together(found, 'default-rate');
      const over = gaps.map(({ value, where }, k) => ({
        where: `${where}: ${fixed(value)} at ${fixed(rates[k].value)}`,
        value: Math.abs(value) / Math.max(0.01, rates[k].value > 0.1 ? rates[k].value / 10 : 0),
      }));
      return allWithin(over, -Infinity, 1, (value) => `${fixed(value, 2)} of the bound`);
    },
    fault: {
      says: 'later loans, which borrowers do not foresee, weigh ten times as much',
      instead: (task) => ({ ...fewSeeds(task), change: { hazard: { debt: 4 } } }),
    },
  },
];

const single = (
  says: string,
  id: string,
  bound: string,
  low: number,
  high: number,
): Expectation => ({
  ...{ letter: 'b', says: `In each single market: ${says}`, bound, tasks: coreTasks },
  judge: (found) => allWithin(apart(found, id), low, high),
});

export const singleMarkets: readonly Expectation[] = [
  single('|estimate − default|', 'lender-calibration-gap', '≤ .02', -Infinity, 0.02),
  single('the same by fifth of price', 'lender-price-gap', '≤ .04', -Infinity, 0.04),
  single('lowest realised profit', 'lender-worst-profit', '≥ −.01', -0.01, Infinity),
  single('share of loans less share of askings', 'lender-share-gap', '≤ .06', -Infinity, 0.06),
  single('mean life PD less default', 'life-pd-gap', 'within .01', -0.01, 0.01),
];
