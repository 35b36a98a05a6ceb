import { readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { UserError } from '../errors.ts';
import {
  filesOfModule,
  hashOfModule,
  mapOrigins,
  originsOf,
  type Scenario,
} from '../scenario/index.ts';
import type { Content } from './publish/files.ts';

/**
 * Users' modules in an output folder: it keeps copies of them and of what they import by relative paths,
 * so that the folder proves itself on any machine and names no path of this one.
 */

/** The scenario as the manifest holds it: modules by the name of their copy. */
export function forRecord(scenario: Scenario): Scenario {
  return withModulePaths(scenario, (id, path) => copyNames(id, path).get(path) ?? path);
}

/** The scenario of a record in this folder, ready to be run: modules by the path of their copy. */
export function fromRecord(scenario: Scenario, folder: string): Scenario {
  return withModulePaths(scenario, (_, path) => resolve(folder, path));
}

/** Copies of the modules that a scenario names, by file name. */
export function moduleCopies(scenario: Scenario): Map<string, Content> {
  const copies = new Map<string, Content>();
  withModulePaths(scenario, (id, module) => {
    for (const [path, name] of copyNames(id, module)) copies.set(name, readFileSync(path));
    return module;
  });
  return copies;
}

/**
 * Makes sure that modules are those that a scenario was made with.
 *
 * @throws UserError if one is gone or was changed
 */
export function requireUnchangedModules(scenario: Scenario): void {
  const origins = scenario.institutions.flatMap(({ from }) => originsOf(from));
  const problems = origins.flatMap((from) => {
    if (from.kind !== 'module' || hashIfAny(from.path) === from.hash) return [];
    return { file: from.path, message: 'is not the module that the results were made with' };
  });
  if (problems.length > 0) throw new UserError(problems);
}

function hashIfAny(path: string): string | undefined {
  try {
    return hashOfModule(path);
  } catch {
    return undefined;
  }
}

/** Name of the copy of each file of a module, by its path; the files keep their places to each other. */
export function copyNames(id: string, path: string): Map<string, string> {
  const files = filesOfModule(path);
  let root = dirname(path);
  while (files.some((file) => relative(root, file).startsWith('..'))) root = dirname(root);
  return new Map(
    files.map((file) => [file, `plug-ins/${id}/${relative(root, file).split(sep).join('/')}`]),
  );
}

/** @param pathOf told the name of the copies' folder: the institution's id, after it that of the tier if there are several */
function withModulePaths(
  scenario: Scenario,
  pathOf: (name: string, path: string) => string,
): Scenario {
  const institutions = scenario.institutions.map((choice) => ({
    ...choice,
    from: mapOrigins(choice.from, (from, tier) => {
      if (from.kind !== 'module') return from;
      const name = tier === undefined ? choice.id : `${choice.id}/${tier}`;
      return { ...from, path: pathOf(name, from.path) };
    }),
  }));
  return { ...scenario, institutions };
}
