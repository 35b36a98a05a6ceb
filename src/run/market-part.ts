import type { Crew } from '../engine/crew.ts';
import type { Allocate } from '../engine/memory/allocate.ts';
import type { Market, Regime, World } from '../engine/setup.ts';
import { partOf, runMarket, type Part, type SimulateOptions } from '../engine/simulate.ts';
import { createMarketState } from '../engine/state.ts';
import { createWorldState } from '../engine/world-state.ts';
import { barrier, claim } from './meeting.ts';

/** How a thread takes part. */
export interface Place {
  /** Which of the threads this is: 0 … threads − 1. */
  readonly thread: number;
  readonly threads: number;
  /** The market's memory, block by block. */
  readonly blocks: readonly SharedArrayBuffer[];
  /** Where the threads meet. */
  readonly meeting: Int32Array;
}

/**
 * One thread's part of one world of a market. Whoever is free takes the next page.
 *
 * @throws what the institution's rules throw
 */
export function simulatePart(
  market: Market,
  regime: Regime,
  world: World,
  { posted, sanctions, withoutSharing }: Omit<SimulateOptions, 'observer' | 'replay' | 'shadows'>,
  { thread, threads, blocks, meeting }: Place,
): Part {
  const crew: Crew = {
    ...{ thread, threads },
    nextPage: () => claim(meeting),
    meet: () => barrier(meeting, threads),
  };
  // Another world may have been run in the same memory, all of which begins as 0.
  clear(blocks, crew);
  const next = blocks.values();
  const shared: Allocate = () => {
    const { value } = next.next();
    if (!value) throw new Error('the market needs more memory than was planned');
    return value;
  };
  const state = createMarketState(market, regime, shared, withoutSharing);
  const sources = { held: posted, relearned: sanctions === 'relearned' };
  const here = createWorldState(state, world, sources, shared);
  runMarket(state, [here], crew);
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
