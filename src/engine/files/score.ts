import type { Column, RecordRules, ScoreRules } from '../../institutions/institution.ts';
import { popcount } from '../../math/bits.ts';
import { f64 } from '../columns/layout.ts';
import { roll } from '../columns/roll.ts';
import { reportsWriter } from '../columns/visible.ts';
import type { Sharing } from './join.ts';
import type { Records } from './records.ts';
import { reportedAt } from './windows.ts';

/** What the keeper of a score works with. */
export interface ScorePlan {
  readonly score: ScoreRules;
  readonly ecosystem: Uint8Array;
  readonly rules: RecordRules;
  /** Loans with lenders of its ecosystem. */
  readonly repaid: Float64Array;
  readonly defaults: Float64Array;
  readonly points: Float64Array;
}

/**
 * Points: a score of 600 enters lenders' scorecards as 0, a hundred more as 1, so that a coefficient means about as much
 * as those of other features. No score reads as 600. Assumption of this project.
 */
const scoreZero = 600;
const scoreUnit = 100;

export function planScore(sharing: Sharing, score: ScoreRules): ScorePlan {
  return {
    score,
    ecosystem: sharing.ecosystem,
    rules: sharing.records,
    repaid: f64(),
    defaults: f64(),
    points: f64(),
  };
}

/** Where no score is kept: each applicant is as if it had 600 points, and a default changes nothing. */
export function noScore(): void {
  const { n } = roll;
  reportsWriter.footprint.fill(0, 0, n);
  reportsWriter.footprintDrop.fill(0, 0, n);
}

/**
 * The institution's score of every applicant as lenders' scorecards take it in, and what one more default in
 * its ecosystem would do to it.
 *
 * @param behaviours each applicant's, one column each
 */
export function scoreFootprints(
  plan: ScorePlan,
  behaviours: readonly Column[],
  records: Records,
  quarter: number,
): void {
  const { n } = roll;
  const { footprint, footprintDrop } = reportsWriter;
  const { points, repaid, defaults } = plan;
  countEcosystemLoans(plan, records, quarter);
  const batch = { n, behaviours, repaid, defaults };
  plan.score.points(batch, points);
  for (let r = 0; r < n; r++) footprint[r] = asFeature(points[r]);
  for (let r = 0; r < n; r++) defaults[r] += 1;
  plan.score.points(batch, points);
  for (let r = 0; r < n; r++) {
    footprintDrop[r] = asFeature(points[r]) - footprint[r];
    defaults[r] -= 1;
  }
}

/** The feature that every applicant would have with other behaviours, into `out`; call after `scoreFootprints`. */
export function scoreOthers(
  { score, repaid, defaults }: ScorePlan,
  behaviours: readonly Column[],
  out: Float64Array,
): void {
  const { n } = roll;
  score.points({ n, behaviours, repaid, defaults }, out);
  for (let r = 0; r < n; r++) out[r] = asFeature(out[r]);
}

function asFeature(points: number): number {
  return points === points ? (points - scoreZero) / scoreUnit : 0;
}

/** The score in points behind a feature; 600 where there is none. */
export function pointsOf(footprint: number): number {
  return scoreZero + scoreUnit * footprint;
}

function countEcosystemLoans(plan: ScorePlan, records: Records, quarter: number): void {
  const { n, first, index } = roll;
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
