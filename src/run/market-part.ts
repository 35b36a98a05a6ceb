import { countCovered } from '../engine/files/coverage.ts';
import { clearFiles } from '../engine/memory/market-memory.ts';
import { createMarketState, createWorldState } from '../engine/memory/market-state.ts';
import { drawBorrowers, type Allocate } from '../engine/people/population.ts';
import { addLeaves, closeQuarter, openQuarter } from '../engine/quarter.ts';
import { openPage, runPage } from '../engine/run-page.ts';
import type { Market, Regime, World } from '../engine/setup.ts';
import type { SimulateOptions } from '../engine/simulate.ts';
import type { Part } from '../engine/tally/tables.ts';
import { pageSize } from '../random/draws.ts';
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
 * One thread's part of one world of a market. Whoever is free takes the next page; leaves are added up in their order,
 * each thread adding some of the sums, and all learn the same from them. So nothing depends on who did what.
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
  const here = createWorldState(state, world, options, shared);
  const { people, sharing } = state;
  const { records, totals, tables, sums, posted } = here;
  const pages = Math.ceil(market.borrowers / pageSize);
  const share = (k: number) => Math.floor((totals.length * k) / threads);
  const each = (visit: (page: number) => void) => {
    for (let page = claim(meeting); page < pages; page = claim(meeting)) visit(page);
    barrier(meeting, threads);
  };

  each((page) => {
    drawBorrowers(market, people, page);
    clearFiles(records, page);
  });
  for (let quarter = 0; quarter < market.quarters; quarter++) {
    openQuarter(here, quarter);
    each((page) => {
      openPage(state, page, quarter);
      runPage(state, here, quarter);
    });
    addLeaves(here, share(thread), share(thread + 1));
    barrier(meeting, threads);
    closeQuarter(here, market.economy, quarter);
  }
  let covered = 0;
  each((page) => {
    covered += countCovered(sharing, records, people, market.quarters, page);
  });
  return { tables, covered, sums, posted };
}
