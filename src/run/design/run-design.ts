import { join } from 'node:path';
import type { PointDigest } from '../../findings/index.ts';
import { designOutputs } from '../../folder/design-outputs.ts';
import { remembering } from '../../folder/index.ts';
import { jobsFolder, publication, publish } from '../../folder/output-folder.ts';
import { inOrderOfRecord, type JobTools } from '../../jobs/index.ts';
import { resultDictionary, type Row } from '../../measures/index.ts';
import { canonicalRows } from '../../replicates/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { doJobs, type JobCount } from './do-jobs.ts';
import { codeFingerprint } from '../fingerprint.ts';
import { storeIn, type Store } from '../store/store.ts';
import { pointsIn, tasksAt } from './replicate-tasks.ts';
import { tasksOf, type JobPart } from './tasks.ts';

/** A finished design. */
export interface DesignOutcome {
  readonly scenario: Scenario;
  readonly points: readonly PointDigest[];
  /** Lines of results.csv. */
  readonly lines: number;
}

/**
 * Does the jobs of a design that are not done yet, and writes its folder from what is stored. What turns out to be spoilt
 * when it is read is done again.
 */
export async function runDesign(
  given: Scenario,
  folder: string,
  means: Omit<JobTools, 'store'>,
): Promise<DesignOutcome> {
  means.begin?.();
  const store = storeIn([join(folder, jobsFolder)]);
  try {
    const scenario = inOrderOfRecord(given);
    for (;;) {
      await doJobs(scenario, join(folder, jobsFolder), { ...means, store });
      const outcome = assemble(scenario, folder, store, means.force);
      if (outcome) return { ...outcome, scenario: given };
    }
  } finally {
    store.close();
  }
}

/**
 * Does the part of a scenario's jobs that falls to this process, and keeps them in its folder. Others may do the same
 * there at the same time.
 */
export async function runPart(
  scenario: Scenario,
  folder: string,
  means: Omit<JobTools, 'store'>,
  part: JobPart,
): Promise<JobCount> {
  const jobs = join(folder, jobsFolder);
  means.begin?.();
  const store = storeIn([jobs]);
  try {
    return await doJobs(inOrderOfRecord(scenario), jobs, { ...means, store }, part);
  } finally {
    store.close();
  }
}

/**
 * Writes the final files of a design from stored jobs.
 *
 * @param scenario in order (`inOrderOfRecord`)
 * @returns undefined, with nothing written, if a job is not there or is spoilt; the store then knows that it is not
 */
export function assemble(
  scenario: Scenario,
  folder: string,
  store: Store,
  force = false,
): Omit<DesignOutcome, 'scenario'> | undefined {
  const code = codeFingerprint();
  const points = pointsIn(scenario);
  const inFiles = canonicalRows(remembering(resultDictionary));
  const into = publication(folder);
  try {
    const {
      files,
      points: digests,
      lines,
    } = designOutputs(into, scenario, points, (index) => {
      const rows: Row[] = [];
      for (let replicate = 0; replicate < scenario.replicates; replicate++) {
        for (const { key, job } of tasksAt(scenario, points, index, replicate, code)) {
          const institution = job.institution.id;
          const values = store.read(key);
          if (!values) throw new Spoilt();
          for (const { world, quarter, measure, value } of values) {
            rows.push({
              scenario: scenario.id,
              institution,
              world,
              replicate,
              quarter,
              measure,
              value,
            });
          }
        }
      }
      return rows.toSorted(inFiles);
    });
    publish(folder, files, { force, into });
    return { points: digests, lines };
  } catch (error) {
    if (!(error instanceof Spoilt)) throw error;
    // Where one is spoilt there may be more: all are looked at, so that they are done again together.
    for (const { key } of tasksOf(scenario, code)) store.read(key);
    return undefined;
  } finally {
    into.discard();
  }
}

/** A stored job is not what it was when it was written. */
class Spoilt extends Error {}
