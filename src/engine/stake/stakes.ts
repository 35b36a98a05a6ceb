import { log } from '../../math/exp.ts';
import { hidden, stakesWriter } from '../columns/hidden.ts';
import { roll } from '../columns/roll.ts';
import { maxRows } from '../columns/shape.ts';
import { terms } from '../columns/terms.ts';
import { addLender, areLogarithms, imagined, restart } from './imagined-prices.ts';
import { Learned } from './offers.ts';
import type { Beliefs, StakePlan } from './plan.ts';
import { View } from './sights.ts';

/** Rows whose stake is reckoned together: those of one lender and of one belief. One more: lists are branch-free. */
const rows = new Int32Array(maxRows + 1);
/** Σ over draws of ln(E⁰/E¹) and of ln(E¹/E²), by place in the list. */
const lostOwn = new Float64Array(maxRows);
const lostShared = new Float64Array(maxRows);

/** Where stakes go: row r at r, or, if they are reckoned with every lender asked, lender o's at o · lenderStride + r. */
export interface StakeColumns {
  readonly rawOwn: Float64Array;
  readonly rawShared: Float64Array;
  readonly ownStake: Float64Array;
  readonly sharedStake: Float64Array;
}

/**
 * The stake of every row with the lender whose price is taken (model.md §7): V_o, what that lender alone can take away
 * after a default, and V_s, what the readers of its records and its score can, perks included.
 *
 * @param aware what those believe who know that lenders share
 * @param unaware what the others believe; undefined if there are none
 */
export function reckonStakes(plan: StakePlan, aware: Beliefs, unaware: Beliefs | undefined): void {
  for (let o = 0; o < plan.lenders; o++) {
    reckonFor(plan, aware, o, listTaken(o, 1), true, stakesWriter, 0);
    if (unaware) reckonFor(plan, unaware, o, listTaken(o, 0), false, stakesWriter, 0);
  }
}

/** The same with every lender asked, before it prices: lender o's stakes at o · `stride` + r. */
export function reckonStakesWithAll(
  plan: StakePlan,
  aware: Beliefs,
  unaware: Beliefs | undefined,
  out: StakeColumns,
  stride: number,
): void {
  for (let o = 0; o < plan.lenders; o++) {
    reckonFor(plan, aware, o, listAsked(o, 1), true, out, o * stride);
    if (unaware) reckonFor(plan, unaware, o, listAsked(o, 0), false, out, o * stride);
  }
}

/** Rows that would sign with lender o, and whose borrower is aware or is not. */
function listTaken(o: number, isAware: number): number {
  const { n, person } = roll;
  const { aware } = hidden;
  const { lender } = terms;
  let count = 0;
  for (let r = 0; r < n; r++) {
    rows[count] = r;
    count += Number(lender[r] === o) & Number(aware[person[r]] === isAware);
  }
  return count;
}

/** Rows that ask lender o, and whose borrower is aware or is not. */
function listAsked(o: number, isAware: number): number {
  const { n, person, asked } = roll;
  const { aware } = hidden;
  let count = 0;
  for (let r = 0; r < n; r++) {
    rows[count] = r;
    count += (asked[r] >>> o) & 1 & Number(aware[person[r]] === isAware);
  }
  return count;
}

/** The stakes of the first `count` of `rows` on loans of lender o. An unaware borrower sees itself alone, and o. */
function reckonFor(
  plan: StakePlan,
  beliefs: Beliefs,
  o: number,
  count: number,
  aware: boolean,
  out: StakeColumns,
  at: number,
): void {
  if (count === 0) return;
  const { lenders, sights, future } = plan;
  lostOwn.fill(0, 0, count);
  lostShared.fill(0, 0, count);
  const ways = aware ? sights[o] : sights[o].slice(0, 1);
  for (const [way, sight] of ways.entries()) {
    for (let d = 0; d < future.draws; d++) {
      restart(plan, beliefs, count);
      for (let q = 0; q < lenders; q++) {
        const sees = aware ? sight.view[q] : q === o ? View.own : 0;
        addLender(plan, beliefs, d, q, sees, sight, rows, count);
      }
      if (way === 0) addLosses(count, areLogarithms(plan, beliefs));
      else addShared(count, areLogarithms(plan, beliefs), sight.weight / ways[0].weight);
    }
  }
  weigh(plan, beliefs, o, count, out, at);
}

/** L¹ − L² of one more way in which a default may stand, in units of σ and of the first one's weight. */
function addShared(count: number, logarithms: boolean, weight: number): void {
  const { ownDefault, sharedDefault } = imagined;
  for (let k = 0; k < count; k++) {
    const lost = logarithms
      ? ownDefault[k] - sharedDefault[k]
      : log(ownDefault[k] / sharedDefault[k]);
    lostShared[k] += weight * lost;
  }
}

/** L⁰ − L¹ and L¹ − L², in units of σ. */
function addLosses(count: number, logarithms: boolean): void {
  const { repaid, ownDefault, sharedDefault } = imagined;
  if (logarithms) {
    for (let k = 0; k < count; k++) {
      lostOwn[k] += repaid[k] - ownDefault[k];
      lostShared[k] += ownDefault[k] - sharedDefault[k];
    }
    return;
  }
  for (let k = 0; k < count; k++) {
    lostOwn[k] += log(repaid[k] / ownDefault[k]);
    lostShared[k] += log(ownDefault[k] / sharedDefault[k]);
  }
}

/** V_o = θ·ν̄·t̄·S̄·Δ(1, 31)·(L⁰ − L¹), and V_s likewise with perks. */
function weigh(
  plan: StakePlan,
  { learned }: Beliefs,
  o: number,
  count: number,
  { rawOwn, rawShared, ownStake, sharedStake }: StakeColumns,
  at: number,
): void {
  const { ownWeight, sights, taste, future } = plan;
  const sharedWeight = sights[o][0].weight;
  const { meanNeed, meanSize } = hidden;
  const { person } = roll;
  const theta = learned[Learned.theta];
  const perLoss = (learned[Learned.takeUp] * taste) / future.draws;
  const perks = plan.perks[o];
  for (let k = 0; k < count; k++) {
    const r = rows[k];
    const i = person[r];
    const each = perLoss * meanNeed[i] * meanSize[i];
    const own = each * ownWeight * lostOwn[k];
    const shared = each * sharedWeight * lostShared[k];
    rawOwn[at + r] = own;
    rawShared[at + r] = shared;
    ownStake[at + r] = theta * own;
    sharedStake[at + r] = theta * shared + perks;
  }
}
