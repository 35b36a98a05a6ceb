import { defineFact } from '../../fact.ts';
import { matureFiles } from '../../read/mature.ts';
import { aucAbove, bureauScore } from '../../read/bureau-score.ts';

export const bureauAuc = defineFact({
  id: 'bureau-auc',
  title: 'A bureau score ranks everybody who has a file',
  source: 'TransRisk score, Federal Reserve 2007 report to Congress; data/transrisk_fed2007',
  kind: 'published',
  band: [0.85, 0.93],
  unit: 'AUC',
  population:
    'everybody with a file; bad = any default in the next 18 months, or a default of the last two years still unpaid',
  value: 0.927,
  fitted: true,
  how: 'logistic regression on what the bureau shows, fitted on one half of the people, read on the other; mature market (market-led)',
  needs: { market: matureFiles },
  of: ({ market: { people } }) => aucAbove(bureauScore(people, people.files['bureau']), 0),
});
