import { deriveKey, pageSize, word } from '../../random/draws.ts';
import { twinCopyOf } from '../../random/purposes.ts';
import { hidden } from '../columns/hidden.ts';
import { roll, rollWriter } from '../columns/roll.ts';
import { leafSize, leavesPerPage } from '../columns/shape.ts';
import { uniformOf, type Draws } from '../draws.ts';
import { copyAsDefaulted, distinctMaps, type Records } from '../files/records.ts';
import {
  Status,
  vintageStart,
  type LoanBook,
  type LoanQuarter,
  type Motives,
} from '../loans/book.ts';
import type { Allocate } from '../memory/allocate.ts';
import { thetaIn, type LearnedState } from './beliefs.ts';
import { offerWorth } from './offer-worth.ts';
import { foreseenAt, perQuarter, twinLife } from './theta.ts';
import { closeLoans, copyLoans } from './twin-loans.ts';
import type { TwinPlan } from './twin-plan.ts';
import { createTwinRoom, findTwins, moveIn, twinAt, type TwinRoom } from './twin-room.ts';

/**
 * Twins (model.md §7.3): shadows of borrowers whose loan has just been repaid, with the same traits, luck, files and debts,
 * but with that loan on file as a default. Their loss beside their originals says what a default costs.
 */
export interface Twins {
  /** Quarter in which the borrower's twin was made, plus one; 0 without a twin. Shape (borrowers). */
  readonly made: Uint16Array;
  /** Where each twin that lives stands in the next three, and where its files lie. */
  readonly room: TwinRoom;
  /** Whose loan it was that the twin defaulted on. Shape (pages × places). */
  readonly lender: Uint8Array;
  /** What was foreseen for each quarter, by the own lender and by readers (`foreseenAt`). Shape (pages × places). */
  readonly own: Float64Array;
  readonly shared: Float64Array;
  /** Columns of the loan book and of motives: what a copy of a loan copies. */
  readonly columns: readonly { [place: number]: number }[];
  /** Maps of the files: what a copy of a file copies. */
  readonly maps: readonly Uint32Array[];
}

/** @param records the files of the world */
export function createTwins(
  borrowers: number,
  book: LoanBook,
  motives: Motives,
  records: Records,
  allocate: Allocate,
): Twins {
  const pages = Math.ceil(borrowers / pageSize);
  const room = createTwinRoom(pages, records.places - pageSize, allocate);
  const n = room.tenant.length;
  const places = book.slot.length;
  const isColumn = (member: unknown): member is Float64Array | Uint16Array | Uint8Array =>
    (member instanceof Float64Array ||
      member instanceof Uint16Array ||
      member instanceof Uint8Array) &&
    member.length === places;
  return {
    made: new Uint16Array(allocate(2 * borrowers)),
    room,
    lender: new Uint8Array(allocate(n)),
    own: new Float64Array(allocate(8 * n)),
    shared: new Float64Array(allocate(8 * n)),
    columns: [...Object.values(book), ...Object.values(motives)].filter(isColumn),
    maps: distinctMaps(records),
  };
}

/** Lists the twins of the page that live, and finds their files. */
export function summonTwins({ made, room }: Twins, page: number): void {
  const { first, size } = roll;
  const { twins } = rollWriter;
  let n = 0;
  for (let i = 0; i < size; i++) {
    twins[n] = pageSize + i;
    n += Number(made[first + i] > 0);
  }
  rollWriter.twinCount = n;
  findTwins(room, page);
}

/** Numbers that a leaf's twins teach: X and Y of the quarter. */
export const twinSumCount = 2;

/** What befell persons in this step: their twin ended, their twin is made. */
const ending = new Uint8Array(pageSize);
const starting = new Uint8Array(pageSize);

/**
 * Step 11: the quarter's surplus is added, old twins end, new ones are made. After the quarter's records and sums; before
 * balances move on.
 *
 * @param where the page's leaves have their sums: the first at `at`, the others `stride` apart
 */
export function followTwins(
  plan: TwinPlan,
  draws: Draws,
  twins: Twins,
  records: Records,
  book: LoanBook,
  motives: Motives,
  now: LoanQuarter,
  learned: LearnedState,
  page: number,
  quarter: number,
  {
    sums,
    at,
    stride,
  }: { readonly sums: Float64Array; readonly at: number; readonly stride: number },
): void {
  const { shadows } = plan;
  if (!shadows) {
    ending.fill(0);
    let next = 0;
    for (let leaf = 0; leaf < leavesPerPage && leaf * leafSize < roll.size; leaf++) {
      next = addSurplus(plan, twins, next, leaf, page, quarter, sums, at + leaf * stride);
    }
    if (ending.includes(1)) closeLoans(book, page, ending);
  } else if (quarter !== shadows.quarter) return;
  if (quarter < plan.from || plan.share === 0) return;
  const theta = thetaIn(learned, quarter - book.term + 1);
  const made = makeTwins(plan, draws, twins, records, book, motives, now, theta, page, quarter);
  if (made > 0) copyLoans(twins.columns, book, page, quarter, starting);
}

/** What a leaf's twins, from this place of `roll.twins` on, lost, and what was foreseen. @returns place of the next leaf's */
function addSurplus(
  { patience, seen }: TwinPlan,
  { made, lender, own, shared, room }: Twins,
  from: number,
  leaf: number,
  page: number,
  quarter: number,
  sums: Float64Array,
  at: number,
): number {
  const { first, rowOf, twins, twinCount } = roll;
  const { surplus } = offerWorth;
  const end = pageSize + (leaf + 1) * leafSize;
  let lost = 0;
  let foreseen = 0;
  let k = from;
  for (; k < twinCount && twins[k] < end; k++) {
    const i = twins[k] - pageSize;
    const spot = twinAt(room, page, i);
    const age = quarter - made[first + i] + 1;
    const original = rowOf[i] >= 0 ? surplus[rowOf[i]] : 0;
    const twin = rowOf[pageSize + i] >= 0 ? surplus[rowOf[pageSize + i]] : 0;
    lost += patience[age] * (original - twin);
    const sees = seen[lender[spot] * (twinLife + 1) + age];
    foreseen += patience[age] * foreseenAt(own[spot], shared[spot], sees);
    if (age < twinLife) continue;
    made[first + i] = 0;
    room.tenant[spot] = 0;
    ending[i] = 1;
  }
  sums[at] = lost;
  sums[at + 1] = foreseen;
  return k;
}

/** Makes twins of some of those whose loan has come to its end repaid. @returns how many */
function makeTwins(
  plan: TwinPlan,
  { seed, key }: Draws,
  twins: Twins,
  records: Records,
  book: LoanBook,
  motives: Motives,
  now: LoanQuarter,
  theta: number,
  page: number,
  quarter: number,
): number {
  const { term, slot, status, lender, leafEnds } = book;
  const { first } = roll;
  if (quarter < term - 1) return 0;
  starting.fill(0);
  const { files: copied, lots } = plan;
  const copies = Array.from({ length: lots }, (_, luck) => {
    deriveKey(key, seed, page, quarter, twinCopyOf(luck));
    return [key[0], key[1], key[2]] as const;
  });
  deriveKey(key, seed, page, quarter, plan.purpose);
  const [k0, k1, k2] = key;
  const vintage = (quarter + 1) % term; // signed T − 1 quarters ago: the one that ends, loans of others are repaid later
  const start = vintageStart(book, page, vintage);
  const ends = (page * term + vintage) * 2 * leavesPerPage;
  const files = page * records.places;
  let at = page * twins.room.places;
  let made = 0;
  let from = 0;
  for (let leaf = 0; leaf < leavesPerPage; leaf++) {
    for (let k = from; k < leafEnds[ends + 2 * leaf]; k++) {
      const i = slot[start + k];
      // The draw first: a processor guesses right that it is in vain.
      if (!(uniformOf(word(i, k0, k1, k2)) < plan.share)) continue;
      if (now.wasOpen[vintage * book.capacity + k] === 0) continue;
      if (status[start + k] !== Status.repaid) continue;
      if (hidden.aware[i] === 0 || twins.made[first + i] > 0) continue;
      if (plan.shadows && plan.shadows.unless[first + i] > 0) continue;
      const q = lender[start + k];
      let missed = 0;
      for (let file = 0; file < copied.length; file++) {
        const { luck, missedDefault } = copied[file];
        const [c0, c1, c2] = copies[luck[q]];
        const misses = uniformOf(word(i, c0, c1, c2)) < missedDefault[q];
        missed |= Number(misses) << file;
      }
      const bit = 1 << quarter; // a shift takes its distance modulo 32
      at = moveIn(twins.room, page, i, at);
      const to = files + roll.place[pageSize + i];
      copyAsDefaulted(records, twins.maps, files + i, to, q, bit, missed);
      twins.made[first + i] = quarter + 1;
      twins.lender[at] = q;
      twins.own[at] = perQuarter(motives.ownStake[start + k] / theta, plan.ownWeight);
      const shared = motives.sharedStake[start + k] - plan.perks[q];
      twins.shared[at] = perQuarter(shared / theta, plan.sharedWeight[q]);
      starting[i] = 1;
      made++;
    }
    from = leafEnds[ends + 2 * leaf + 1];
  }
  return made;
}
