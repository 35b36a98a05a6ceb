import { UserError } from '../../errors.ts';
import { doEvidence, type EvidenceJob, type EvidenceReply } from './job.ts';

/** A thread's whole life: replicates in, what facts come to out. */
export default async function reply(job: EvidenceJob): Promise<EvidenceReply> {
  try {
    return { values: await doEvidence(job) };
  } catch (error) {
    if (error instanceof UserError) return { problems: error.problems };
    throw error;
  }
}
