import { existsSync, rmSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { UserError } from '../errors.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { requireWritable, writeTogether, type Content } from './files.ts';
import { manifestIfAny, manifestName } from './manifest.ts';

/** Where finished jobs are kept inside an output folder. */
export const jobsFolder = '.jobs';

/**
 * Makes sure, before anything is simulated, that results of this scenario may go into this folder.
 *
 * @throws UserError if it cannot be written to, or holds the results of another scenario
 */
export function claim(folder: string, scenario: Scenario, force: boolean): void {
  requireWritable(folder);
  if (force) return;
  const earlier = manifestIfAny(folder);
  if (earlier?.scenario.id === scenario.id) return;
  const results = join(folder, 'results.csv');
  if (!earlier && !existsSync(results) && !existsSync(join(folder, manifestName))) return;
  const whose = earlier ? `the scenario "${earlier.scenario.id}"` : 'something else';
  throw new UserError([
    {
      message: `${folder} holds the results of ${whose}`,
      hint: 'give another folder with --out, or --force to replace them',
    },
  ]);
}

/**
 * Replaces the files of a run: the old manifest goes first and the new one comes last, so that a folder with
 * a manifest is always whole. Files that only the old run had are removed; strangers' files are left alone.
 */
export function publish(folder: string, files: ReadonlyMap<string, Content>): void {
  const earlier = manifestIfAny(folder);
  rmSync(join(folder, manifestName), { force: true });
  writeTogether(new Map([...files].map(([name, content]) => [join(folder, name), content])));
  for (const { name } of earlier?.files ?? []) {
    const inside = !name.split('/').includes('..') && !isAbsolute(name);
    if (inside && !files.has(name)) rmSync(join(folder, name), { force: true });
  }
}
