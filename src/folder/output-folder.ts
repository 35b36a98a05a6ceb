import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import type { Scenario } from '../scenario/index.ts';
import { sha256 } from './hash.ts';
import { manifestIfAny, manifestName, type Manifest } from './manifest.ts';
import type { Disk } from './publish/disk.ts';
import { drawnIn, drawnText, listName, type DrawnFile } from './publish/drawn-list.ts';
import { requireWritable, type Content, type Staged } from './publish/files.ts';
import { requireOurs } from './publish/owned.ts';
import { publication, type Publication } from './publish/publication.ts';
import { settleFolder } from './publish/settle.ts';

export { publication, requireOurs };

/** Where finished jobs are kept inside an output folder. */
export const jobsFolder = '.jobs';

const resultsName = 'results.csv';

/** The files of every run or design. */
const runFiles = [
  ...[resultsName, 'results.parquet', 'summary.csv', 'series.csv', 'data-dictionary.md'],
  ...['verdict.md', 'points.csv', 'table.csv', manifestName],
];

/**
 * Makes sure, before anything is simulated, that results of this scenario may go into this folder. An earlier run
 * of the scenario, edited or not, makes room: to edit and to run again is how people work.
 *
 * @param force replaces what creditlab wrote there, edited since or not, but never what is somebody else's
 * @param drawn names of what will be drawn beside the results
 * @returns the manifest of the run that will be replaced, if there is one
 * @throws UserError if it cannot be written to, holds the results of another scenario, or a file is in the way
 */
export function claimFolder(
  folder: string,
  scenario: Scenario,
  force: boolean,
  drawn: Iterable<string> = [],
): Manifest | undefined {
  requireWritable(folder);
  const earlier = manifestIfAny(folder);
  if (earlier && !force && earlier.scenario.id !== scenario.id) {
    const message = `${folder} holds the results of the scenario "${earlier.scenario.id}"`;
    const hint = 'give another folder with --out, or --force to replace them';
    throw new UserError([{ message, hint }]);
  }
  if (!earlier && !force && existsSync(join(folder, manifestName))) {
    const message = `${folder} holds the results of something else, or of another version of creditlab`;
    const hint = 'give another folder with --out, or --force to replace what creditlab wrote there';
    throw new UserError([{ message, hint }]);
  }
  const leaving = drawnIn(folder).flatMap(({ name, leaves }) => (leaves ? name : []));
  const names = [...runFiles, ...(earlier?.files ?? []).map(({ name }) => name)];
  requireOurs(folder, named([...names, ...drawn, ...leaving]), force);
  return earlier;
}

/**
 * Makes sure that evidence may go into this folder: into a new one, an empty one or one that holds evidence.
 *
 * @throws UserError if it cannot be written to, or holds the results of a run
 */
export function claimForEvidence(folder: string, force: boolean): void {
  requireWritable(folder);
  const earlier = manifestIfAny(folder);
  const holds = [resultsName, manifestName].some((name) => existsSync(join(folder, name)));
  if (holds && !earlier?.evidence && !force) {
    throw new UserError([
      {
        message: `${folder} holds results of another kind`,
        hint: 'give another folder with --out, or --force to replace them',
      },
    ]);
  }
  const names = ['evidence.csv', 'evidence-replicates.csv', 'evidence.md', manifestName];
  requireOurs(folder, named([...names, ...(earlier?.files ?? []).map(({ name }) => name)]), force);
}

/** How files are published. */
export interface Publishing {
  /** Replaces what creditlab wrote, edited since or not. */
  readonly force?: boolean;
  /** Where pieces of it have been staged already. */
  readonly into?: Publication;
  readonly disk?: Disk;
}

/**
 * Replaces the files of a run as one act: whatever happens, the folder holds the old set or the new one. Files that only
 * the old run had leave, and so do report and figures if they show other numbers; strangers' files are left alone.
 *
 * @throws UserError, with the old set whole, if a file is in the way or cannot be written
 */
export function publish(
  folder: string,
  files: ReadonlyMap<string, Content | Staged>,
  { force = false, disk, into = publication(folder, disk) }: Publishing = {},
): void {
  try {
    const earlier = manifestIfAny(folder);
    const drawn = drawnIn(folder);
    const areSame = resultsOf(earlier) === hashOf(files.get(resultsName) ?? '');
    const leaving = areSame ? [] : drawn.filter(({ leaves }) => leaves);
    const old = [...(earlier?.files ?? []), ...leaving].map(({ name }) => name);
    const remove = old.filter((name) => !files.has(name));
    const hashes = new Map([...files].map(([name, file]) => [name, hashOf(file)] as const));
    requireOurs(folder, new Map([...named(remove), ...hashes]), force);
    for (const [name, file] of files) if (isContent(file)) into.put(name, file);
    const names = [...files.keys()];
    if (leaving.length > 0) {
      const stay = drawn.filter(({ leaves }) => !leaves);
      if (stay.length === 0) remove.push(listName);
      else {
        into.put(listName, drawnText(folder, stay));
        names.unshift(listName);
      }
    }
    into.commit(names, remove);
  } finally {
    into.discard();
  }
}

/**
 * Puts files beside the results of a folder, as one act, and notes them in its list, so that nobody's are overwritten.
 *
 * @param leaves they show the numbers of results.csv, and leave with them
 * @throws UserError, with the old files whole, if a file is in the way or cannot be written
 */
export function publishBeside(
  folder: string,
  files: ReadonlyMap<string, Content>,
  { leaves, force = false, disk }: Publishing & { readonly leaves: boolean },
): void {
  settleFolder(folder, disk);
  const into = publication(folder, disk);
  try {
    const hashes = new Map([...files].map(([name, file]) => [name, sha256(file)] as const));
    requireOurs(folder, hashes, force);
    const others = drawnIn(folder).filter(({ name }) => !files.has(name));
    const own = [...files].map(([name, file]): DrawnFile => {
      return { name, bytes: Buffer.byteLength(file), sha256: sha256(file), leaves };
    });
    for (const [name, file] of files) into.put(name, file);
    into.put(listName, drawnText(folder, [...others, ...own]));
    into.commit([...files.keys(), listName]);
  } finally {
    into.discard();
  }
}

function named(names: readonly string[]): Map<string, undefined> {
  return new Map(names.map((name) => [name, undefined]));
}

function isContent(file: Content | Staged): file is Content {
  return typeof file === 'string' || file instanceof Uint8Array;
}

function hashOf(file: Content | Staged): string {
  return isContent(file) ? sha256(file) : file.sha256;
}

/** Hash of the results that a manifest names. */
function resultsOf(manifest: Manifest | undefined): string | undefined {
  return manifest?.files.find(({ name }) => name === resultsName)?.sha256;
}
