import { describe, expect, test } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { planOf, planText } from '../../src/run/plan.ts';
import { loadScenario } from '../../src/scenario/load.ts';

const gigabyte = 1e9;
const scenarioOf = (borrowers: number, replicates: number) =>
  loadScenario('tiny', { borrowers, replicates, institutions: ['none', 'government-led'] });

describe('the plan of a run', () => {
  test('gives each thread a market while there are as many', async () => {
    const plan = await planOf(await scenarioOf(1_000_000, 3), 4, 64 * gigabyte);
    expect(plan).toMatchObject({ jobs: 6, lanes: 4, threadsPerJob: 1 });
  });

  test('lets threads share a market where there are fewer, and it is large', async () => {
    const large = await planOf(await scenarioOf(1_000_000, 1), 8, 64 * gigabyte);
    expect(large).toMatchObject({ jobs: 2, lanes: 2, threadsPerJob: 4 });
    const small = await planOf(await scenarioOf(20_000, 1), 8, 64 * gigabyte);
    expect(small).toMatchObject({ lanes: 2, threadsPerJob: 1 });
  });

  test('needs no threads for a small run, unless some are asked for, and says so', async () => {
    const scenario = await scenarioOf(500, 2);
    const small = await planOf(scenario, undefined, 64 * gigabyte);
    expect(small).toMatchObject({ withoutThreads: true, lanes: 1, threadsPerJob: 1 });
    expect(planText(scenario, small)).toContain('; 1 thread, about');
    const asked = await planOf(scenario, 2, 64 * gigabyte);
    expect(asked).toMatchObject({ withoutThreads: false, lanes: 2 });
    const [first, ...others] = scenario.institutions;
    const path = new URL('plug-ins/bureau.js', import.meta.url).pathname;
    const mine = { ...first, from: { kind: 'module', path, hash: '' } } as const;
    const withModule = { ...scenario, institutions: [mine, ...others] };
    const guarded = await planOf(withModule, undefined, 64 * gigabyte);
    expect(guarded.withoutThreads).toBe(false);
    const large = await planOf(await scenarioOf(50_000, 2), undefined, 64 * gigabyte);
    expect(large.withoutThreads).toBe(false);
  });

  test('runs markets that do not fit beside each other one at a time', async () => {
    const scenario = await scenarioOf(2_500_000, 5);
    const plan = await planOf(scenario, 2, 2 * gigabyte);
    expect(plan).toMatchObject({ lanes: 1, threadsPerJob: 2 });
    expect(planText(scenario, plan)).toMatch(
      /2 threads, several to a market, about \d+ MB \(\d+ bytes for each borrower of a market\)$/,
    );
  });

  test('refuses a market that does not fit, and says how large one would', async () => {
    const refusal = await planOf(await scenarioOf(50_000_000, 1), 2, 2 * gigabyte).catch(
      (error: unknown) => error,
    );
    expect(refusal).toBeInstanceOf(UserError);
    const { message, hint = '' } = (refusal as UserError).problems[0];
    expect(message).toMatch(
      /^50,000,000 borrowers need \d+(\.\d+)? GB \(\d+ bytes each\); there are 1\.5 GB/,
    );
    const fits = Number(/at most ([\d,]+) borrowers/.exec(hint)?.[1].replaceAll(',', ''));
    await expect(planOf(await scenarioOf(fits, 1), 2, 2 * gigabyte)).resolves.toBeDefined();
    await expect(planOf(await scenarioOf(fits + 3000, 1), 2, 2 * gigabyte)).rejects.toThrow(
      'borrowers need',
    );
  });
});
