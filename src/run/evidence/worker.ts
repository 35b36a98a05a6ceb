import { UserError } from '../../errors.ts';
import { requireBuiltIns } from '../../scenario/institutions/load-here.ts';
import { described, factHere } from './fact-here.ts';
import { doEvidence, type EvidenceReply, type EvidenceTask } from './job.ts';

/** A thread's whole life: replicates in, what facts come to out. One that serves a user's file serves no other. */
export default async function reply(task: EvidenceTask): Promise<EvidenceReply> {
  try {
    if ('describe' in task) return { said: await described(task.describe, task.market) };
    const values = await doEvidence(task, (file) => factHere(file, task.pulse));
    for (const { file } of task.facts) if (file !== undefined) requireBuiltIns(file);
    return { values };
  } catch (error) {
    if (error instanceof UserError) return { problems: error.problems };
    throw error;
  }
}
