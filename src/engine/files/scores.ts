import type { Column, RecordRules, ScoreRules } from '../../institutions/institution.ts';
import { roll } from '../columns/roll.ts';
import { maxRows } from '../columns/shape.ts';
import { reportsWriter } from '../columns/visible.ts';
import { scoreFeature } from './score-feature.ts';
import { reportedAt } from './bits.ts';
import { filesAt } from './files-at.ts';
import { bitsBetween, type RecordsKept } from './kept.ts';
import { popcount } from '../../math/bits.ts';
import type { Copies, Records } from './records.ts';

/** Closed loans of the score's ecosystem in its windows, by row. */
const repaid = new Float64Array(maxRows);
const defaults = new Float64Array(maxRows);
const points = new Float64Array(maxRows);

/** The keeper of a score, which is told the truth about the loans that feed it. */
export interface Keeper {
  /** 1 where the lender's loans feed the score. */
  readonly ecosystem: Uint8Array;
  readonly rules: RecordRules;
  /** Which quarters' loans it was told of, by lender; undefined: any. */
  readonly fed: RecordsKept | undefined;
  /** What acts have struck off, by lender. */
  readonly struck: Copies['struck'];
}

/**
 * The institution's score of every applicant, as the feature of a card, and what one more default in its ecosystem would do
 * to it: fills `visible.score` and `scoreDrop`. After `findFiles`.
 *
 * @param behaviours as observed, by row
 */
export function scoreApplicants(
  score: ScoreRules,
  behaviours: readonly Column[],
  keeper: Keeper,
  records: Records,
  quarter: number,
): void {
  countEcosystem(keeper, records, quarter);
  scoreAlso(score, behaviours, reportsWriter.score, reportsWriter.scoreDrop);
}

/**
 * The same score with other behaviours, those of who inflates what it can, and one default more, into `out` and `drop`.
 * After `scoreApplicants`.
 */
export function scoreAlso(
  score: ScoreRules,
  behaviours: readonly Column[],
  out: Float64Array,
  drop: Float64Array,
): void {
  const { n } = roll;
  const batch = { n, behaviours, repaid, defaults };
  points.fill(NaN, 0, n);
  score.points(batch, points);
  for (let r = 0; r < n; r++) {
    out[r] = scoreFeature(points[r]);
    defaults[r] += 1;
  }
  points.fill(NaN, 0, n);
  score.points(batch, points);
  for (let r = 0; r < n; r++) {
    drop[r] = scoreFeature(points[r]) - out[r];
    defaults[r] -= 1;
  }
}

/** No score: what a market without one, or a page that another market has left, shows. */
export function clearScores(): void {
  reportsWriter.score.fill(0, 0, roll.n);
  reportsWriter.scoreDrop.fill(0, 0, roll.n);
}

function countEcosystem(
  { ecosystem, rules, fed, struck }: Keeper,
  records: Records,
  quarter: number,
): void {
  const { n } = roll;
  const window = reportedAt(rules, quarter);
  let { negative, positive } = window;
  repaid.fill(0, 0, n);
  defaults.fill(0, 0, n);
  for (let q = 0; q < ecosystem.length; q++) {
    if (ecosystem[q] === 0) continue;
    const ended = records.ended[q];
    const defaulted = records.defaults[q];
    const off = struck[q];
    if (fed) {
      negative = window.negative & bitsBetween(quarter, fed.defaultsSince[q], fed.until[q]);
      positive = window.positive & bitsBetween(quarter, fed.repaidSince[q], fed.until[q]);
    }
    for (let r = 0; r < n; r++) {
      let all = ended[filesAt[r]];
      if (off.length > 0) all &= ~off[filesAt[r]];
      const failed = defaulted[filesAt[r]] & all;
      repaid[r] += popcount((all ^ failed) & positive);
      defaults[r] += popcount(failed & negative);
    }
  }
}
