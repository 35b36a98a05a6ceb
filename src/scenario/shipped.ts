import { readdirSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { programFolder } from '../program-folder.ts';
import { readYaml } from './document.ts';

/** Where the shipped scenarios are. */
export const scenarioFolder = fileURLToPath(new URL('scenarios/', programFolder));

/** Ids of the shipped scenarios, and of those that a user has put beside them. */
export function shippedScenarios(): string[] {
  return shippedIds().filter((id) => !isOfTargets(id));
}

/** Ids of the shipped files of targets: they lie beside the scenarios and are no scenarios themselves. */
export function shippedTargets(): string[] {
  return shippedIds().filter(isOfTargets);
}

const isOfTargets = (id: string) => id.startsWith('targets-');

function shippedIds(): string[] {
  return yamlFiles(scenarioFolder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => basename(name, '.yaml'))
    .toSorted();
}

export function shippedPath(id: string): string {
  return resolve(scenarioFolder, `${id}.yaml`);
}

/** What each of them says of itself; nothing where a file cannot be understood. */
export function describeShipped(): { id: string; title: string; question: string }[] {
  return shippedScenarios().map((id) => {
    const { data } = readYaml(id, readFileSync(shippedPath(id), 'utf8'), []);
    return { id, title: textAt(data, 'title'), question: textAt(data, 'question') };
  });
}

/** Names of the YAML files in a folder; none if it cannot be read. */
export function yamlFiles(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => /\.ya?ml$/.test(name));
  } catch {
    return [];
  }
}

function textAt(data: unknown, key: string): string {
  const value: unknown =
    typeof data === 'object' && data !== null ? Reflect.get(data, key) : undefined;
  return typeof value === 'string' ? value : '';
}
