import { nextBand, type ScoreBand } from './bands.ts';
import type { Addend, Explanation } from './explanation.ts';

/** What would bring a borrower to the next band. */
export interface Lift {
  readonly band: ScoreBand;
  /** Points short of it. */
  readonly missing: number;
  /** Each part that could do it alone, with the standing it would need; least change first. */
  readonly alone: readonly Step[];
  /** Where no part can: the fewest that do it together, all but the last at their best. Empty if none can. */
  readonly together: readonly Step[];
}

export interface Step {
  readonly part: Addend;
  /** Points to win here. */
  readonly points: number;
  /** Standing needed, 0..1; NaN for a part without such a scale. */
  readonly standing: number;
}

/**
 * What would lift a borrower to the next band, everything else unchanged; undefined in the top band.
 *
 * Points below the floor count as missing too: they must be won back before the score moves.
 */
export function liftToNextBand(
  { score, parts, limit }: Explanation,
  bands: readonly ScoreBand[],
): Lift | undefined {
  const band = nextBand(score, bands);
  if (!band) return undefined;
  const missing = band.from - score + Math.max(0, limit);
  const alone = parts
    .filter((part) => part.room >= missing)
    .map((part) => step(part, missing))
    .sort((a, b) => change(a) - change(b));
  return { band, missing, alone, together: alone.length > 0 ? [] : together(parts, missing) };
}

function together(parts: readonly Addend[], missing: number): Step[] {
  const steps: Step[] = [];
  let left = missing;
  for (const part of [...parts].sort((a, b) => b.room - a.room)) {
    if (left <= 0 || part.room <= 0) break;
    steps.push(step(part, Math.min(left, part.room)));
    left -= part.room;
  }
  return left <= 0 ? steps : [];
}

/** Standings move in proportion to the room used. */
function step(part: Addend, points: number): Step {
  return { part, points, standing: part.standing + ((1 - part.standing) * points) / part.room };
}

function change({ part, standing }: Step): number {
  return Number.isNaN(standing) ? 0 : standing - part.standing;
}
