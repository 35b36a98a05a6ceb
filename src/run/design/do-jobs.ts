import { UserError } from '../../errors.ts';
import type { Scenario } from '../../scenario/index.ts';
import { codeFingerprint } from '../fingerprint.ts';
import { type Job, type JobTools } from '../../jobs/index.ts';
import { keyOf } from '../job-key.ts';
import { noteFailure } from '../store/failures.ts';
import type { Store } from '../store/store.ts';
import { tasksOf, type JobPart } from './tasks.ts';

/** How many jobs there are and how many of them are in a store. */
export interface JobCount {
  readonly total: number;
  readonly done: number;
}

/** Counts the jobs of a scenario, without reading what they gave. */
export function standing(scenario: Scenario, store: Store, part?: JobPart): JobCount {
  let [total, done] = [0, 0];
  for (const { key } of tasksOf(scenario, codeFingerprint(), part)) {
    total++;
    if (store.has(key)) done++;
  }
  return { total, done };
}

/**
 * Does all jobs of a scenario that are not in the store yet, and keeps each as it finishes. Memory does not grow with
 * them: a job is made when a lane is free for it. One that fails is noted, and the others are done.
 *
 * @param folder where failures are noted
 * @param part only those that fall to it
 * @throws the signal's reason when it aborts, or the first failure when all others are done; what was finished by then is
 *   in the store
 */
export async function doJobs(
  scenario: Scenario,
  folder: string,
  { executor, store, signal, onProgress }: Omit<JobTools, 'store'> & { readonly store: Store },
  part?: JobPart,
): Promise<JobCount> {
  const code = codeFingerprint();
  const { total, done: reused } = standing(scenario, store, part);
  let done = reused;
  const failed: unknown[] = [];
  const tell = () => onProgress?.({ done, total, reused });
  tell();
  // Kept beside its job, so that it is not hashed again when the job is done.
  const keys = new WeakMap<Job, string>();
  const keyFor = (job: Job) => keys.get(job) ?? keyOf(job, code);
  const open = function* (): Generator<Job> {
    for (const task of tasksOf(scenario, code, part)) {
      if (store.has(task.key)) continue;
      const { job } = task;
      keys.set(job, task.key);
      yield job;
    }
  };
  if (done < total) {
    await executor.run(
      open(),
      (job, values) => {
        store.write(keyFor(job), values);
        done++;
        tell();
      },
      signal,
      (job, error) => {
        failed.push(error);
        const { institution, replicate } = job;
        const message = error instanceof Error ? error.message : String(error);
        noteFailure(folder, {
          ...{ key: keyFor(job), institution: institution.id, replicate, message },
        });
      },
    );
  }
  if (failed.length > 0) throw failureOf(failed, total);
  return { total, done };
}

function failureOf(failed: readonly unknown[], total: number): unknown {
  const [first] = failed;
  if (failed.length === 1) return first;
  const text = `${failed.length} of ${total} markets failed; the first of them:`;
  if (first instanceof UserError) return new UserError([{ message: text }, ...first.problems]);
  return new Error(`${text} ${String(first)}`, { cause: first });
}
