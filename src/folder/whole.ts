import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { UserError, type Problem } from '../errors.ts';
import { hashOfFile } from './hash.ts';
import { manifestName, type Manifest } from './manifest.ts';
import { drawnIn, listName } from './publish/drawn-list.ts';
import { pathInside } from './publish/inside.ts';

/** What the files of a folder are beside what is recorded of them. */
export interface FileChanges {
  readonly changed: readonly string[];
  readonly missing: readonly string[];
}

/** How the files that a manifest names stand, by their hashes. Nothing outside the folder is read. */
export function resultsStanding(folder: string, { files }: Pick<Manifest, 'files'>): FileChanges {
  return standing(folder, files, manifestName);
}

/** The same of the files that were drawn, or put beside the results. */
export function drawnStanding(folder: string): FileChanges {
  return standing(folder, drawnIn(folder), listName);
}

function standing(
  folder: string,
  files: readonly { readonly name: string; readonly sha256?: string | undefined }[],
  by: string,
): FileChanges {
  const changed: string[] = [];
  const missing: string[] = [];
  for (const { name, sha256 } of files) {
    const path = pathInside(folder, name, join(folder, by));
    const hash = hashIfAny(path);
    if (hash === undefined) missing.push(name);
    else if (sha256 !== undefined && hash !== sha256) changed.push(name);
  }
  return { changed, missing };
}

/**
 * Makes sure, before they are read, that the results in a folder are those that its manifest names.
 *
 * @throws UserError that names every file that is missing or was changed
 */
export function requireWhole(folder: string, manifest: Pick<Manifest, 'files'>): void {
  const problems = problemsOf(folder, resultsStanding(folder, manifest));
  const last = problems.pop();
  if (!last) return;
  const hint = 'run the scenario again; finished work is reused (--force replaces changed files)';
  throw new UserError([...problems, { ...last, hint }]);
}

/**
 * Makes sure that results and what was drawn of them are what creditlab wrote.
 *
 * @throws UserError that names every file that is missing or was changed
 */
export function requireUntouched(folder: string, manifest: Pick<Manifest, 'files'>): void {
  const standings = [resultsStanding(folder, manifest), drawnStanding(folder)];
  const problems = standings.flatMap((one) => problemsOf(folder, one));
  if (problems.length > 0) throw new UserError(problems);
}

/** What is not as it was recorded, as problems. */
function problemsOf(folder: string, { changed, missing }: FileChanges): Problem[] {
  return [
    ...missing.map((name) => ({ file: join(folder, name), message: 'is missing' })),
    ...changed.map((name) => {
      const message = 'is not the file that was written: it was changed since';
      return { file: join(folder, name), message };
    }),
  ];
}

/** Files in a folder that nothing of creditlab's names, apart from hidden ones. */
export function extraIn(folder: string, { files }: Pick<Manifest, 'files'>): string[] {
  const known = new Set([manifestName, ...[...files, ...drawnIn(folder)].map(({ name }) => name)]);
  const all: string[] = [];
  const look = (inside: string) => {
    for (const entry of readdirSync(join(folder, inside), { withFileTypes: true })) {
      if (entry.name.startsWith('.')) continue;
      const name = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (entry.isDirectory()) look(name);
      else if (!known.has(name)) all.push(name);
    }
  };
  look('');
  return all.toSorted();
}

function hashIfAny(path: string): string | undefined {
  try {
    return hashOfFile(path);
  } catch {
    return undefined;
  }
}
