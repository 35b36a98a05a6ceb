import { canonicalRows } from '../replicates/index.ts';
import { resultDictionary, type Row } from '../measures/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { Executor } from './executor.ts';
import { jobsOf, type Job } from './job.ts';
import type { Value } from './work.ts';

/** How far a run is. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Jobs that an earlier run had finished. */
  readonly reused: number;
}

/** Finished jobs. */
export interface FinishedJobs {
  /** The numbers of a job; undefined if it is not there. */
  readonly read: (job: Job) => Value[] | undefined;
  readonly write: (job: Job, values: readonly Value[]) => void;
}

export interface JobTools {
  readonly executor: Executor;
  /** Keeps finished jobs; without one nothing is read or kept. */
  readonly store?: FinishedJobs;
  readonly signal: AbortSignal;
  /** Files of creditlab's own that were edited since may be replaced. */
  readonly force?: boolean;
  /** Notes in the folder what is being done there. */
  readonly begin?: () => void;
  /** Called once before the first job and after each. */
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * Every row of a scenario, in canonical order: jobs that are stored are read, the rest are done and stored
 * one by one, so that nothing finished is ever lost or done twice.
 *
 * @throws the signal's reason when it aborts; what was finished by then is in the store
 */
export async function simulateScenario(scenario: Scenario, means: JobTools): Promise<Row[]> {
  const { executor, store, signal, onProgress } = means;
  const rows: Row[] = [];
  const collect = ({ institution, replicate }: Job, values: readonly Value[]) => {
    for (const { world, quarter, measure, value } of values) {
      // Written out, because spreading makes objects that are slow to read ever after.
      rows.push({
        scenario: scenario.id,
        institution: institution.id,
        world,
        replicate,
        quarter,
        measure,
        value,
      });
    }
  };

  const jobs = jobsOf(scenario);
  const open = jobs.filter((job) => {
    const values = store?.read(job);
    if (values) collect(job, values);
    return !values;
  });

  const reused = jobs.length - open.length;
  let done = reused;
  const tell = () => onProgress?.({ done, total: jobs.length, reused });
  tell();
  await executor.run(
    open,
    (job, values) => {
      store?.write(job, values);
      collect(job, values);
      done++;
      tell();
    },
    signal,
  );
  return rows.toSorted(canonicalRows(resultDictionary));
}
