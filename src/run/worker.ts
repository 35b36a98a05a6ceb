import type { Posted } from '../engine/index.ts';
import { UserError, type Problem } from '../errors.ts';
import type { Pulse } from '../scenario/index.ts';
import { loaderFor, requireUnchanged } from './module-thread.ts';
import type { Alone, Job } from '../jobs/index.ts';
import { beliefsOf, workAndPost } from '../jobs/work.ts';
import { pack, type PackedValues } from './packed-values.ts';

/** A job, whether it is to tell what its market posted, and where its thread shows that a module's rules run. */
export type ThreadJob = Job & { readonly posts?: boolean; readonly pulse?: Pulse };

/** What a thread replies. Errors lose their class between threads, so the user's mistakes go as data. */
export type ThreadReply =
  | { readonly packed: PackedValues; readonly posted?: Posted | undefined }
  | { readonly problems: readonly Problem[] };

/** A thread's whole life: jobs in, replies out; or markets alone, and out what they post without sharing. */
export default async function reply(job: ThreadJob | Alone): Promise<ThreadReply | Posted> {
  if ('alone' in job) return beliefsOf(job);
  try {
    const { values, posted } = await workAndPost(job, loaderFor(job.institution, job.pulse));
    requireUnchanged(job.institution);
    const packed = pack(values);
    return job.posts ? { packed, posted } : { packed };
  } catch (error) {
    if (error instanceof UserError) return { problems: error.problems };
    throw error;
  }
}
