import type { Lender } from '../setup.ts';

/** Sets of lenders that a borrower may ask, with the chance of each, for every home lender. */
export interface SearchTable {
  /** Sets as bit masks, one block per home lender. */
  readonly sets: Uint32Array;
  /** Chance of this set or an earlier one of its block; the last of a block is 1. */
  readonly upTo: Float64Array;
  /** Block of home lender h is start[h] … start[h + 1] − 1. */
  readonly start: Int32Array;
  /**
   * Where to begin to look, by home lender and the first bits of a draw: the first set that a draw which
   * begins so can mean. Almost every look-up ends where it begins (Chen & Asau 1974, "On generating
   * random variates from an empirical distribution", AIIE Transactions 6, 163–166).
   * Shape (lenders × 2^guideBits).
   */
  readonly guide: Uint32Array;
}

export const guideBits = 10;

/**
 * Exact chances of drawing lenders by search share without replacement, so that one uniform draw picks
 * all lenders that a borrower asks.
 *
 * The chance of a set is a sum over the orders in which it can arise; since the next draw depends only
 * on the set so far, it builds up set by set.
 *
 * @param quotes lenders asked, the home lender included; at most the number of lenders
 * @param homeLender whether the home lender is always among them
 */
export function searchTable(
  lenders: readonly Lender[],
  quotes: number,
  homeLender: boolean,
): SearchTable {
  const sets: number[] = [];
  const upTo: number[] = [];
  const start = [0];
  const guide: number[] = [];
  for (let home = 0; home < lenders.length; home++) {
    let chances = new Map([[homeLender ? 1 << home : 0, 1]]);
    for (let asked = homeLender ? 1 : 0; asked < Math.min(quotes, lenders.length); asked++) {
      chances = withOneMore(lenders, chances);
    }
    let sum = 0;
    for (const [set, chance] of [...chances].toSorted(([a], [b]) => a - b)) {
      sum += chance;
      sets.push(set);
      upTo.push(sum);
    }
    upTo[upTo.length - 1] = 1;
    for (let cell = 0, at = start[home]; cell < 1 << guideBits; cell++) {
      while (cell >= upTo[at] * (1 << guideBits)) at++;
      guide.push(at);
    }
    start.push(sets.length);
  }
  return {
    sets: Uint32Array.from(sets),
    upTo: Float64Array.from(upTo),
    start: Int32Array.from(start),
    guide: Uint32Array.from(guide),
  };
}

function withOneMore(
  lenders: readonly Lender[],
  chances: ReadonlyMap<number, number>,
): Map<number, number> {
  const next = new Map<number, number>();
  for (const [set, chance] of chances) {
    let left = 0;
    for (let j = 0; j < lenders.length; j++) if (!(set & (1 << j))) left += lenders[j].share;
    for (let j = 0; j < lenders.length; j++) {
      if (set & (1 << j)) continue;
      const larger = set | (1 << j);
      next.set(larger, (next.get(larger) ?? 0) + (chance * lenders[j].share) / left);
    }
  }
  return next;
}
