import { defineFact } from '../../fact.ts';
import { matureFiles } from '../../read/mature.ts';
import { auc } from '../../../math/auc.ts';
import { bureauScore } from '../../read/bureau-score.ts';
import { fifthsBy } from '../../read/scored-file.ts';

export const lessAccurateForPoor = defineFact({
  id: 'less-accurate-for-poor',
  title: 'Scores rank the poorest worse',
  source:
    'Blattner & Nelson 2021: 5-10 % less accurate for low income; TransRisk by group .925 to .894',
  kind: 'published',
  band: '+',
  unit: 'AUC of the richest less that of the poorest fifth',
  population: 'everybody with a file',
  value: '+',
  fitted: false,
  needs: { market: matureFiles },
  of: ({ market: { people } }) => {
    const { score, bad, rows } = bureauScore(people, people.files['bureau']);
    const [poorest, , , , richest] = fifthsBy(people.income, rows).map((one) =>
      auc(score, bad, one),
    );
    return richest - poorest;
  },
});
