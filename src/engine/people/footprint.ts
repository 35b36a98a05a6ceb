import type { RecordRules, ScoreRules } from '../../institutions/institution.ts';
import { pageSize } from '../../random/draws.ts';
import { purposes } from '../../random/purposes.ts';
import { behaviours } from '../../sesame/behaviours.ts';
import { drawNormals, type Draws } from './draw.ts';
import type { Sharing } from '../files/join.ts';
import { workingPage } from '../columns/page.ts';
import type { Records } from '../files/records.ts';
import * as filing from '../files/records.ts';
import type { Market } from '../setup.ts';

/** Constants of this module, for its loops (see `workingPage`). */
const page = workingPage;
const { popcount, reportedAt } = filing;

/** Working columns of an institution that scores footprints. */
export interface FootprintPlan {
  readonly score: ScoreRules;
  readonly ecosystem: Uint8Array;
  readonly rules: RecordRules;
  /** 1 / s.d. of the sum of traits behind each behaviour. */
  readonly scale: Float64Array;
  /** How far a gameable behaviour is inflated by those who do; 0 for the others. */
  readonly inflation: Float64Array;
  readonly behaviours: readonly Float64Array[];
  /** The same of those who inflate what they can. */
  readonly inflated: readonly Float64Array[];
  readonly repaid: Float64Array;
  readonly defaults: Float64Array;
  readonly points: Float64Array;
}

/** Footprint of score 600 enters lenders' scorecards as 0; a hundred points as 1 (model.md §4). */
const scoreZero = 600;
const scoreUnit = 100;

export function planFootprint(market: Market, sharing: Sharing, score: ScoreRules): FootprintPlan {
  const { traits, misreporting } = market.economy;
  const column = () => new Float64Array(pageSize);
  return {
    score,
    ecosystem: sharing.ecosystem,
    rules: sharing.records,
    scale: Float64Array.from(behaviours, ({ traits: names }) => {
      let variance = 0;
      for (const a of names) {
        for (const b of names) {
          variance += a === b ? 1 : traits[`${a}Loading`] * traits[`${b}Loading`];
        }
      }
      return 1 / Math.sqrt(variance);
    }),
    inflation: Float64Array.from(behaviours, (b) => (b.gameable ? misreporting.inflation : 0)),
    behaviours: behaviours.map(column),
    inflated: misreporting.share > 0 ? behaviours.map(column) : [],
    repaid: column(),
    defaults: column(),
    points: column(),
  };
}

/** How every applicant behaves. Not stored: the noise of behaviours is a stateless draw, fixed for life. */
export function observeBehaviours(plan: FootprintPlan, draws: Draws): void {
  for (let b = 0; b < behaviours.length; b++) {
    const column = plan.behaviours[b];
    const rho = plan.score.authenticity[b];
    drawNormals(draws, 0, purposes.behaviour + b);
    startWithNoise(column, Math.sqrt(1 - rho * rho));
    for (const name of behaviours[b].traits) {
      addTrait(column, rho * plan.scale[b], page.traits[name]);
    }
  }
}

function startWithNoise(column: Float64Array, weight: number): void {
  const { n, draw } = page;
  for (let r = 0; r < n; r++) column[r] = weight * draw[r];
}

function addTrait(column: Float64Array, loading: number, trait: Float32Array): void {
  const { n } = page;
  for (let r = 0; r < n; r++) column[r] += loading * trait[r];
}

/**
 * The institution's score of every applicant as lenders' scorecards take it in, and what one more default in
 * its ecosystem would do to it. After `observeBehaviours`.
 */
export function scoreFootprints(plan: FootprintPlan, records: Records, quarter: number): void {
  const { n, footprint, footprintDrop } = page;
  const { points, defaults } = plan;
  countEcosystemLoans(plan, records, quarter);
  const batch = { n, behaviours: plan.behaviours, repaid: plan.repaid, defaults };
  plan.score.points(batch, points);
  for (let r = 0; r < n; r++) footprint[r] = asFeature(points[r]);
  for (let r = 0; r < n; r++) defaults[r] += 1;
  plan.score.points(batch, points);
  for (let r = 0; r < n; r++) {
    footprintDrop[r] = asFeature(points[r]) - footprint[r];
    defaults[r] -= 1;
  }
}

/** The feature of every applicant that would inflate what it can, into `out`; call after `scoreFootprints`. */
export function scoreInflated(plan: FootprintPlan, out: Float64Array): void {
  const { n } = page;
  for (let b = 0; b < behaviours.length; b++) {
    const column = plan.behaviours[b];
    const inflated = plan.inflated[b];
    for (let r = 0; r < n; r++) inflated[r] = column[r] + plan.inflation[b];
  }
  const { repaid, defaults } = plan;
  plan.score.points({ n, behaviours: plan.inflated, repaid, defaults }, out);
  for (let r = 0; r < n; r++) out[r] = asFeature(out[r]);
}

/** No score reads as an average one. */
function asFeature(points: number): number {
  return points === points ? (points - scoreZero) / scoreUnit : 0;
}

function countEcosystemLoans(plan: FootprintPlan, records: Records, quarter: number): void {
  const { n, first, index } = page;
  const { repaid, defaults } = plan;
  const { negative, positive } = reportedAt(plan.rules, quarter);
  repaid.fill(0, 0, n);
  defaults.fill(0, 0, n);
  for (let q = 0; q < plan.ecosystem.length; q++) {
    if (!plan.ecosystem[q]) continue;
    const loans = records.loans[q];
    const defaulted = records.defaults[q];
    for (let r = 0; r < n; r++) {
      const i = first + index[r];
      const failed = defaulted[i] & loans[i];
      repaid[r] += popcount((loans[i] ^ failed) & positive);
      defaults[r] += popcount(failed & negative);
    }
  }
}
