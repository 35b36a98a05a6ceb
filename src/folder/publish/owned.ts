import { lstatSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { UserError, type Problem } from '../../errors.ts';
import { hashOfFile } from '../hash.ts';
import { drawnIn, listName } from './drawn-list.ts';
import { pathInside } from './inside.ts';

/** What every manifest of ours has said, whatever its version: enough to know our own files. */
const anyManifest = z.object({
  format: z.number(),
  creditlab: z.string(),
  files: z.array(z.object({ name: z.string(), sha256: z.string() })),
});

/** The hash of each file in a folder that creditlab wrote; undefined where it noted none. */
type Owned = ReadonlyMap<string, string | undefined>;

/** Our own files in a folder, as its manifest, its list and the manifests of its experiments name them. */
function ownedIn(folder: string): Owned {
  const owned = new Map<string, string | undefined>();
  const add = (manifest: string, prefix = '') => {
    const files = filesNamedIn(join(folder, manifest));
    if (!files) return;
    owned.set(manifest, undefined);
    for (const { name, sha256 } of files) owned.set(`${prefix}${name}`, sha256);
  };
  add('manifest.json');
  const drawn = drawnIn(folder);
  for (const { name, sha256 } of drawn) owned.set(name, sha256);
  if (drawn.length > 0) owned.set(listName, undefined);
  return owned;
}

/** The files that an experiment of creditlab 0.1.0 left, which no list names. */
function ofExperiment(folder: string, name: string): string | undefined {
  const [, id] = /^experiments\/(.+?)(?:-summary|-manifest)?\.(?:csv|json|md)$/.exec(name) ?? [];
  if (id === undefined) return undefined;
  const files = filesNamedIn(join(folder, `experiments/${id}-manifest.json`));
  if (!files) return undefined;
  if (name.endsWith('-manifest.json')) return hashOfFile(join(folder, name));
  return files.find((file) => `experiments/${file.name}` === name)?.sha256;
}

function filesNamedIn(manifest: string) {
  try {
    return anyManifest.parse(JSON.parse(readFileSync(manifest, 'utf8'))).files;
  } catch {
    return undefined;
  }
}

/** What may not be overwritten: a file of somebody else's, or one of ours that was edited since. */
type Foreign = 'stranger' | 'edited';

/**
 * Why a file in a folder may not be replaced; undefined if it may, or is not there.
 *
 * @param now hash of what would take its place: the same bytes may always
 */
function foreign(folder: string, owned: Owned, name: string, now?: string): Foreign | undefined {
  const path = join(folder, name);
  let isFile: boolean;
  try {
    isFile = lstatSync(path).isFile();
  } catch {
    return undefined;
  }
  if (!isFile) return 'stranger';
  const isOurs = owned.has(name);
  const recorded = isOurs ? owned.get(name) : ofExperiment(folder, name);
  if (isOurs && recorded === undefined) return undefined;
  const hash = hashOfFile(path);
  if (hash === now || hash === recorded) return undefined;
  return recorded === undefined ? 'stranger' : 'edited';
}

/**
 * Makes sure that files may take these names in a folder.
 *
 * @param names by name the hash of what is to be written, if it is known
 * @param force edited files of our own may go; a stranger's never
 * @throws UserError that names every file in the way
 */
export function requireOurs(
  folder: string,
  names: ReadonlyMap<string, string | undefined>,
  force: boolean,
): void {
  const owned = ownedIn(folder);
  const problems: Problem[] = [];
  for (const [name, now] of names) {
    pathInside(folder, name, folder);
    const why = foreign(folder, owned, name, now);
    if (why === 'stranger') {
      const message = 'is not a file of creditlab’s, and would be overwritten';
      problems.push({ file: join(folder, name), message });
    } else if (why === 'edited' && !force) {
      const message = 'was edited since creditlab wrote it, and would be overwritten';
      problems.push({ file: join(folder, name), message });
    }
  }
  const last = problems.pop();
  if (!last) return;
  const hint = `move what you want to keep, or give another folder with --out${force ? '' : '; --force replaces edited files of creditlab’s own'}`;
  throw new UserError([...problems, { ...last, hint }]);
}
