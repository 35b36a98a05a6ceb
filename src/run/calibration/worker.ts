import { UserError } from '../../errors.ts';
import { momentsOf, type MomentsReply, type MomentTask } from './moments.ts';

/** A thread's whole life: markets in, numbers of theirs out. */
export default async function reply(task: MomentTask): Promise<MomentsReply> {
  try {
    return { numbers: await momentsOf(task) };
  } catch (error) {
    if (error instanceof UserError) return { problems: error.problems };
    throw error;
  }
}
