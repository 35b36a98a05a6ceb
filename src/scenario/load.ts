import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, relative, resolve } from 'node:path';
import { UserError } from '../errors.ts';
import { loadExternalInstitution } from './institutions/external.ts';
import { didYouMean, nearest } from '../suggest.ts';
import type { LoadModule } from './candidates.ts';
import type { ReadExtended, Source } from './layers.ts';
import { hashOfModule } from './module-hash.ts';
import type { Overrides } from './overrides.ts';
import { parseScenario } from './parse.ts';
import type { Scenario } from './scenario.ts';
import { shippedPath, shippedScenarios, yamlFiles } from './shipped.ts';

/**
 * The scenario in a file, with all it extends.
 *
 * @param name path of the file, or the id of a shipped scenario
 * @throws UserError with every problem found
 */
export async function loadScenario(name: string, overrides: Overrides = {}): Promise<Scenario> {
  return parseScenario(readScenario(name), { read, load }, overrides);
}

function readScenario(name: string): Source {
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

const read: ReadExtended = (reference, from) => {
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

const load: LoadModule = async (reference, from) => {
  const path = resolve(dirname(from), reference);
  const institution = await loadExternalInstitution(path);
  return { path, hash: hashOfModule(path), institution };
};

/** A bare word is an id, anything with a dot or slash a path. */
function isId(name: string): boolean {
  return !/[./\\]/.test(name);
}

function readText(path: string): Source {
  const name = displayName(path);
  try {
    return { name, text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)) };
  } catch (error) {
    throw new UserError([{ message: `${name}: ${whyUnread(error)}`, ...hintFor(path) }], {
      cause: error,
    });
  }
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
  const beside = yamlFiles(dirname(path));
  const guess = nearest(basename(path), beside);
  if (guess !== undefined && guess !== basename(path)) {
    return { hint: `did you mean ${displayName(resolve(dirname(path), guess))}?` };
  }
  const known = `shipped scenarios: ${shippedScenarios().join(', ')}`;
  return beside.includes(basename(path)) ? {} : { hint: known };
}

/** A path as one would type it here. */
function displayName(path: string): string {
  const short = relative('', path);
  return short.startsWith('..') || isAbsolute(short) || short === '' ? path : short;
}
