import { scoreRange, type ScoreRules } from './institution.ts';

const { lowest, highest } = scoreRange;

/** What a score may be, in words. */
export const scoresAllowed = `${lowest} to ${highest}, or NaN for no score`;

export const isScore = (points: number) =>
  Number.isNaN(points) || (points >= lowest && points <= highest);

/**
 * A score every answer of which is looked at: a user's own may do well on a sample and not on a market.
 *
 * `points` throws an Error if one is out of range.
 */
export function withinRange(score: ScoreRules): ScoreRules {
  const { authenticity, ecosystem } = score;
  return {
    authenticity,
    ...(ecosystem && { ecosystem: (...given) => score.ecosystem?.(...given) }),
    points(reports, out) {
      const { n } = reports;
      out.fill(NaN, 0, n);
      score.points(reports, out);
      for (let i = 0; i < n; ++i) {
        if (!isScore(out[i])) {
          throw new Error(`score.points: wrote ${out[i]}; allowed: ${scoresAllowed}`);
        }
      }
    },
  };
}
