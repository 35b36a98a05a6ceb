import type { Posted } from '../engine/index.ts';
import { UserError, type Problem } from '../errors.ts';
import { loadExternalInstitution } from '../scenario/institutions/external.ts';
import type { Alone, Job } from '../jobs/index.ts';
import { beliefsOf, work, type Value } from '../jobs/work.ts';

/** What a thread replies. Errors lose their class between threads, so the user's mistakes go as data. */
export type Reply =
  | { readonly values: readonly Value[] }
  | { readonly problems: readonly Problem[] };

/** A thread's whole life: jobs in, replies out; or markets alone, and out what they post without sharing. */
export default async function reply(job: Job | Alone): Promise<Reply | Posted> {
  if ('alone' in job) return beliefsOf(job);
  try {
    return { values: await work(job, loadExternalInstitution) };
  } catch (error) {
    if (error instanceof UserError) return { problems: error.problems };
    throw error;
  }
}
