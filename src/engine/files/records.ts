import { pageSize } from '../../random/draws.ts';
import { roll } from '../columns/roll.ts';
import type { Allocate } from '../memory/allocate.ts';
import type { Sharing } from './join.ts';

/**
 * Credit records, one bit a quarter: bit t mod 32 of a map is quarter t. A loan leaves one bit, in the quarter in which it
 * ends; signing leaves none. Time passes without moving anything; a retention window is a mask, a count a popcount.
 *
 * `ended` hold the last 32 quarters: when a quarter is written, its bit is struck off everywhere first. The other maps say
 * what became of those loans, and nothing elsewhere: read them where a loan ended.
 *
 * Each lender keeps the truth about its own loans. Others read a copy of what a contributor furnishes, whose errors are
 * drawn once, when the record is made. Maps that would be equal are one: the copy is the truth where nothing is spoilt
 * or left out. Lenders that furnish nothing have no copy.
 *
 * Slot s of page p lies at p · places + `roll.place[s]`.
 */
export interface Records {
  /** Places of a page: one for every borrower, then those that twins are given while they live. */
  readonly places: number;
  /** A loan ended. [lender][place] */
  readonly ended: readonly Uint32Array[];
  /** It defaulted, in truth. */
  readonly defaults: readonly Uint32Array[];
  /** What each tier holds of it: files in the order of the market's, which may have had others at other times. */
  readonly tiers: readonly Copies[];
}

/** What a tier holds. [lender][place] */
export interface Copies {
  /** It defaulted, on the shared copy; empty for a lender that does not contribute, as are the next two. */
  readonly shared: readonly Uint32Array[];
  /** The same as read by another kind of lender; `shared` without a standards gap. */
  readonly crossed: readonly Uint32Array[];
  /** A loan ended, on the shared copy; `ended` without a threshold. */
  readonly reported: readonly Uint32Array[];
  /** An act struck it off; empty where none ever does. */
  readonly struck: readonly Uint32Array[];
}

/** What the files of a market must be able to hold, in all its phases. */
export interface FilePlan {
  /** Lenders. */
  readonly n: number;
  readonly files: readonly TierPlan[];
  /** Acts strike some records off. */
  readonly strikes: boolean;
  /** There is a score. */
  readonly scored: boolean;
}

interface TierPlan {
  /** 1 where the lender furnishes in some phase. Shape (n). */
  readonly contributing: Uint8Array;
  /** Errors spoil records; a gap of standards garbles them; small loans are left out. */
  readonly spoils: boolean;
  readonly crosses: boolean;
  readonly leavesOut: boolean;
}

/** @param phases who shares what, phase by phase */
export function planFiles(phases: readonly Sharing[], strikes: boolean): FilePlan {
  const [{ n }] = phases;
  const all = phases.flatMap(({ tiers }) => tiers);
  const count = Math.max(...all.map(({ file }) => file)) + 1;
  return {
    n,
    files: Array.from({ length: count }, (_, at): TierPlan => {
      const tiers = all.filter(({ file }) => file === at);
      return {
        contributing: Uint8Array.from({ length: n }, (__, q) =>
          Number(tiers.some(({ contributing }) => contributing[q] === 1)),
        ),
        spoils: tiers.some(({ errors }) => errors.falseDefault > 0 || errors.missedDefault > 0),
        crosses: tiers.some(({ errors }) => errors.standardsGap > 0),
        leavesOut: tiers.some(({ records }) => records.threshold > 0),
      };
    }),
    strikes,
    scored: phases.some(({ score }) => score !== undefined),
  };
}

/**
 * Empty files.
 *
 * @param twinFiles how many twins of a page may have files
 */
export function createRecords(
  pages: number,
  twinFiles: number,
  plan: FilePlan,
  allocate: Allocate,
): Records {
  const places = pageSize + twinFiles;
  const map = () => new Uint32Array(allocate(4 * pages * places));
  const each = (of: (lender: number) => Uint32Array) =>
    Array.from({ length: plan.n }, (_, q) => of(q));
  const ended = each(map);
  const defaults = each(map);
  const none = new Uint32Array(0);
  return {
    places,
    ended,
    defaults,
    tiers: plan.files.map(({ contributing, spoils, crosses, leavesOut }): Copies => {
      const furnished = (of: (lender: number) => Uint32Array) =>
        each((q) => (contributing[q] ? of(q) : none));
      const shared = furnished(spoils ? map : (q) => defaults[q]);
      return {
        shared,
        crossed: furnished(crosses ? map : (q) => shared[q]),
        reported: furnished(leavesOut ? map : (q) => ended[q]),
        struck: each(plan.strikes ? map : () => none),
      };
    }),
  };
}

/** The maps of a world that are not the same: what is written, copied or emptied must be so once. */
export function distinctMaps({ ended, defaults, tiers }: Records) {
  const copies = tiers.flatMap(({ shared, crossed, reported, struck }) => [
    ...shared,
    ...crossed,
    ...reported,
    ...struck,
  ]);
  return [...new Set([...ended, ...defaults, ...copies])].filter((map) => map.length > 0);
}

/** A map with these bits 1 or 0 by `value`, whatever stood there 32 quarters ago. */
function marked(map: number, bits: number, value: number): number {
  return (map & ~bits) | (bits & -value);
}

/**
 * A loan ends on its lender's own file, which is true.
 *
 * @param at where the slot's files lie
 * @param now bit of the quarter
 * @param defaulted 1 if it did
 */
export function writeRecord(
  { ended, defaults }: Records,
  q: number,
  at: number,
  now: number,
  defaulted: number,
): void {
  ended[q][at] |= now;
  defaults[q][at] = marked(defaults[q][at], now, defaulted);
}

/**
 * It ends on the copies of a tier, after its own file. Nothing if the lender does not contribute there.
 *
 * @param says 1 if the shared copy has a default; `crossed` if it reads as one across a gap of standards
 * @param large 1 if it is large enough to be furnished
 */
export function writeCopies(
  { ended, defaults }: Records,
  { shared, crossed, reported, struck }: Copies,
  q: number,
  at: number,
  now: number,
  says: number,
  across: number,
  large: number,
): void {
  if (struck[q].length > 0) struck[q][at] &= ~now;
  const copy = shared[q];
  if (copy.length === 0) return;
  // Where maps are one, they hold the same: the last to write must be right for all.
  if (copy !== defaults[q]) copy[at] = marked(copy[at], now, says);
  if (crossed[q] !== copy) crossed[q][at] = marked(crossed[q][at], now, across);
  if (reported[q] !== ended[q]) reported[q][at] = marked(reported[q][at], now, large);
}

/**
 * Strikes off the bit of this quarter, which still holds what was 32 quarters ago, from the files of everybody on a page:
 * of the twins that live, since who is made a twin gets its original's files.
 */
export function strikeOff({ ended, places }: Records, page: number, now: number): void {
  const from = page * places;
  const { twins, twinCount, place } = roll;
  for (let q = 0; q < ended.length; q++) {
    const map = ended[q];
    for (let at = from; at < from + pageSize; at++) map[at] &= ~now;
    for (let k = 0; k < twinCount; k++) map[from + place[twins[k]]] &= ~now;
  }
}

/**
 * A twin's files: its original's, but the loan that lender q got repaid this quarter is on file as a default. Every map is
 * written, so that nothing is left of a twin that had this place before.
 *
 * @param from where the original's lie; `to` the twin's
 * @param now bit of the quarter
 * @param missed bit k: the shared copy of files k misses the default
 */
export function copyAsDefaulted(
  records: Records,
  maps: readonly Uint32Array[],
  from: number,
  to: number,
  q: number,
  now: number,
  missed: number,
): void {
  for (const map of maps) map[to] = map[from];
  writeRecord(records, q, to, now, 1);
  for (const [k, copies] of records.tiers.entries()) {
    const { shared, crossed, reported } = copies;
    const copy = shared[q];
    if (copy.length === 0) continue; // nothing new is struck off
    // The same luck: what standards garbled of the original's record they garble of the twin's.
    const garbled = Number(((copy[from] ^ crossed[q][from]) & now) !== 0);
    const large = Number((reported[q][from] & now) !== 0);
    const says = 1 - ((missed >>> k) & 1);
    writeCopies(records, copies, q, to, now, says, says ^ garbled, large);
  }
}
