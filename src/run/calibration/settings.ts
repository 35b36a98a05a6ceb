import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Calibration } from '../../calibration/index.ts';
import { UserError } from '../../errors.ts';
import { canonicalJson, replaceFile, requireWritable } from '../../folder/index.ts';
import { economyFingerprint } from '../../folder/ensemble/standings-file.ts';

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
 * then taken up again.
 *
 * @param starts descents: with another number, other vectors are asked
 * @throws UserError if it holds another search, and `force` does not say that it may go
 */
export function claimSearch(
  folder: string,
  calibration: Calibration,
  starts: number,
  force: boolean,
): void {
  requireWritable(folder);
  const path = join(folder, settingsName);
  const text = settingsText(calibration, starts);
  const earlier = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  const isOther = earlier === undefined ? existsSync(join(folder, searchLog)) : earlier !== text;
  if (isOther && !force) {
    throw new UserError([
      {
        message: `${folder} holds a search for other targets, of other size, or with another version of the engine`,
        hint: 'give another folder with --out, or --force to begin anew in this one',
      },
    ]);
  }
  if (isOther) {
    for (const name of [searchLog, jacobianLog, checkLog])
      rmSync(join(folder, name), { force: true });
  }
  if (earlier !== text) replaceFile(path, text);
}

/** All that the numbers of a search depend on. Infinite ends of conditions stand as words. */
function settingsText(calibration: Calibration, starts: number): string {
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
