import { existsSync, rmSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { UserError } from '../errors.ts';
import type { Scenario } from '../scenario/index.ts';
import { requireWritable, writeTogether, type Content, type Staged } from './files.ts';
import { manifestIfAny, manifestName, type Manifest } from './manifest.ts';
import { removeDrawn } from './drawn-files.ts';
import { sha256 } from './hash.ts';

/** Where finished jobs are kept inside an output folder. */
export const jobsFolder = '.jobs';

const resultsName = 'results.csv';

/**
 * Makes sure, before anything is simulated, that results of this scenario may go into this folder. An earlier run
 * of the scenario, edited or not, makes room: to edit and to run again is how people work.
 *
 * @returns the manifest of the run that will be replaced, if there is one
 * @throws UserError if it cannot be written to, or holds the results of another scenario
 */
export function claim(folder: string, scenario: Scenario, force: boolean): Manifest | undefined {
  requireWritable(folder);
  const earlier = manifestIfAny(folder);
  if (force || earlier?.scenario.id === scenario.id) return earlier;
  const results = join(folder, resultsName);
  if (!earlier && !existsSync(results) && !existsSync(join(folder, manifestName))) return undefined;
  const whose = earlier ? `the scenario "${earlier.scenario.id}"` : 'something else';
  throw new UserError([
    {
      message: `${folder} holds the results of ${whose}`,
      hint: 'give another folder with --out, or --force to replace them',
    },
  ]);
}

/**
 * Makes sure that evidence may go into this folder: into a new one, an empty one or one that holds evidence.
 *
 * @throws UserError if it cannot be written to, or holds the results of a run
 */
export function claimForEvidence(folder: string, force: boolean): void {
  requireWritable(folder);
  if (force) return;
  const earlier = manifestIfAny(folder);
  const holds = [resultsName, manifestName].some((name) => existsSync(join(folder, name)));
  if (!holds || earlier?.evidence) return;
  throw new UserError([
    {
      message: `${folder} holds results of another kind`,
      hint: 'give another folder with --out, or --force to replace them',
    },
  ]);
}

/**
 * Replaces the files of a run: the old manifest goes first and the new one comes last, so that a folder with
 * a manifest is always whole. Files that only the old run had are removed, and so are report and figures if they
 * show other numbers; strangers' files are left alone.
 */
export function publish(folder: string, files: ReadonlyMap<string, Content | Staged>): void {
  const earlier = manifestIfAny(folder);
  writeTogether(new Map([...files].map(([name, content]) => [join(folder, name), content])), () => {
    rmSync(join(folder, manifestName), { force: true });
    if (resultsOf(earlier) !== hashOf(files.get(resultsName) ?? '')) removeDrawn(folder);
  });
  for (const { name } of earlier?.files ?? []) {
    const inside = !name.split('/').includes('..') && !isAbsolute(name);
    if (inside && !files.has(name)) rmSync(join(folder, name), { force: true });
  }
}

function hashOf(file: Content | Staged): string {
  return typeof file === 'string' || file instanceof Uint8Array ? sha256(file) : file.sha256;
}

/** Hash of the results that a manifest names. */
function resultsOf(manifest: Manifest | undefined): string | undefined {
  return manifest?.files.find(({ name }) => name === resultsName)?.sha256;
}
