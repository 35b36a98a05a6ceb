import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readLog, type Calibration } from '../../calibration/index.ts';
import { sha256 } from '../../folder/index.ts';
import { jobsFolder } from '../../folder/output-folder.ts';
import type { Value } from '../../jobs/work.ts';
import { canonicalJson } from '../../text/json.ts';
import { storeIn } from '../store/store.ts';
import type { AskedVector } from './ask.ts';
import { searchLog, settingsText } from './settings.ts';

/** Vectors of a search that shards, or an earlier run, have evaluated. */
export interface Answered {
  /** @returns undefined where nobody has, or what was written is spoilt */
  readonly find: (question: AskedVector) => readonly number[] | undefined;
  /** Keeps an answer for the others, in a file of this process. */
  readonly keep: (question: AskedVector, moments: readonly number[]) => void;
  readonly close: () => void;
}

/**
 * @param folders that hold the same search; what is kept goes to the first
 */
export function answeredIn(
  folders: readonly string[],
  calibration: Calibration,
  starts: number,
): Answered {
  const search = sha256(settingsText(calibration, starts));
  const keyOf = ({ stage, values }: AskedVector) =>
    sha256(canonicalJson({ search, stage, values }));
  const store = storeIn(folders.map((folder) => join(folder, jobsFolder)));
  const logged = new Map<string, readonly number[]>();
  for (const folder of folders) {
    const log = join(folder, searchLog);
    const text = existsSync(log) ? readFileSync(log, 'utf8') : '';
    for (const one of readLog(calibration, text) ?? []) logged.set(keyOf(one), one.moments);
  }
  return {
    find: (question) => {
      const key = keyOf(question);
      const values = logged.has(key) ? undefined : store.read(key);
      return logged.get(key) ?? values?.map(momentOf);
    },
    keep: (question, moments) => {
      const key = keyOf(question);
      if (!store.has(key)) store.write(key, moments.map(asValue));
    },
    close: () => store.close(),
  };
}

/** Moments as a store keeps numbers: an infinite one, which JSON does not have, is told by its name. */
function asValue(value: number, k: number): Value {
  const sign = value === Infinity ? '+' : value === -Infinity ? '-' : '';
  return { ...{ world: 'actual', quarter: null }, measure: `moment ${k}${sign}`, value };
}

function momentOf({ measure, value }: Value): number {
  if (measure.endsWith('+')) return Infinity;
  return measure.endsWith('-') ? -Infinity : value;
}
