import { defineFact } from '../../fact.ts';
import { matureFiles } from '../../read/mature.ts';
import { aucAbove, bureauScore } from '../../read/bureau-score.ts';

/** AUC at cut-offs of 0, 10 … 70 points of rank. */
const published = [0.927, 0.902, 0.867, 0.804, 0.747, 0.69, 0.642, 0.594] as const;
const widest = 0.06;

/**
 * The largest distance from what was published, either way. The published curve falls throughout: one that rises is outside
 * the band by as much as it rises.
 */
export function farthest(simulated: readonly number[]): number {
  const distance = Math.max(...simulated.map((value, k) => Math.abs(value - published[k])));
  const rise = Math.max(...simulated.map((value, k) => (k === 0 ? -1 : value - simulated[k - 1])));
  return rise > 0 ? Math.max(distance, widest + rise) : distance;
}

export const rangeRestriction = defineFact({
  id: 'range-restriction',
  title: 'The score loses power step by step as only better scores are accepted',
  source: 'TransRisk; computed from data/transrisk_fed2007',
  kind: 'published',
  band: [-widest, widest],
  unit: 'AUC at cut-offs of 0, 10 … 70 points of rank; band: distance to each',
  population: 'as bureau-auc',
  value: published,
  fitted: false,
  how: 'largest distance over the eight cut-offs; a shape: it must fall throughout',
  needs: { market: matureFiles },
  of: ({ market: { people } }) => {
    const score = bureauScore(people, people.files['bureau']);
    return farthest(published.map((_, k) => aucAbove(score, k / 10)));
  },
});
