import type { Column } from '../../institutions/institution.ts';
import { deriveKey, pageSize, perWord, word } from '../../random/draws.ts';
import { purposes } from '../../random/purposes.ts';
import { roll, rollWriter } from '../columns/roll.ts';
import { lenderStride, maxRows } from '../columns/shape.ts';
import type { Market, SeedKey } from '../setup.ts';

/** Constants of search: lenders' shares, in the scenario's order. */
export interface SearchPlan {
  readonly seed: SeedKey;
  /** Search share of each lender. */
  readonly share: Float64Array;
  /** Lenders asked at most. */
  readonly quotes: number;
  /** Whether the home lender is asked first, unless it is owed. */
  readonly homeLender: boolean;
  /**
   * Shares added up over the lenders that are not closed, for every set of closed lenders: at set · `tabledLenders` + j up to
   * lender j, ∞ after the last one. Empty in a market of more than `tabledLenders`.
   */
  readonly upTo: Float64Array;
}

export function planSearch({ economy, lenders, seed }: Market): SearchPlan {
  const { quotes, homeLender } = economy.search;
  const share = Float64Array.from(lenders, (lender) => lender.share);
  return { seed, share, quotes, homeLender, upTo: sharesUpTo(share) };
}

/** Sets of so many lenders are few enough for a table. */
const tabledLenders = 8;

/** Table of `SearchPlan.upTo`. */
export function sharesUpTo(share: Float64Array): Float64Array {
  const n = share.length;
  if (n > tabledLenders) return new Float64Array(0);
  const upTo = new Float64Array(tabledLenders << n).fill(Infinity);
  for (let closed = 0; closed < 1 << n; closed++) {
    let sum = 0;
    for (let j = 0; j < n; j++) {
      sum += share[j] * (1 - ((closed >>> j) & 1));
      upTo[closed * tabledLenders + j] = sum;
    }
  }
  return upTo;
}

/**
 * `nextAsked` by table where there is one, to the bit the same. Somebody must be left.
 *
 * @param closed bits of lenders of the market, no others
 */
export function nextLender({ share, upTo }: SearchPlan, closed: number, u: number): number {
  const n = share.length;
  const j = upTo.length > 0 ? nextByTable(upTo, n, closed, u) : n;
  // The table leaves out rounding at the top, and shares of 0.
  return j < n ? j : nextAsked(share, closed, u);
}

/** Counts lenders up to the one that is meant, without a branch that nobody can guess, nor a loop. */
function nextByTable(upTo: Float64Array, n: number, closed: number, u: number): number {
  const at = closed * tabledLenders;
  const target = u * upTo[at + n - 1];
  return (
    Number(upTo[at] <= target) +
    Number(upTo[at + 1] <= target) +
    Number(upTo[at + 2] <= target) +
    Number(upTo[at + 3] <= target) +
    Number(upTo[at + 4] <= target) +
    Number(upTo[at + 5] <= target) +
    Number(upTo[at + 6] <= target) +
    Number(upTo[at + 7] <= target)
  );
}

/**
 * The lender that a uniform draw means, through the shares of those that are neither asked nor owed, in the scenario's
 * order: the first whose cumulated share exceeds u times their sum.
 *
 * @param closed bit j: lender j is asked already, or owed
 * @param u uniform, (0, 1)
 * @returns the lender, or −1 if nobody is left
 */
export function nextAsked(share: Float64Array, closed: number, u: number): number {
  const n = share.length;
  let left = 0;
  for (let j = 0; j < n; j++) left += share[j] * (1 - ((closed >>> j) & 1));
  const target = u * left;
  let upTo = 0;
  let last = -1;
  for (let j = 0; j < n; j++) {
    if ((closed >>> j) & 1) continue;
    upTo += share[j];
    last = j;
    if (target < upTo) return j;
  }
  return last; // rounding, or shares of 0
}

/**
 * Whom each applicant asks: its home lender first, then one draw a place through the shares of those neither asked nor
 * owed, until `quotes` are asked or nobody is left. Fills `roll.asked`, `askedAt` and `askedCount`, and begins
 * `roll.lookedUp` with those asked.
 *
 * @param home home lender by person
 */
export function ask(plan: SearchPlan, home: Column, quarter: number): void {
  const { n, slot, person, owed } = roll;
  const { asked, askedAt, askedCount, lookedUp } = rollWriter;
  const { share, homeLender } = plan;
  const places = Math.min(plan.quotes, share.length);
  const all = share.length === 32 ? -1 : (1 << share.length) - 1;
  for (let r = 0; r < n; r++) {
    const i = person[r];
    closed[r] = owed[slot[r]];
    const first = Number(homeLender) & (1 - ((closed[r] >>> home[i]) & 1));
    askedAt[r] = home[i]; // means nothing if it is not asked
    asked[r] = first << home[i];
    askedCount[r] = first;
  }
  for (let q = 0; q < places; q++) {
    deriveKey(key, plan.seed, roll.first / pageSize, quarter, purposes.askedPlace + q);
    askOneMore(plan, q, all);
  }
  lookedUp.set(asked.subarray(0, n));
}

/** Lenders that each row owes. */
const closed = new Int32Array(maxRows);
/** Rows that ask one lender more. One more: lists are branch-free. */
const asking = new Int32Array(maxRows + 1);
const key = new Int32Array(4);

/** Place q of those who have asked q lenders, and have one left. */
function askOneMore(plan: SearchPlan, q: number, all: number): void {
  const { n, person } = roll;
  const { asked, askedAt, askedCount } = rollWriter;
  const k0 = key[0];
  const k1 = key[1];
  const k2 = key[2];
  const at = q * lenderStride;
  let wanting = 0;
  for (let r = 0; r < n; r++) {
    asking[wanting] = r;
    wanting += Number(askedCount[r] === q) & Number(((closed[r] | asked[r]) & all) !== all);
  }
  for (let k = 0; k < wanting; k++) {
    const r = asking[k];
    const u = ((word(person[r], k0, k1, k2) >>> 0) + 0.5) * perWord;
    const j = nextLender(plan, (closed[r] | asked[r]) & all, u);
    askedAt[at + r] = j;
    asked[r] |= 1 << j;
    askedCount[r] = q + 1;
  }
}
