import { expect, it } from 'vitest';
import type { KernelOutcome } from '../../bench/kernel/kernel.ts';
import { kernelWithColumns } from '../../bench/kernel/with-columns.ts';
import { kernelWithFlocc } from '../../bench/kernel/with-flocc.ts';
import { engineLuck, plainLuck } from '../../bench/kernel/luck.ts';
import { seedKey } from '../../src/random/seed.ts';
import { apart } from './apart.ts';

it('the kernel written for flocc and in columns is the same: same draws, same outcome', () => {
  const seed = seedKey('kernel', 0);
  const flocc = kernelWithFlocc(5000, 12, engineLuck(seed));
  expect(kernelWithColumns(5000, 12, seed)).toEqual(flocc);
  expect(flocc.defaults).toBeGreaterThan(1000);
});

it('with luck of its own each comes to the same approval and default', () => {
  const rates = ({ applications, approvals, defaults }: KernelOutcome) => ({
    approval: approvals / applications,
    default: defaults / approvals,
  });
  const seeds = [0, 1, 2, 3, 4, 5];
  const flocc = seeds.map((seed) => rates(kernelWithFlocc(1000, 12, plainLuck(`kernel/${seed}`))));
  const columns = seeds.map((seed) => rates(kernelWithColumns(1000, 12, seedKey('kernel', seed))));
  for (const name of ['approval', 'default'] as const) {
    const [a, b] = [flocc, columns].map((sample) => sample.map((one) => one[name]));
    expect(apart(a, b), name).toBeLessThan(4);
  }
});
