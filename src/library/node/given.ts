import { fileURLToPath } from 'node:url';
import { UserError } from '../../errors.ts';
import { readExtended, readScenario } from '../../scenario/index.ts';
import type { Overrides, Scenario } from '../../scenario/index.ts';
import { loadExternalInstitution } from '../../scenario/institutions/external.ts';
import { loadFromDisk } from '../../scenario/load.ts';
import { parseScenario } from '../../scenario/parse.ts';
import { withModules, type Loaders } from '../modules.ts';
import { overridesOf, type MarketOptions, type ScenarioObject } from '../options.ts';

/** A scenario: the id of a shipped one, the path of a file, its text (of more than one line), or an object. */
export type Given = string | URL | ScenarioObject;

/** Institutions of the options, then files. */
export function loadersOf({ modules }: MarketOptions): Loaders {
  return withModules(modules, { module: loadFromDisk, institution: loadExternalInstitution });
}

/**
 * The scenario that is meant, resolved and checked.
 *
 * @param more what a verb asks for beyond the options
 * @throws UserError with every problem found
 */
export async function scenarioOf(
  given: Given,
  options: MarketOptions,
  more: Overrides = {},
): Promise<Scenario> {
  const overrides = { ...overridesOf(options), ...more };
  const { module: load } = loadersOf(options);
  return parseScenario(sourceOf(given, options.name), { read: readExtended, load }, overrides);
}

function sourceOf(given: Given, name = 'scenario') {
  if (given instanceof URL) return readScenario(fileURLToPath(given));
  if (typeof given === 'string')
    return given.includes('\n') ? { name, text: given } : readScenario(given);
  if (typeof given === 'object' && given !== null && !Array.isArray(given))
    return { name, data: given };
  const hint = 'give the id of a shipped one, a path, its text, or an object';
  throw new UserError([{ message: 'this is no scenario', hint }]);
}
