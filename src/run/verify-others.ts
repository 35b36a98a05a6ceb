import type { Manifest } from '../folder/index.ts';
import { readFolder } from '../folder/read-folder.ts';
import { inOrderOfRecord, simulateScenario, type JobTools } from '../jobs/index.ts';
import type { Row } from '../measures/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { isOfModule } from './module-thread.ts';
import type { Difference } from './verify.ts';

/** A scenario with those of its institutions that run no code of a module's; undefined if there are none. */
export function withoutModules(scenario: Scenario): Scenario | undefined {
  const institutions = scenario.institutions.filter((choice) => !isOfModule(choice));
  const [first] = institutions;
  if (first === undefined || scenario.design) return undefined;
  const isThere = institutions.some(({ id }) => id === scenario.reference);
  return { ...scenario, institutions, reference: isThere ? scenario.reference : first.id };
}

/**
 * Simulates the institutions of a folder that run no module's code again, and compares each of their rows, bit by bit.
 *
 * @param scenario as `withoutModules` gives it
 */
export async function differenceOfOthers(
  folder: string,
  scenario: Scenario,
  means: Omit<JobTools, 'store'>,
): Promise<Difference> {
  const ids = new Set(scenario.institutions.map(({ id }) => id));
  const { rows: all } = await readFolder(folder);
  const stored = all.filter(({ institution }) => ids.has(institution));
  const again = await simulateScenario(inOrderOfRecord(scenario), means);
  const key = (row: Row) =>
    [row.institution, row.world, row.replicate, row.quarter, row.measure].join('/');
  const values = new Map(stored.map((row) => [key(row), row.value]));
  if (values.size !== again.length) {
    return `results.parquet: ${values.size} rows where ${again.length} were made again`;
  }
  const parted = again.find((row) => !Object.is(values.get(key(row)), row.value));
  if (!parted) return undefined;
  return `results.parquet: ${key(parted)} is ${values.get(key(parted))}, made again ${parted.value}`;
}

/** What is not made again unless its code is trusted: institutions and facts, each with its module. */
export function untrusted({ scenario, evidence }: Manifest): string[] {
  const facts = (evidence?.facts ?? []).filter(({ file }) => file !== undefined);
  return [
    ...scenario.institutions.filter(isOfModule).map(({ id }) => id),
    ...facts.map(({ id }) => `fact ${id}`),
  ];
}
