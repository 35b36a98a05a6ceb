import { existsSync, lstatSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isLogBegin, type Calibration } from '../../calibration/index.ts';
import { UserError } from '../../errors.ts';
import { canonicalJson, replaceFile, requireWritable } from '../../folder/index.ts';
import { economyFingerprint } from '../../folder/ensemble/standings-file.ts';
import { requireOurs } from '../../folder/output-folder.ts';
import { foundNames, setNames } from './outputs.ts';

/** What a folder holds the search of. */
const settingsName = 'search.json';
export const searchLog = 'evaluations.csv';
export const jacobianLog = 'jacobian.csv';
export const checkLog = 'check.csv';
export const conditionLog = 'conditions.csv';
/** Logs of the admissible set, in the order in which they are written. */
export const setLogs = {
  optima: 'set/optima.csv',
  screened: 'set/screened.csv',
  candidates: 'set/candidates.csv',
  conditions: 'set/conditions.csv',
  search: 'set/best-search.csv',
  jacobian: 'set/best-jacobian.csv',
  check: 'set/best-check.csv',
} as const;

/**
 * Makes sure that a folder may hold this search: a new one, or one of the same targets with the same engine, which is
 * then taken up again. Files of somebody else's stay, with `force` too.
 *
 * @param starts descents: with another number, other vectors are asked
 * @throws UserError if it holds another search, and `force` does not say that it may go; or files of somebody else's in the way
 */
export function claimSearch(
  folder: string,
  calibration: Calibration,
  starts: number,
  force: boolean,
): void {
  requireWritable(folder);
  requireOwnLogs(folder);
  const path = join(folder, settingsName);
  const text = settingsText(calibration, starts);
  const earlier = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  const isOther = earlier === undefined ? existsSync(join(folder, searchLog)) : earlier !== text;
  if (isOther && !force) {
    throw new UserError([
      {
        message: `${folder} holds a search for other targets, of other size, from other --starts, or with another version of the engine`,
        hint: 'give another folder with --out, or --force to begin anew in this one',
      },
    ]);
  }
  if (earlier === text) return;
  requireOurs(
    folder,
    new Map([...foundNames, ...setNames].map((name) => [name, undefined])),
    force,
  );
  if (isOther) for (const name of allLogs) rmSync(join(folder, name), { force: true });
  replaceFile(path, text);
}

const allLogs = [searchLog, jacobianLog, checkLog, conditionLog, ...Object.values(setLogs)];

/** @throws UserError that names every file with the name of a log, or of settings, that creditlab did not write */
function requireOwnLogs(folder: string): void {
  const strangers = allLogs.filter((name) => !isOurs(join(folder, name), isLogBegin));
  if (!isOurs(join(folder, settingsName), isSettings)) strangers.push(settingsName);
  if (strangers.length === 0) return;
  const message = 'is not a file of creditlab’s, and would be overwritten';
  const hint = 'move what you want to keep, or give another folder with --out';
  throw new UserError(strangers.map((name) => ({ file: join(folder, name), message, hint })));
}

/** What is not there is nobody's. */
function isOurs(path: string, isSound: (text: string) => boolean): boolean {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (!stats) return true;
  return stats.isFile() && isSound(readFileSync(path, 'utf8'));
}

function isSettings(text: string): boolean {
  try {
    const settings: unknown = JSON.parse(text);
    const keys = typeof settings === 'object' && settings !== null ? Object.keys(settings) : [];
    return ['economy', 'free', 'targets', 'starts'].every((key) => keys.includes(key));
  } catch {
    return false;
  }
}

/** What the search in a folder depends on, as it was written down there; empty if none was. */
export function settingsOfFolder(folder: string): string {
  const path = join(folder, settingsName);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

/** All that the numbers of a search depend on. Infinite ends of conditions stand as words. */
export function settingsText(calibration: Calibration, starts: number): string {
  const conditions = calibration.conditions.map(({ measure, min, max }) => ({
    measure,
    min: String(min),
    max: String(max),
  }));
  const settings = {
    ...{ economy: economyFingerprint, ...calibration, conditions, starts },
    // What it is called, and where it lies, makes no difference.
    ...{ title: undefined, id: undefined, base: undefined },
  };
  return `${canonicalJson(settings, 2)}\n`;
}
