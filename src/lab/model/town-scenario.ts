import type { Bench, Settings, Side } from './town.ts';

/** A scenario as the values of its file. */
export type ScenarioValues = Readonly<Record<string, unknown>>;

/** What towns of the lab extend: a scenario that states every number of the economy itself. */
const lectureId = 'lecture';

/**
 * The scenario of one town: what `creditlab run` takes, with the same people and the same luck as the other's.
 *
 * @param base id of the scenario that it extends
 */
export function townScenario(
  bench: Bench,
  side: Side,
  {
    base = lectureId,
    replicates = 1,
  }: { readonly base?: string; readonly replicates?: number } = {},
): ScenarioValues {
  const { seed, borrowers, quarters, burnIn } = bench;
  const { institution, with: values, world, set, phases } = bench[side];
  const hasValues = Object.keys(values).length > 0;
  return {
    version: 1,
    title: `Town ${side.toUpperCase()} of the lab`,
    question:
      'The same people and the same luck as in the other town. What does the institution change?',
    source: 'set at the bench of the lab',
    extends: base,
    seed,
    ...{ borrowers, quarters, burnIn, replicates: Math.max(replicates, bench.replicate + 1) },
    worlds: world === 'actual' ? ['actual'] : ['actual', world],
    reference: institution,
    institutions: [
      hasValues || phases
        ? { use: institution, ...(hasValues && { with: values }), ...(phases && { phases }) }
        : institution,
    ],
    ...economyOf({ ...bench.set, ...set }),
  };
}

/** Settings by key as the nested block of a file. */
function economyOf(settings: Settings): { readonly economy?: Record<string, Settings> } {
  const groups: Record<string, Record<string, number | boolean>> = {};
  for (const [key, value] of Object.entries(settings)) {
    const [, group, name] = key.split('.');
    (groups[group] ??= {})[name] = value;
  }
  return Object.keys(groups).length > 0 ? { economy: groups } : {};
}
