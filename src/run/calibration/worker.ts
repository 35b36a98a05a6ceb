import { UserError } from '../../errors.ts';
import { momentsOf, type MomentsReply, type MomentTask } from './moments.ts';

/** What a thread does with each task that it is given: a market in, numbers of it out, or what the user did wrong. */
export default async function reply(task: MomentTask): Promise<MomentsReply> {
  try {
    return { numbers: await momentsOf(task) };
  } catch (error) {
    if (error instanceof UserError) return { problems: error.problems };
    throw error;
  }
}
