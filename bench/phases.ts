import { simulate } from '../src/engine/running/index.ts';
import { institutions } from '../src/institutions/registry.ts';
import { seedKey } from '../src/random/seed.ts';
import { loadScenario } from '../src/scenario/load.ts';

/**
 * What a phase costs a quarter: the same market with nothing that changes, with a phase that changes nothing, and with
 * several, in turn, in CPU time. Prints the ratios of the medians to the first.
 */
const { economy, lenders } = await loadScenario('baseline');
const market = {
  ...{ borrowers: 8192, quarters: 48, burnIn: 16, seed: seedKey('phases', 0) },
  ...{ economy, lenders },
};
const rules = institutions['market-led'].rules();
const idle = (from: number) => ({ from, rules });
const courses = {
  'without phases': { rules },
  'one phase that changes nothing': { rules, phases: [idle(16)] },
  'four phases, one announced': {
    rules,
    phases: [{ ...idle(16), announced: 12 }, idle(20), idle(28), idle(36)],
  },
  'a phase with erasure and backfill': {
    rules,
    phases: [{ ...idle(16), erase: {}, backfill: 8 }],
  },
};
const rounds = 7;
const times = new Map(Object.keys(courses).map((name) => [name, [] as number[]]));
for (let round = -1; round < rounds; round++) {
  for (const [name, institution] of Object.entries(courses)) {
    const before = process.cpuUsage();
    simulate(market, institution);
    const { user, system } = process.cpuUsage(before);
    if (round >= 0) times.get(name)?.push((user + system) / 1e6);
  }
}
const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
const [first = NaN] = [...times.values()].map(median);
for (const [name, values] of times) {
  const seconds = median(values);
  const range = `${Math.min(...values).toFixed(2)} to ${Math.max(...values).toFixed(2)}`;
  console.log(`${name}: ${seconds.toFixed(2)} s CPU (${range}), ${(seconds / first).toFixed(3)}`);
}
