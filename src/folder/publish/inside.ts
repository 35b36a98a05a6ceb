import { lstatSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { UserError } from '../../errors.ts';

/** Whether a name, with slashes, can only lie inside the folder that it is named from. */
export function staysInside(name: string): boolean {
  if (/^[A-Za-z]:/.test(name) || name.includes('\\') || name.includes('\0')) return false;
  return name.split('/').every((step) => !['', '.', '..'].includes(step));
}

/**
 * The path of a file in a folder that somebody else may have made.
 *
 * @param by the file that names it
 * @throws UserError if it lies outside, or a link leads there
 */
export function pathInside(folder: string, name: string, by: string): string {
  const path = join(folder, name);
  if (staysInside(name) && leadsInside(folder, path)) return path;
  const message = `names ${JSON.stringify(name.slice(0, 60))}, which lies outside the folder; nothing of it is used`;
  const hint = 'results that lead elsewhere were tampered with: make them again from the scenario';
  throw new UserError([{ file: by, message, hint }]);
}

/** Whether the nearest thing that there is on the way to a path lies in the folder, links followed. */
function leadsInside(folder: string, path: string): boolean {
  const root = realOf(folder);
  if (root === undefined) return true;
  const start = root.endsWith(sep) ? root : `${root}${sep}`;
  for (let at = path; at !== folder && at !== dirname(at); at = dirname(at)) {
    const real = realOf(at);
    if (real === '') return false;
    if (real !== undefined) return real === root || real.startsWith(start);
  }
  return true;
}

/** Undefined if there is nothing; empty if a link leads nowhere. */
function realOf(path: string): string | undefined {
  try {
    lstatSync(path);
  } catch {
    return undefined;
  }
  try {
    return realpathSync(path);
  } catch {
    return '';
  }
}
