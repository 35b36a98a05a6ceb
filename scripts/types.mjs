/**
 * What the compiler makes of the sources' types is a file a source; users need those that the entries lead to. The rest
 * goes, and imports name files as the compiler of a user finds them.
 */
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const specifier = /((?:from|import)\s*\(?\s*['"])(\.{1,2}\/[^'"]+)\.ts(['"])/g;

/** @param folder of the types; entries are the files in it that users import */
export function keepReachable(folder, entries) {
  const wanted = new Set();
  const visit = (file) => {
    if (wanted.has(file)) return;
    wanted.add(file);
    const text = readFileSync(file, 'utf8');
    for (const [, , path] of text.matchAll(specifier))
      visit(`${resolve(dirname(file), path)}.d.ts`);
    writeFileSync(file, text.replaceAll(specifier, '$1$2.js$3'));
  };
  for (const entry of entries) visit(resolve(folder, entry));
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const file = resolve(join(folder, name));
    if (name.endsWith('.d.ts') && !wanted.has(file)) rmSync(file);
  }
}
