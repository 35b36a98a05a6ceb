import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Calibration } from '../../calibration/index.ts';
import { UserError } from '../../errors.ts';
import { canonicalJson, replaceFile } from '../../folder/index.ts';
import { programVersion } from '../../folder/manifest.ts';
import { jobsFolder } from '../../folder/output-folder.ts';
import { entriesIn, unfinishedIn } from '../store/store-files.ts';
import { storeIn } from '../store/store.ts';
import { answeredIn } from './answered.ts';
import { loadTargets } from './read.ts';
import { claimSearch, settingsOfFolder, settingsText } from './settings.ts';
import { searchStanding, type SearchStanding } from './shards.ts';

const schema = z.object({
  creditlab: z.string(),
  /** Targets as the user named them: file or id. */
  targets: z.string(),
  evaluations: z.int(),
  starts: z.int(),
});

/** Which search a folder holds, so that others can tell how far it is. */
type SearchRecord = z.infer<typeof schema>;

const fileIn = (folder: string) => join(folder, jobsFolder, 'search.json');

/** Notes a search that is about to be done in a folder. Shards of the same search note the same bytes. */
export function noteSearch(folder: string, record: Omit<SearchRecord, 'creditlab'>): void {
  replaceFile(fileIn(folder), `${canonicalJson({ creditlab: programVersion(), ...record })}\n`);
}

/** Whether a search has begun in a folder. */
export function isSearch(folder: string): boolean {
  return existsSync(fileIn(folder));
}

/** The words after `creditlab calibrate` that go on with a search. */
export function searchWords({
  targets,
  evaluations,
  starts,
}: Omit<SearchRecord, 'creditlab'>): string {
  return `${targets} --evaluations ${evaluations} --starts ${starts}`;
}

/** How far the search in some folders is, all shards in them together. */
export interface SearchStatus extends SearchStanding {
  readonly record: SearchRecord;
  readonly title: string;
  /** Files that end in the middle of an entry. */
  readonly unfinished: number;
}

/**
 * @throws UserError if the folders hold different searches, or one of another version or of targets that read otherwise now
 */
export async function searchStatus(folders: readonly string[]): Promise<SearchStatus> {
  const { record, calibration } = await common(folders);
  const answered = answeredIn(folders, calibration, record.starts);
  const standing = await searchStanding(calibration, record, answered);
  const unfinished = folders.reduce((sum, one) => sum + unfinishedIn(join(one, jobsFolder)), 0);
  return { ...standing, record, title: calibration.title, unfinished };
}

/**
 * Brings what the shards of a search have evaluated together in one folder, from which `calibrate` finishes it.
 *
 * @throws UserError, with nothing written, if the folders do not belong together
 */
export async function mergeSearches(
  folders: readonly string[],
  out: string,
  force: boolean,
): Promise<SearchStatus> {
  const { record, calibration } = await common(folders);
  claimSearch(out, calibration, record.starts, force);
  const from = storeIn(folders.map((folder) => join(folder, jobsFolder)));
  const into = storeIn([join(out, jobsFolder)]);
  try {
    for (const folder of folders) {
      for (const { key } of entriesIn(join(folder, jobsFolder))) {
        const values = into.has(key) ? undefined : from.read(key);
        if (values) into.write(key, values);
      }
    }
  } finally {
    into.close();
  }
  noteSearch(out, record);
  return searchStatus([...new Set([out, ...folders])]);
}

async function common(
  folders: readonly string[],
): Promise<{ readonly record: SearchRecord; readonly calibration: Calibration }> {
  const [first, ...others] = folders.map(readRecord);
  const [here] = folders;
  const settings = settingsOfFolder(here);
  others.forEach((other, i) => {
    const file = folders[i + 1];
    const isSame = searchWords(other) === searchWords(first) && settingsOfFolder(file) === settings;
    if (isSame) return;
    const message = `holds another search than ${here} (${searchWords(other)}, ${searchWords(first)}), or one of another version`;
    throw new UserError([
      { file, message, hint: 'merge shards of one search, with the same flags' },
    ]);
  });
  const calibration = await loadTargets(first.targets);
  if (settingsText(calibration, first.starts) !== settings) {
    const message = `${first.targets} is not what was searched for here any more, or another version searched (creditlab ${first.creditlab})`;
    throw new UserError([
      { file: here, message, hint: 'use the file and the program with which it began' },
    ]);
  }
  return { record: first, calibration };
}

function readRecord(folder: string): SearchRecord {
  const file = fileIn(folder);
  const hint = 'name a folder in which "creditlab calibrate" has begun';
  if (!isSearch(folder)) {
    throw new UserError([{ file: folder, message: 'no search was begun here', hint }]);
  }
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new UserError([{ file, message: 'cannot be read', hint }], { cause: error });
  }
}
