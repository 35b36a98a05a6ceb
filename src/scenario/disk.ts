import { existsSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, isAbsolute, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError, type Problem } from '../errors.ts';
import { programFolder } from '../program-folder.ts';
import { didYouMean, nearest } from '../suggest.ts';
import { oddSignAt } from '../text/odd-signs.ts';
import { readYaml } from './yaml/document.ts';
import type { ReadExtended, Source } from './layers.ts';

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

/** Ids of the shipped sets of vectors that fit: files of points beside the scenarios. */
function shippedEnsembles(): string[] {
  return pointFiles(scenarioFolder)
    .map((name) => basename(name, '.csv'))
    .toSorted();
}

export function ensemblePath(id: string): string {
  return resolve(scenarioFolder, `${id}.csv`);
}

/** What was counted over a shipped set of vectors (npm run docs:ensemble). */
export function standingsPath(id: string): string {
  return resolve(scenarioFolder, `${id}.standings.json`);
}

function shippedPath(id: string): string {
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
const yamlFiles = (folder: string): string[] => filesOf(folder, /\.ya?ml$/);
const pointFiles = (folder: string): string[] => filesOf(folder, /\.csv$/);

function filesOf(folder: string, named: RegExp): string[] {
  try {
    return readdirSync(folder).filter((name) => named.test(name));
  } catch {
    return [];
  }
}

function textAt(data: unknown, key: string): string {
  const value: unknown =
    typeof data === 'object' && data !== null ? Reflect.get(data, key) : undefined;
  const text: unknown =
    typeof value === 'object' && value !== null ? Reflect.get(value, 'en') : value;
  return typeof text === 'string' ? text : '';
}

/**
 * The text of a scenario file.
 *
 * @param name path of the file, or the id of a shipped scenario
 * @throws UserError if there is none
 */
export function readScenario(name: string): Source {
  if (!isId(name)) return readText(resolve(name));
  const shipped = shippedScenarios();
  if (shipped.includes(name)) return readText(shippedPath(name));
  if (existsSync(name)) return readText(resolve(name));
  throw new UserError([
    {
      message: `no shipped scenario and no file is called "${name}"`,
      hint: didYouMean(name, shipped),
    },
  ]);
}

/** What files extend, and files of points, on the disk. */
export const readExtended: ReadExtended = (reference, from, what = 'scenario') => {
  if (what === 'points') return plain(readPoints(reference, from));
  if (!isId(reference)) return readText(resolve(dirname(from), reference));
  const shipped = shippedScenarios();
  if (shipped.includes(reference)) return readText(shippedPath(reference));
  throw new UserError([
    {
      message: `no shipped scenario "${reference}"`,
      hint: `${didYouMean(reference, shipped)}. A file of your own begins with ./`,
    },
  ]);
};

/** A file of points, or a shipped set of vectors. */
function readPoints(id: string, from: string): Source {
  if (!isId(id)) return readText(resolve(dirname(from), id));
  const shipped = shippedEnsembles();
  if (shipped.includes(id)) return readText(ensemblePath(id));
  throw new UserError([
    {
      message: `no shipped set of vectors "${id}"`,
      hint: `${didYouMean(id, shipped)}. A file of your own begins with ./ or ends in .csv`,
    },
  ]);
}

/** A table of which nothing shows otherwise than it reads; scenarios are looked at where YAML is read. */
function plain(source: Source): Source {
  const problems: Problem[] = [];
  for (const [i, line] of source.text.split(/\r?\n|\r/).entries()) {
    const at = oddSignAt(line.replaceAll('\t', ' '));
    if (!at) continue;
    const place = { file: source.name, line: i + 1, column: at.index + 1 };
    problems.push({ ...place, message: `the text holds ${at.name}`, hint: 'write it without' });
  }
  if (problems.length > 0) throw new UserError(problems);
  return source;
}

/** A bare word is an id, anything with a dot or slash a path. */
function isId(name: string): boolean {
  return !/[./\\]/.test(name);
}

function readText(path: string): Source {
  const name = displayName(path);
  requireSmall(path, name);
  try {
    return { name, text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)) };
  } catch (error) {
    throw new UserError([{ message: `${name}: ${whyUnread(error)}`, ...hintFor(path) }], {
      cause: error,
    });
  }
}

/** Bytes that a scenario may have, and a file of points. */
const mostBytes = { scenario: 1_000_000, points: 50_000_000 } as const;

/**
 * Files of other kinds may never end, and a scenario is written by hand. What is not there is told later.
 *
 * @throws UserError if it is no regular file, or too large
 */
export function requireSmall(path: string, name: string): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats || stats.isDirectory()) return;
  // What the system makes up as it is read may never end.
  if (!stats.isFile() || /^\/(?:proc|sys)\//.test(realpathSync(path))) {
    const hint = 'save what it gives as a file, and name that';
    throw new UserError([{ message: `${name}: is not a regular file`, hint }]);
  }
  const most = path.endsWith('.csv') ? mostBytes.points : mostBytes.scenario;
  if (stats.size <= most) return;
  const message = `${name}: has ${Math.ceil(stats.size / 1e6)} MB; at most ${most / 1e6} MB are read`;
  throw new UserError([
    { message, hint: 'a scenario says only what differs from what it extends' },
  ]);
}

function whyUnread(error: unknown): string {
  if (error instanceof TypeError) return 'is not UTF-8 text; save it as UTF-8';
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'there is no such file';
  if (code === 'EISDIR') return 'is a folder; name a scenario file in it';
  return `cannot be read (${String(code ?? error)})`;
}

/** What stands beside a file that is not there. */
function hintFor(path: string): { readonly hint?: string } {
  const isOfPoints = path.endsWith('.csv');
  const beside = isOfPoints ? pointFiles(dirname(path)) : yamlFiles(dirname(path));
  const guess = nearest(basename(path), beside);
  if (guess !== undefined && guess !== basename(path)) {
    return { hint: `did you mean ${displayName(resolve(dirname(path), guess))}?` };
  }
  const known = isOfPoints
    ? `shipped sets of vectors: ${shippedEnsembles().join(', ')}`
    : `shipped scenarios: ${shippedScenarios().join(', ')}`;
  return beside.includes(basename(path)) ? {} : { hint: known };
}

/** A path as one would type it here. */
function displayName(path: string): string {
  const short = relative('', path);
  return short.startsWith('..') || isAbsolute(short) || short === '' ? path : short;
}
