import { seedKey } from '../../src/random/seed.ts';
import type { KernelOutcome } from '../kernel/kernel.ts';
import { kernelWithColumns } from '../kernel/with-columns.ts';
import { kernelWithFlocc } from '../kernel/with-flocc.ts';
import { clocked, type Task } from '../measurement.ts';
import { plainLuck } from '../kernel/luck.ts';

/** The kernel in flocc. Work: borrower-quarters. */
export function flocc({ borrowers, quarters }: Task) {
  kernelWithFlocc(1000, 8, plainLuck('warm-up'));
  return clocked(borrowers * quarters, () =>
    rates(kernelWithFlocc(borrowers, quarters, plainLuck('bench'))),
  );
}

/** The kernel in columns. Work: borrower-quarters. */
export function columns({ borrowers, quarters, repeats }: Task) {
  kernelWithColumns(10_000, 20, seedKey('warm-up', 0));
  return clocked(repeats * borrowers * quarters, () => {
    const total = { applications: 0, approvals: 0, defaults: 0 };
    for (let repeat = 0; repeat < repeats; repeat++) {
      const outcome = kernelWithColumns(borrowers, quarters, seedKey('bench', repeat));
      total.applications += outcome.applications;
      total.approvals += outcome.approvals;
      total.defaults += outcome.defaults;
    }
    return rates(total);
  });
}

const rates = ({ applications, approvals, defaults }: KernelOutcome) => ({
  approval: approvals / applications,
  default: defaults / approvals,
});
