import { resolve, dirname } from 'node:path';
import type { LoadModule } from './candidates.ts';
import { readExtended, readScenario } from './disk.ts';
import { loadExternalInstitution } from './institutions/external.ts';
import { hashOfModule } from './module-hash.ts';
import type { Overrides } from './overrides.ts';
import { parseScenario } from './parse.ts';
import type { Scenario } from './scenario.ts';

/**
 * The scenario in a file, with all it extends.
 *
 * @param name path of the file, or the id of a shipped scenario
 * @throws UserError with every problem found
 */
export async function loadScenario(name: string, overrides: Overrides = {}): Promise<Scenario> {
  return parseScenario(readScenario(name), { read: readExtended, load: loadFromDisk }, overrides);
}

/** A user's own module, by its path from the file that names it. */
export const loadFromDisk: LoadModule = async (reference, from) => {
  const path = resolve(dirname(from), reference);
  const institution = await loadExternalInstitution(path);
  return { path, hash: hashOfModule(path), institution };
};
