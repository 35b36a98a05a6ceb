import { bandOf, type ScoreBand } from './bands.ts';
import { wholeParts } from './whole-parts.ts';

/** What one thing known about a borrower adds to the score, before rounding. */
export interface Addend {
  readonly id: string;
  readonly label: string;
  readonly dimension: string;
  /** Points above or below the base. */
  readonly points: number;
  /** Points that could still be won by raising this alone as far as it goes. */
  readonly room: number;
  /** Where the borrower stands, 0 (worst) to 1 (best); NaN where there is no such scale. */
  readonly standing: number;
}

/** A score taken apart: base + the parts' points + limit = score, in whole points, exactly. */
export interface Explanation {
  readonly score: number;
  readonly band: ScoreBand;
  /** Points of a borrower who is average in everything. */
  readonly base: number;
  /** The addends with their points rounded so that the sum holds. */
  readonly parts: readonly Addend[];
  /** What the ends of the range took off (below 0) or put on (above 0); mostly 0. */
  readonly limit: number;
}

/** The ends of a score, whole points. */
export interface ScoreRange {
  readonly floor: number;
  readonly ceiling: number;
}

/** Whole points within the range; halves round up. NaN stays NaN. */
export function finalPoints(points: number, { floor, ceiling }: ScoreRange): number {
  return Math.min(ceiling, Math.max(floor, roundHalfUp(points)));
}

/**
 * Takes a score apart. Addends are summed in their order, so that a score computed elsewhere by the
 * same sum is the same to the last bit.
 *
 * @param base whole points.
 */
export function explainSum(
  base: number,
  addends: readonly Addend[],
  range: ScoreRange,
  bands: readonly ScoreBand[],
): Explanation {
  const total = addends.reduce((sum, addend) => sum + addend.points, base);
  const unlimited = roundHalfUp(total);
  const points = wholeParts(
    addends.map((addend) => addend.points),
    unlimited - base,
  );
  const score = finalPoints(total, range);
  return {
    score,
    band: bandOf(score, bands),
    base,
    parts: addends.map((addend, index) => ({ ...addend, points: points[index] })),
    limit: score - unlimited,
  };
}

function roundHalfUp(points: number): number {
  return Math.floor(points + 0.5);
}
