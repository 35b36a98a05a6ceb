import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, extname, relative, resolve } from 'node:path';

/** What a relative import may leave out. */
const endings = ['', '.ts', '.mts', '.js', '.mjs', '.cjs', '.json', '/index.ts', '/index.js'];

const relativeImport = /(?:from|import|require)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g;

/**
 * SHA-256 of a user's module and of all that it imports by a relative path, so that finished work is
 * reused only while none of it changed. Packages that it imports are not looked into.
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
  }
  return hash.digest('hex');
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
