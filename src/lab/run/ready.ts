import type { Scenario } from '../../scenario/index.ts';
import { townScenario } from '../model/town-scenario.ts';
import type { Bench, Side } from '../model/town.ts';

/** Scenarios that were read when the lab was built, so that nobody waits for that: one, and where others differ from it. */
export interface ReadyTowns {
  readonly base: Scenario;
  readonly differing: Readonly<Record<string, Partial<Scenario>>>;
}

/** All that a town's scenario is read from, but for the seed and the replicate, which change nothing else. */
const keyOf = (bench: Bench, side: Side) =>
  JSON.stringify(townScenario({ ...bench, seed: '', replicate: 0 }, side));

/** The scenario of a town as reading it gives it, if it was read already. */
export function readyTown(
  { base, differing }: ReadyTowns,
  bench: Bench,
  side: Side,
): Scenario | undefined {
  const found = differing[keyOf(bench, side)];
  const { seed, replicate } = bench;
  return found && { ...base, ...found, seed, replicates: replicate + 1 };
}

/**
 * Towns that the page can begin with, read.
 *
 * @param read what reads the scenario of one
 */
export async function readyTowns(
  benches: readonly [Bench, ...Bench[]],
  read: (bench: Bench, side: Side) => Promise<Scenario>,
): Promise<ReadyTowns> {
  const base = await read(benches[0], 'a');
  const texts = new Map(Object.entries(base).map(([key, value]) => [key, JSON.stringify(value)]));
  const differing: Record<string, Partial<Scenario>> = {};
  for (const bench of benches) {
    for (const side of ['a', 'b'] as const) {
      const entries = Object.entries(await read(bench, side));
      const others = entries.filter(([key, value]) => JSON.stringify(value) !== texts.get(key));
      differing[keyOf(bench, side)] = Object.fromEntries(others);
    }
  }
  return { base, differing };
}
