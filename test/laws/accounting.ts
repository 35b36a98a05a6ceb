import { worlds, type SumName } from '../../src/engine/index.ts';
import { allWithin, type Law } from './law.ts';
import { counted, withSum } from './ledgers.ts';
import { plain, shipped } from './markets.ts';

const tasks = shipped.map((institution) => ({
  ...plain,
  ...{ institution, worlds, borrowers: 1500, quarters: 26, burnIn: 12 },
  rules: { perks: 0.02, costPerReport: 0.001 },
  change: { misreporting: { share: 0.3 } },
}));

const made: readonly SumName[] = ['use', 'funding', 'time'];
const lost: readonly SumName[] = [
  ...(['outside', 'stigma', 'enforcement', 'collateralDestroyed', 'effortCost'] as const),
  ...(['leakLosses', 'perksLost', 'resources', 'institutionCost', 'misreportingCost'] as const),
];

/** docs/model.md, section 9.1. */
export const accounting: Law = {
  letter: 'a',
  says: 'Welfare is what is made less what is lost: every institution and world',
  bound: '≤ 1e-12 of the sums',
  tasks,
  judge: ({ ledger }) =>
    allWithin(
      tasks.flatMap((task) =>
        worlds.map((world) => {
          const sum = (name: SumName) => counted(ledger(task, world), name);
          const all = (names: readonly SumName[]) => names.reduce((s, name) => s + sum(name), 0);
          const gap = Math.abs(all(made) - all(lost) - sum('welfare'));
          return { value: gap / (sum('use') + all(lost)), where: `${task.institution}, ${world}` };
        }),
      ),
      -Infinity,
      1e-12,
      (value) => value.toExponential(1),
    ),
  fault: {
    says: 'a billionth of the stigma is booked to nobody',
    spoil: (ledger) => withSum(ledger, 'stigma', (value) => value * (1 + 1e-9)),
  },
};
