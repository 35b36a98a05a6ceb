import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { dirname, extname, join, relative, resolve } from 'node:path';

/** What a relative import may leave out. */
const endings = ['', '.ts', '.mts', '.js', '.mjs', '.cjs', '.json', '/index.ts', '/index.js'];

const relativeImport = /(?:from|import|require)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g;

/**
 * SHA-256 of a user's module, of all that it imports by a relative path and of the versions of packages that it imports, so
 * that finished work is reused only while none of it changed.
 *
 * @param path of the module, absolute
 */
export function hashOfModule(path: string): string {
  const hash = createHash('sha256');
  for (const file of filesOfModule(path)) {
    hash
      .update(`${relative(dirname(path), file)}\0`)
      .update(readFileSync(file))
      .update('\0');
    for (const version of packagesOf(file)) hash.update(`${version}\0`);
  }
  return hash.digest('hex');
}

const packageImport =
  /(?:from|import|require)\s*\(?\s*['"]((?:@[\w.-]+\/)?[\w-][\w.-]*)(?:\/[^'"]*)?['"]/g;

/** The packages that a file imports, each with its version; those that are not there have none. */
function packagesOf(file: string): string[] {
  const names = Array.from(
    readFileSync(file, 'utf8').matchAll(packageImport),
    ([, name = '']) => name,
  );
  return [...new Set(names)].toSorted().flatMap((name) => {
    // What comes from 'creditlab' is this program itself.
    const isHere = isBuiltin(name) || name === 'creditlab';
    const version = isHere ? undefined : versionOf(name, dirname(file));
    return version === undefined ? [] : `${name}@${version}`;
  });
}

/** Of the nearest package of this name, as Node would find it from a folder. */
function versionOf(name: string, folder: string): string | undefined {
  for (let at = folder; ; at = dirname(at)) {
    const path = join(at, 'node_modules', name, 'package.json');
    if (isFile(path)) {
      const about: unknown = JSON.parse(readFileSync(path, 'utf8'));
      const known = typeof about === 'object' && about !== null && 'version' in about;
      return known ? String(about.version) : undefined;
    }
    if (at === dirname(at)) return undefined;
  }
}

/** A user's module and all that it imports by relative paths, as absolute paths. */
export function filesOfModule(path: string): string[] {
  return [...filesFrom(path, new Set())];
}

function filesFrom(path: string, seen: Set<string>): Set<string> {
  if (seen.has(path)) return seen;
  seen.add(path);
  for (const [, reference = ''] of readFileSync(path, 'utf8').matchAll(relativeImport)) {
    const bare = resolve(dirname(path), reference);
    // TypeScript sources may name the file that a compiler would make of them.
    const stems = extname(bare) === '.js' ? [bare, `${bare.slice(0, -3)}.ts`] : [bare];
    const imported = stems.flatMap((stem) => endings.map((ending) => stem + ending)).find(isFile);
    if (imported !== undefined) filesFrom(imported, seen);
  }
  return seen;
}

function isFile(path: string): boolean {
  return existsSync(path) && statSync(path).isFile();
}
