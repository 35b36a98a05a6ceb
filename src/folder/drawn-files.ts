import { readFileSync, rmSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { writeTogether } from './files.ts';

/** Names the files that were drawn from the results of a folder, so that they can leave with those results. */
const listName = '.drawn.json';

const list = z.array(z.string());

/** Notes that these files, named from the folder, were drawn from the results in it. */
export function noteDrawn(folder: string, names: Iterable<string>): void {
  const all = [...new Set([...drawnIn(folder), ...names])].toSorted();
  writeTogether(new Map([[join(folder, listName), `${JSON.stringify(all, null, 2)}\n`]]));
}

/** Removes what was drawn from results that are no longer there: a report of other numbers would mislead. */
export function removeDrawn(folder: string): void {
  for (const name of drawnIn(folder)) {
    const inside = !name.split('/').includes('..') && !isAbsolute(name);
    if (inside) rmSync(join(folder, name), { force: true });
  }
  rmSync(join(folder, listName), { force: true });
}

function drawnIn(folder: string): string[] {
  try {
    return list.parse(JSON.parse(readFileSync(join(folder, listName), 'utf8')));
  } catch {
    return [];
  }
}
