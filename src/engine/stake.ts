import { Access } from '../institutions/institution.ts';
import { pageSize } from '../random/draws.ts';
import type { Sharing } from './join.ts';
import { oddsOf, recovered, type LenderCosts } from './lender-costs.ts';
import type { Page } from './page.ts';
import type { Economy } from './parameters.ts';
import { defaultsFeature, featureCount, featureIndex } from './scorecard.ts';
import type { Lender } from './setup.ts';

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
  /** Bit v − 1: some lender's default reaches reader q by variant v. */
  readonly needed: Uint8Array;
}

const seesRecords = 1;
const seesScore = 2;
export const variants = 3;

export function planStake(
  economy: Economy,
  lenders: readonly Lender[],
  sharing: Sharing,
  costs: LenderCosts,
): StakePlan {
  const n = lenders.length;
  const variant = new Uint8Array(n * n);
  const weight = new Float64Array(n * n);
  const needed = new Uint8Array(n);
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
      if (seen) needed[q] |= 1 << (seen - 1);
    }
  }
  const share = Float64Array.from(lenders, (lender) => lender.share);
  return { economy, lenders: n, costs, sharing, share, variant, weight, needed };
}

/** Loss when log-odds rise from `before` to `after`: model.md §5. In principals, 0 … valueOfAccess. */
function lossOf(
  before: number,
  after: number,
  cost: number,
  spread: number,
  cap: number,
  logOddsCap: number,
  valueOfAccess: number,
): number {
  const open = cost + spread * oddsOf(before, logOddsCap);
  if (open > cap) return 0;
  const shut = cost + spread * oddsOf(after, logOddsCap);
  if (shut > cap) return valueOfAccess;
  const dearer = shut - open;
  return dearer < 0 ? 0 : dearer > valueOfAccess ? valueOfAccess : dearer;
}

/**
 * Fills `sharedLoss` for every reader and variant that is needed.
 *
 * @param coefficients the posted scorecards that sanction. Shape (lenders × features).
 */
export function readersLosses(plan: StakePlan, page: Page, coefficients: Float64Array): void {
  const { economy, costs, lenders, needed } = plan;
  const { n, collateral, sharedDefaults, footprintDrop, sanctionLogOdds, sharedLoss } = page;
  const { cap } = economy.pricing;
  const { valueOfAccess } = economy.reputation;
  const { logOddsCap } = costs;
  for (let q = 0; q < lenders; q++) {
    const cost = costs.cost[q];
    const recovery = costs.recovery[q];
    const first = coefficients[q * featureCount + featureIndex.sharedDefault];
    const more = coefficients[q * featureCount + featureIndex.sharedDefaults];
    const points = coefficients[q * featureCount + featureIndex.footprint];
    const at = q * pageSize;
    for (let v = 1; v <= variants; v++) {
      if (!(needed[q] & (1 << (v - 1)))) continue;
      const viaRecords = v & seesRecords ? 1 : 0;
      const viaScore = v & seesScore ? points : 0;
      const out = (q * variants + v - 1) * pageSize;
      for (let r = 0; r < n; r++) {
        const k = sharedDefaults[at + r];
        const onFile = (k === 0 ? first : 0) + more * (defaultsFeature[k + 1] - defaultsFeature[k]);
        const before = sanctionLogOdds[at + r];
        const after = before + viaRecords * onFile + viaScore * footprintDrop[r];
        const spread = cost - recovered(recovery, collateral[r], cost);
        sharedLoss[out + r] = lossOf(before, after, cost, spread, cap, logOddsCap, valueOfAccess);
      }
    }
  }
}

/** V of row r if the loan is lender o's. */
export function stakeWith(
  plan: StakePlan,
  page: Page,
  coefficients: Float64Array,
  r: number,
  o: number,
): number {
  const { economy, costs, sharing, lenders, share, variant, weight } = plan;
  const at = o * pageSize + r;
  const cost = costs.cost[o];
  const spread = cost - recovered(costs.recovery[o], page.collateral[r], cost);
  const before = page.sanctionLogOdds[at];
  let after = before;
  if (page.ownDefault[at] === 0) after += coefficients[o * featureCount + featureIndex.ownDefault];
  if (sharing.scoreReader[o] && sharing.ecosystem[o]) {
    after += coefficients[o * featureCount + featureIndex.footprint] * page.footprintDrop[r];
  }
  const ownLoss = lossOf(
    before,
    after,
    cost,
    spread,
    economy.pricing.cap,
    costs.logOddsCap,
    economy.reputation.valueOfAccess,
  );
  let others = 0;
  for (let q = 0; q < lenders; q++) {
    const seen = variant[o * lenders + q];
    if (seen === 0) continue;
    others += weight[o * lenders + q] * page.sharedLoss[(q * variants + seen - 1) * pageSize + r];
  }
  return page.ownWeight[r] * share[o] * ownLoss + page.sharedWeight[r] * others + sharing.perks[o];
}
