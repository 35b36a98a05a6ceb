import type { Market, Posted } from '../engine/index.ts';
import { UserError, type Problem } from '../errors.ts';
import { momentsOf, type MomentsReply, type MomentTask } from './calibration/moments.ts';
import type { Job } from './job.ts';
import { beliefsOf, work, type Value } from './work.ts';

/** What a thread replies. Errors lose their class between threads, so the user's mistakes go as data. */
export type Reply =
  | { readonly values: readonly Value[] }
  | { readonly problems: readonly Problem[] };

/**
 * A thread's whole life: jobs in, replies out; or markets in, and out what they post without sharing, or some numbers of
 * theirs.
 */
export default async function reply(
  job: Job | Market | MomentTask,
): Promise<Reply | Posted | MomentsReply> {
  if (!('market' in job)) return beliefsOf(job);
  try {
    if ('moments' in job) return { numbers: await momentsOf(job) };
    return { values: await work(job) };
  } catch (error) {
    if (error instanceof UserError) return { problems: error.problems };
    throw error;
  }
}
