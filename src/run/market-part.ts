import { clearFiles } from '../engine/memory/market-memory.ts';
import { createMarketState } from '../engine/memory/market-state.ts';
import { eachPage, type Crew } from '../engine/quarter.ts';
import type { Allocate, Market, Regime, World } from '../engine/setup.ts';
import { createWorld, runMarket, type SimulateOptions } from '../engine/simulate.ts';
import type { Part } from '../engine/tally/tables.ts';
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
  options: Omit<SimulateOptions, 'observe'>,
  { thread, threads, blocks, meeting }: Place,
): Part {
  const next = blocks.values();
  const shared: Allocate = () => {
    const { value } = next.next();
    if (!value) throw new Error('the market needs more memory than was planned');
    return value;
  };
  const state = createMarketState(market, regime, shared);
  const here = createWorld(state, world, options, shared);
  const crew: Crew = {
    ...{ thread, threads },
    nextPage: () => claim(meeting),
    meet: () => barrier(meeting, threads),
  };
  // Another world may have been run in the same memory.
  eachPage(state, crew, (page) => clearFiles(here.state.records, page));
  const [part] = runMarket(state, [here], crew);
  return part;
}
