import { readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { UserError } from '../errors.ts';
import {
  becomings,
  filesOfModule,
  hashOfModule,
  mapOrigins,
  originsOf,
  type InstitutionChoice,
  type Scenario,
} from '../scenario/index.ts';
import type { Content } from './publish/files.ts';
import { pathInside } from './publish/inside.ts';

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
  const by = join(folder, 'manifest.json');
  return withModulePaths(scenario, (_, path) => resolve(pathInside(folder, path, by)));
}

/** A module that a scenario names. */
export interface NamedModule {
  /** Name of the folder of its copies. */
  readonly owner: string;
  /** Absolute. */
  readonly path: string;
}

/** The modules that a scenario names, those of later phases and of tiers included. */
export function modulesOf(scenario: Scenario): NamedModule[] {
  const found: NamedModule[] = [];
  withModulePaths(scenario, (owner, path) => {
    found.push({ owner, path });
    return path;
  });
  return found;
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
  const origins = scenario.institutions.flatMap(becomings).flatMap(({ from }) => originsOf(from));
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
  const placed = (from: InstitutionChoice['from'], owner: string) =>
    mapOrigins(from, (origin, tier) => {
      if (origin.kind !== 'module') return origin;
      const name = tier === undefined ? owner : `${owner}/${tier}`;
      return { ...origin, path: pathOf(name, origin.path) };
    });
  const institutions = scenario.institutions.map((choice) => ({
    ...choice,
    from: placed(choice.from, choice.id),
    ...(choice.phases && {
      phases: choice.phases.map((phase, k) => {
        const { becomes } = phase;
        if (!becomes) return phase;
        const from = placed(becomes.from, `${choice.id}/from-phase-${k + 1}`);
        return { ...phase, becomes: { ...becomes, from } };
      }),
    }),
  }));
  return { ...scenario, institutions };
}
