import { makeFirstShapes } from './first-shapes.ts';
import type { Crew } from './crew.ts';
import type { Allocate } from './memory/allocate.ts';
import type { Room } from './memory/room.ts';
import { createPopulation } from './people/population.ts';
import type { Market, MarketInstitution, Sanctions, World } from './setup.ts';
import { partOf, type WorldPart } from './ledger-of.ts';
import { runMarket, withTold, type SimulateOptions } from './simulate.ts';
import { createCourse } from './course.ts';
import { filesOf } from './phases/phases.ts';
import { allocateWorld, hasTwins } from './world-memory.ts';
import { createWorldState } from './start-world.ts';

/**
 * Memory of a market's worlds that threads can share, block by block in the order in which they ask for it. A world is run in
 * that of the one before it, unless one of them has twins and the other has none.
 *
 * @throws what the institution's rules throw
 */
export function sharedMemory(
  market: Market,
  institution: MarketInstitution,
  room: Room,
): (world: World, sanctions: Sanctions) => readonly SharedArrayBuffer[] {
  const files = filesOf(market, institution);
  let blocks: SharedArrayBuffer[] = [];
  let forTwins: boolean | undefined;
  const allocate: Allocate = (bytes) => {
    const block = new SharedArrayBuffer(bytes);
    blocks.push(block);
    return block;
  };
  return (world, sanctions) => {
    const learns = world === 'actual' || sanctions === 'relearned';
    const twins = learns && hasTwins(market.economy);
    if (twins === forTwins) return blocks;
    forTwins = twins;
    blocks = [];
    createPopulation(market.borrowers, allocate);
    allocateWorld(market, files, room, twins, allocate);
    return blocks;
  };
}

/**
 * One thread's part of one world of a market. Whoever is free takes the next page.
 *
 * @param blocks the world's, from `sharedMemory` in the same room
 * @throws RoomFull if the usual room is not enough; what the institution's rules throw
 */
export function simulatePart(
  market: Market,
  institution: MarketInstitution,
  world: World,
  {
    posted,
    sanctions,
    withoutSharing,
  }: Pick<SimulateOptions, 'posted' | 'sanctions' | 'withoutSharing'>,
  room: Room,
  blocks: readonly SharedArrayBuffer[],
  crew: Crew,
): WorldPart {
  // Another world may have been run in the same memory, all of which begins as 0.
  clear(blocks, crew);
  const next = blocks.values();
  const shared: Allocate = () => {
    const { value } = next.next();
    if (!value) throw new Error('the market needs more memory than was planned');
    return value;
  };
  makeFirstShapes(market, institution);
  const course = withTold(
    createCourse(market, institution, room, shared, withoutSharing),
    withoutSharing,
  );
  const sources = { held: posted, relearned: sanctions === 'relearned' };
  const here = createWorldState(course.state, world, sources, shared);
  runMarket(course, [here], crew);
  return partOf(here);
}

/** Empties this thread's share of each block, and waits for the others. */
function clear(blocks: readonly SharedArrayBuffer[], { thread, threads, meet }: Crew): void {
  for (const block of blocks) {
    const from = Math.floor((block.byteLength * thread) / threads);
    const to = Math.floor((block.byteLength * (thread + 1)) / threads);
    new Uint8Array(block).fill(0, from, to);
  }
  meet();
}
