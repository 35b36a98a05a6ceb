import { Access } from '../../institutions/institution.ts';
import { select } from '../../math/select.ts';
import { pageSize } from '../../random/draws.ts';
import { hidden, hiddenWriter } from '../columns/hidden.ts';
import { f64, maxLenders, rowList, u32 } from '../columns/layout.ts';
import { roll } from '../columns/roll.ts';
import { terms } from '../columns/terms.ts';
import { visible } from '../columns/visible.ts';
import type { Sharing } from '../files/join.ts';
import { amountAtRisk, breakEvenPrice, oddsOf, type LenderCosts } from '../lenders/costs.ts';
import type { Economy } from '../parameters.ts';
import { rowsWith } from '../columns/rows-with.ts';
import { firstOwnDefault, oneMoreDefault, scoreCoefficient } from '../lenders/features.ts';
import type { Lender } from '../setup.ts';

/**
 * The reputational stake V (model.md §5): what a borrower believes it loses when it defaults on lender o, namely
 * the worse prices of o itself, which remembers for ever, and of every reader of o's records, which sees the
 * default after the lag and until it is erased.
 *
 * What a reader q would take away after one more default depends on what of o it sees: its records
 * (variant 1), the score that o's loans feed (variant 2), or both (variant 3). Losses are computed once per
 * applicant, reader and variant, and weighted by who lends.
 */
export interface StakePlan {
  readonly economy: Economy;
  readonly lenders: number;
  readonly costs: LenderCosts;
  readonly sharing: Sharing;
  readonly share: Float64Array;
  /** Variant of reader q on lender o, 0 = sees nothing, at [o · lenders + q]. */
  readonly variant: Uint8Array;
  /** share of q × chance that q reads a default of o right, at [o · lenders + q]. */
  readonly weight: Float64Array;
  /** Bit o at [q · variants + v − 1]: a default on lender o reaches reader q by variant v. */
  readonly sources: Uint32Array;
  /** Bit q at [o]: a default on lender o reaches reader q by some variant. */
  readonly readersOf: Uint32Array;
}

const seesRecords = 1;
const seesScore = 2;
const variants = 3;

/** Rows of one lender, or whose default would reach one reader by one variant. */
const rows = rowList();
/** What all readers together would take away from them, each weighted by its share. */
const others = f64();
/** Bit j: lender j may be the one that lends. */
const candidates = u32();
/** per lender and variant: what reader j would take away after one more default. */
const sharedLoss = f64(maxLenders * variants);

export function planStake(
  economy: Economy,
  lenders: readonly Lender[],
  sharing: Sharing,
  costs: LenderCosts,
): StakePlan {
  const n = lenders.length;
  const variant = new Uint8Array(n * n);
  const weight = new Float64Array(n * n);
  const sources = new Uint32Array(n * variants);
  const readersOf = new Uint32Array(n);
  const { missedDefault, standardsGap } = sharing.errors;
  for (let o = 0; o < n; o++) {
    for (let q = 0; q < n; q++) {
      if (q === o) continue;
      const records = sharing.level[q * n + o] !== Access.none ? seesRecords : 0;
      const score = sharing.scoreReader[q] && sharing.ecosystem[o] ? seesScore : 0;
      const seen = records | score;
      const gap = lenders[q].kind === lenders[o].kind ? 0 : standardsGap;
      variant[o * n + q] = seen;
      // The score keeper sees the truth about its own ecosystem.
      const right = records ? (1 - missedDefault) * (1 - gap) : 1;
      weight[o * n + q] = seen ? lenders[q].share * right : 0;
      if (!seen) continue;
      sources[q * variants + seen - 1] |= 1 << o;
      readersOf[o] |= 1 << q;
    }
  }
  const share = Float64Array.from(lenders, (lender) => lender.share);
  return { economy, lenders: n, costs, sharing, share, variant, weight, sources, readersOf };
}

/**
 * Loss when a lender's break-even price goes from `open` to `shut`: nothing if it is over the cap already,
 * `valueOfAccess` if it passes it, else the difference, 0 … valueOfAccess. In principals.
 */
function lossOf(open: number, shut: number, cap: number, valueOfAccess: number): number {
  const dearer = (shut - open) * Number(shut > open);
  const all = Number(shut > cap) | Number(dearer > valueOfAccess);
  return Number(open <= cap) * select(all, valueOfAccess, dearer);
}

/**
 * Fills `stakeBy` for each lender that a row asks: V if the loan is that lender's.
 *
 * @param coefficients the posted scorecards that sanction. Shape (lenders × features).
 */
export function fearWhomTheyAsk(plan: StakePlan, coefficients: Float64Array): void {
  candidates.set(roll.asked);
  fear(plan, coefficients);
}

/** The same for the lender that lends, once it is found. */
export function fearWinner(plan: StakePlan, coefficients: Float64Array): void {
  onlyWinners();
  fear(plan, coefficients);
}

function onlyWinners(): void {
  const { n } = roll;
  const { winner } = terms;
  for (let r = 0; r < n; r++) candidates[r] = 1 << winner[r];
}

/** V of each row with the lender that lends, into `stake`. After either of the above. */
export function stakeWithWinner(): void {
  const { n } = roll;
  const { winner } = terms;
  const { stake, stakeBy } = hiddenWriter;
  for (let r = 0; r < n; r++) stake[r] = stakeBy[winner[r] * pageSize + r];
}

function fear(plan: StakePlan, coefficients: Float64Array): void {
  readersLosses(plan, coefficients);
  stakes(plan, coefficients);
}

/** Fills `sharedLoss` for every reader and variant, where a default on one of the row's `candidates` would reach it. */
function readersLosses(plan: StakePlan, coefficients: Float64Array): void {
  const { lenders, sources } = plan;
  const { n } = roll;
  for (let q = 0; q < lenders; q++) {
    for (let v = 1; v <= variants; v++) {
      const from = sources[q * variants + v - 1];
      if (from === 0) continue;
      const count = rowsWith(from, candidates, n, rows);
      lossesOf(plan, coefficients, q, v, count);
    }
  }
}

/** What reader q would take away from the first `count` of `rows`, who it sees by variant v. */
function lossesOf(
  plan: StakePlan,
  coefficients: Float64Array,
  q: number,
  v: number,
  count: number,
): void {
  const { costs } = plan;
  const { collateral, sharedDefaults, footprintDrop } = visible;
  const { sanctionLogOdds, sanctionPrice } = visible;
  const { cap } = plan.economy.pricing;
  const { valueOfAccess } = plan.economy.reputation;
  const { logOddsCap } = costs;
  const cost = costs.cost[q];
  const recovery = costs.recovery[q];
  const viaRecords = v & seesRecords ? 1 : 0;
  const viaScore = v & seesScore ? scoreCoefficient(coefficients, q) : 0;
  const at = q * pageSize;
  const out = (q * variants + v - 1) * pageSize;
  for (let k = 0; k < count; k++) {
    const r = rows[k];
    const onFile = oneMoreDefault(coefficients, q, sharedDefaults[at + r]);
    const after = sanctionLogOdds[at + r] + viaRecords * onFile + viaScore * footprintDrop[r];
    const atRisk = amountAtRisk(cost, recovery, collateral[r]);
    const shut = breakEvenPrice(cost, atRisk, oddsOf(after, logOddsCap));
    sharedLoss[out + r] = lossOf(sanctionPrice[at + r], shut, cap, valueOfAccess);
  }
}

/** Fills `stakeBy` for each of the row's `candidates`. After `readersLosses`. */
function stakes(plan: StakePlan, coefficients: Float64Array): void {
  const { n } = roll;
  for (let o = 0; o < plan.lenders; o++) {
    const count = rowsWith(1 << o, candidates, n, rows);
    stakesWith(plan, coefficients, o, count);
  }
}

/** V of the first `count` of `rows`, if the loan is lender o's. */
function stakesWith(plan: StakePlan, coefficients: Float64Array, o: number, count: number): void {
  const { costs, sharing, variant, weight, lenders } = plan;
  const { collateral, footprintDrop, ownDefault, sanctionLogOdds, sanctionPrice } = visible;
  const { ownWeight, sharedWeight } = hidden;
  const { stakeBy } = hiddenWriter;
  const { cap } = plan.economy.pricing;
  const { valueOfAccess } = plan.economy.reputation;
  const { logOddsCap } = costs;
  const cost = costs.cost[o];
  const recovery = costs.recovery[o];
  const share = plan.share[o];
  const perks = sharing.perks[o];
  const ownScore = sharing.scoreReader[o] & sharing.ecosystem[o];
  const viaScore = ownScore * scoreCoefficient(coefficients, o);
  const at = o * pageSize;
  for (let k = 0; k < count; k++) others[k] = 0;
  for (let q = 0; q < lenders; q++) {
    const seen = variant[o * lenders + q];
    if (seen === 0) continue;
    const right = weight[o * lenders + q];
    const from = (q * variants + seen - 1) * pageSize;
    for (let k = 0; k < count; k++) others[k] += right * sharedLoss[from + rows[k]];
  }
  for (let k = 0; k < count; k++) {
    const r = rows[k];
    const onFile = firstOwnDefault(coefficients, o, ownDefault[at + r]);
    const after = sanctionLogOdds[at + r] + onFile + viaScore * footprintDrop[r];
    const atRisk = amountAtRisk(cost, recovery, collateral[r]);
    const shut = breakEvenPrice(cost, atRisk, oddsOf(after, logOddsCap));
    const ownLoss = lossOf(sanctionPrice[at + r], shut, cap, valueOfAccess);
    stakeBy[at + r] = ownWeight[r] * share * ownLoss + sharedWeight[r] * others[k] + perks;
  }
}
