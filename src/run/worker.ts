import { UserError, type Problem } from '../errors.ts';
import type { Job } from './job.ts';
import { work, type Value } from './work.ts';

/** What a thread replies. Errors lose their class between threads, so the user's mistakes go as data. */
export type Reply =
  | { readonly values: readonly Value[] }
  | { readonly problems: readonly Problem[] };

/** A thread's whole life: jobs in, replies out. */
export default async function reply(job: Job): Promise<Reply> {
  try {
    return { values: await work(job) };
  } catch (error) {
    if (error instanceof UserError) return { problems: error.problems };
    throw error;
  }
}
