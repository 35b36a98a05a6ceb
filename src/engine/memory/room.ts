import type { Economy } from '../parameters.ts';

/**
 * Room for what is usual, or for what cannot be exceeded. A market that overflows the usual one throws `RoomFull`, and is run
 * again with the other: the same bytes, in twice the time.
 */
export type Room = 'usual' | 'sure';

export class RoomFull extends Error {}

/** Share of those in need who take a loan, at most, in usual markets. */
const usualTakers = 0.7;
/** Chance of need at most, as people are drawn (people/draw-people.ts). */
const mostNeed = 0.95;
/** Share of loans taken that are repaid, in usual markets: of these alone twins are made. */
const usualRepaid = 0.9;
/** Quarters for which a twin lives (stake/theta.ts). */
const twinLife = 30;
/** Room is made for so many standard deviations above the mean, and some more. */
const deviations = 6;
const someMore = 8;
/** A loan that counts twice has four times the variance of one that counts once: so much more. */
const doubledVariance = 3;

/** What loans and files must have room for. */
export interface RoomPlan {
  readonly room: Room;
  /** Whether slots of twins are in use, by twins or by shadows. */
  readonly twins: boolean;
}

/**
 * How many loans a vintage of a page may hold: six standard deviations above the mean number of those who need one and (as a
 * rule) take it. A borrower has one twin at a time, for 30 quarters; it needs a loan when its original does, so that
 * both count as one draw of two.
 *
 * @param size borrowers of the page
 */
export function planCapacity(economy: Economy, size: number, { room, twins }: RoomPlan): number {
  const take = takersOf(economy, room);
  if (!twins) return upTo(size, take, 0);
  if (room === 'sure') return 2 * upTo(size, take, 0);
  return upTo(size, take, twinnedOf(economy, 1));
}

/** How many twins of a page may live: six standard deviations above their usual number. */
export function planTwinFiles(economy: Economy, size: number, { room, twins }: RoomPlan): number {
  if (!twins) return 0;
  return room === 'sure' ? size : upTo(size, twinnedOf(economy, usualRepaid), 0);
}

/** Chance that a borrower takes a loan in a quarter, at most. */
function takersOf({ strain, need }: Economy, room: Room): number {
  const { entry, exit, need: factor } = strain;
  const strained = entry > 0 ? entry / (entry + exit) : 0;
  const needing = Math.min(mostNeed, need.demand * (1 + strained * (factor - 1)));
  return needing * (room === 'sure' ? 1 : usualTakers);
}

/** Share of borrowers whose twin lives, in usual markets, if so many of their loans are repaid. */
function twinnedOf(economy: Economy, repaid: number): number {
  const made = twinLife * economy.reputation.twins * takersOf(economy, 'usual') * repaid;
  return made / (1 + made);
}

/**
 * Six standard deviations above the mean of so many events of this chance.
 *
 * @param doubled share of them that count twice
 */
function upTo(size: number, chance: number, doubled: number): number {
  const mean = size * chance * (1 + doubled);
  const variance = size * chance * (1 - chance) * (1 + doubledVariance * doubled);
  const most = size + Math.ceil(size * doubled);
  return Math.min(most, Math.ceil(mean + deviations * Math.sqrt(variance) + someMore));
}
