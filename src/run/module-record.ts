import { sightsOf } from '../figures/who-sees-what.ts';
import { copyNames, modulesOf, type ModuleRecord } from '../folder/index.ts';
import type { LoadInstitution, Scenario } from '../scenario/index.ts';

/**
 * What report and figures need of the modules that a scenario names, as data, so that whoever opens the results runs no
 * code of theirs; undefined if it names none.
 */
export async function recordOfModules(
  scenario: Scenario,
  load: LoadInstitution,
): Promise<ModuleRecord | undefined> {
  const modules = modulesOf(scenario);
  if (modules.length === 0) return undefined;
  const institutions: Record<string, ModuleRecord['institutions'][string]> = {};
  for (const { owner, path } of modules) {
    const { id, label, facts, parameters } = await load(path);
    institutions[copyNames(owner, path).get(path) ?? path] = { id, label, facts, parameters };
  }
  return { institutions, sights: await sightsOf(scenario, load) };
}
