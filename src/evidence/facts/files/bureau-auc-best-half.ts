import { defineFact } from '../../fact.ts';
import { matureFiles } from '../../read/mature.ts';
import { aucAbove, bureauScore } from '../../read/bureau-score.ts';

export const bureauAucBestHalf = defineFact({
  id: 'bureau-auc-best-half',
  title: 'Among the better half by score the same score ranks far less',
  source: 'TransRisk; data/transrisk_fed2007',
  kind: 'published',
  band: [0.62, 0.75],
  unit: 'AUC',
  population: 'the better half by score of bureau-auc',
  value: 0.69,
  fitted: false,
  how: 'as bureau-auc, restricted to scores above the median; not fitted: files of repaid, defaulted and open loans say little about the clean half, expect a miss and say so',
  needs: { market: matureFiles },
  of: ({ market: { people } }) => aucAbove(bureauScore(people, people.files['bureau']), 0.5),
});
