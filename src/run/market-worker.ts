import type { Market, Posted, World } from '../engine/index.ts';
import { RoomFull, simulatePart, type WorldPart, type Room } from '../engine/running/index.ts';
import { UserError, type Problem } from '../errors.ts';
import type { Pulse } from '../scenario/index.ts';
import { loaderFor, requireUnchanged } from './module-thread.ts';
import { marketInstitutionOf } from '../scenario/institutions/resolve.ts';
import type { InstitutionChoice } from '../scenario/index.ts';
import { barrier, takePage } from './meeting.ts';
import { blame } from '../jobs/work.ts';

/** How a thread takes part. */
export interface ThreadPlace {
  /** Which of the threads this is: 0 … threads − 1. */
  readonly thread: number;
  readonly threads: number;
  /** The world's memory, block by block. */
  readonly blocks: readonly SharedArrayBuffer[];
  /** Where the threads meet. */
  readonly meeting: Int32Array;
}

/** What a thread is told to do. Rules are functions and cannot cross: it finds its own. */
export interface ThreadTask {
  readonly market: Market;
  readonly institution: InstitutionChoice;
  readonly world: World;
  readonly sanctions: 'held' | 'relearned';
  /** What the actual world posted, for the others. */
  readonly posted: Posted | undefined;
  /** What the market without sharing posted, if somebody believes in it. */
  readonly beliefs: Posted | undefined;
  readonly room: Room;
  readonly place: ThreadPlace;
  /** Where the thread shows that a module's rules run. */
  readonly pulse?: Pulse;
}

/** Its part of the world. Errors lose their class between threads, so the user's mistakes go as data. */
export type ThreadReport =
  | { readonly part: WorldPart }
  /** The market does not fit in its room. */
  | { readonly full: true }
  | { readonly problems: readonly Problem[] };

/** One thread's part of one world of a market. */
export default async function takePart(assignment: ThreadTask): Promise<ThreadReport> {
  const { market, institution, world, sanctions, posted, beliefs, room, place } = assignment;
  try {
    const marketInstitution = await marketInstitutionOf(
      institution,
      market.lenders,
      loaderFor(institution, assignment.pulse),
    );
    const options = {
      sanctions,
      ...(posted && { posted }),
      ...(beliefs && { withoutSharing: beliefs }),
    };
    const { thread, threads, blocks, meeting } = place;
    const nextPage = () => takePage(meeting);
    const meet = () => barrier(meeting, threads);
    const crew = { thread, threads, nextPage, meet };
    const part = simulatePart(market, marketInstitution, world, options, room, blocks, crew);
    requireUnchanged(institution);
    return { part };
  } catch (error) {
    if (error instanceof RoomFull) return { full: true };
    const blamed = blame(institution, error);
    if (blamed instanceof UserError) return { problems: blamed.problems };
    throw blamed;
  }
}
