import { gainsBy, type Stability } from './game.ts';
import { moved } from './players.ts';

/** Where best responses lead: who would gain most by moving alone moves, one after another. */
export interface JoiningPath {
  /** Coalitions in their order, the first one included. */
  readonly coalitions: readonly number[];
  /** Who moved to each coalition but the first. */
  readonly movers: readonly number[];
  /** The last ones, from the one that came back on: without an equilibrium the path goes round. */
  readonly cycle?: readonly number[];
}

/**
 * The best-response path from a coalition, by mean gains: the player that gains most moves (of equals the first in market
 * order), until none gains or a coalition comes back. It is no path in time: each coalition is in place from the start.
 */
export function pathFrom(start: number, all: readonly Stability[]): JoiningPath {
  const coalitions = [start];
  const movers: number[] = [];
  for (;;) {
    const here = coalitions.at(-1) ?? start;
    const best = all[here].moves
      .filter(gainsBy)
      .reduce<Stability['moves'][number] | undefined>(
        (a, b) => (a === undefined || b.gain.mean > a.gain.mean ? b : a),
        undefined,
      );
    if (best === undefined) return { coalitions, movers };
    const next = moved(here, best.player);
    movers.push(best.player);
    const before = coalitions.indexOf(next);
    if (before >= 0) return { coalitions, movers, cycle: coalitions.slice(before) };
    coalitions.push(next);
  }
}

/** Where a path comes to rest; undefined if it goes round. */
export function restOf({ coalitions, cycle }: JoiningPath): number | undefined {
  return cycle ? undefined : coalitions.at(-1);
}
