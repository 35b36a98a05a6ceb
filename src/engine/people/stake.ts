import { Access } from '../../institutions/institution.ts';
import * as selecting from '../../math/select.ts';
import * as drawing from '../../random/draws.ts';
import type { Sharing } from '../files/join.ts';
import type { LenderCosts } from '../lenders/costs.ts';
import * as lending from '../lenders/costs.ts';
import { workingPage } from '../columns/page.ts';
import type { Economy } from '../parameters.ts';
import { rowsWith } from '../columns/rows-with.ts';
import { defaultsFeature, featureCount, featureIndex } from '../lenders/scorecard.ts';
import type { Lender } from '../setup.ts';

/** Constants of this module, for its loops (see `workingPage`). */
const page = workingPage;
const { pageSize } = drawing;
const { select } = selecting;
const { oddsOf, recovered } = lending;
const halves = defaultsFeature;

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

/** Rows of one lender, or whose default would reach one reader by one variant. */
const rows = new Int32Array(pageSize + 1);
/** What all readers together would take away from them, each weighted by its share. */
const others = new Float64Array(pageSize);

const seesRecords = 1;
const seesScore = 2;
const variants = 3;

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
 * Fills `sharedLoss` for every reader and variant, where a default on one of the row's `candidates` would reach it.
 *
 * @param coefficients the posted scorecards that sanction. Shape (lenders × features).
 */
export function readersLosses(plan: StakePlan, coefficients: Float64Array): void {
  const { lenders, sources } = plan;
  const { n, candidates } = page;
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
  const { collateral, sharedDefaults, footprintDrop, sharedLoss } = page;
  const { sanctionLogOdds, sanctionPrice } = page;
  const { cap } = plan.economy.pricing;
  const { valueOfAccess } = plan.economy.reputation;
  const { logOddsCap } = costs;
  const cost = costs.cost[q];
  const recovery = costs.recovery[q];
  const first = coefficients[q * featureCount + featureIndex.sharedDefault];
  const more = coefficients[q * featureCount + featureIndex.sharedDefaults];
  const viaRecords = v & seesRecords ? 1 : 0;
  const viaScore = v & seesScore ? coefficients[q * featureCount + featureIndex.footprint] : 0;
  const at = q * pageSize;
  const out = (q * variants + v - 1) * pageSize;
  for (let k = 0; k < count; k++) {
    const r = rows[k];
    const d = sharedDefaults[at + r];
    const onFile = Number(d === 0) * first + more * (halves[d + 1] - halves[d]);
    const after = sanctionLogOdds[at + r] + viaRecords * onFile + viaScore * footprintDrop[r];
    const spread = cost - recovered(recovery, collateral[r], cost);
    const shut = cost + spread * oddsOf(after, logOddsCap);
    sharedLoss[out + r] = lossOf(sanctionPrice[at + r], shut, cap, valueOfAccess);
  }
}

/**
 * Fills `stakeBy` for each of the row's `candidates`: V if the loan is that lender's. After `readersLosses`.
 *
 * @param coefficients the posted scorecards that sanction. Shape (lenders × features).
 */
export function stakes(plan: StakePlan, coefficients: Float64Array): void {
  const { n, candidates } = page;
  for (let o = 0; o < plan.lenders; o++) {
    const count = rowsWith(1 << o, candidates, n, rows);
    stakesWith(plan, coefficients, o, count);
  }
}

/** V of the first `count` of `rows`, if the loan is lender o's. */
function stakesWith(plan: StakePlan, coefficients: Float64Array, o: number, count: number): void {
  const { costs, sharing, variant, weight, lenders } = plan;
  const { collateral, footprintDrop, ownDefault, sanctionLogOdds, sanctionPrice } = page;
  const { ownWeight, sharedWeight, sharedLoss, stakeBy } = page;
  const { cap } = plan.economy.pricing;
  const { valueOfAccess } = plan.economy.reputation;
  const { logOddsCap } = costs;
  const cost = costs.cost[o];
  const recovery = costs.recovery[o];
  const share = plan.share[o];
  const perks = sharing.perks[o];
  const toOwn = coefficients[o * featureCount + featureIndex.ownDefault];
  const ownScore = sharing.scoreReader[o] & sharing.ecosystem[o];
  const viaScore = ownScore * coefficients[o * featureCount + featureIndex.footprint];
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
    const onFile = (1 - ownDefault[at + r]) * toOwn;
    const after = sanctionLogOdds[at + r] + onFile + viaScore * footprintDrop[r];
    const spread = cost - recovered(recovery, collateral[r], cost);
    const shut = cost + spread * oddsOf(after, logOddsCap);
    const ownLoss = lossOf(sanctionPrice[at + r], shut, cap, valueOfAccess);
    stakeBy[at + r] = ownWeight[r] * share * ownLoss + sharedWeight[r] * others[k] + perks;
  }
}

/** Candidates once the lender is found. */
export function onlyWinners(): void {
  const { n, winner, candidates } = page;
  for (let r = 0; r < n; r++) candidates[r] = 1 << winner[r];
}

/** V of each row with the lender that lends, into `stake`. */
export function stakeWithWinner(): void {
  const { n, winner, stake, stakeBy } = page;
  for (let r = 0; r < n; r++) stake[r] = stakeBy[winner[r] * pageSize + r];
}
