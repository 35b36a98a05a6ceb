import { createCourse } from './course.ts';
import { plainMemory } from './memory/allocate.ts';
import type { Market, MarketInstitution } from './setup.ts';
import { createWorldState } from './start-world.ts';

let known = false;

/**
 * Makes all that a market is run with once, for one borrower, before a process does so for its first market.
 *
 * V8 notes what the fields of an object hold when its literal is evaluated for the first time, compiles stages for that, and
 * gives the notes up when it is evaluated for the second time: all stages that the first market has had compiled would be
 * compiled anew in the second, a third of a second of processor time.
 */
export function makeFirstShapes(market: Market, institution: MarketInstitution): void {
  if (known) return;
  known = true;
  const { state } = createCourse({ ...market, borrowers: 1 }, institution, 'usual', plainMemory);
  createWorldState(state, 'actual', {}, plainMemory);
}
