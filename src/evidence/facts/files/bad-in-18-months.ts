import { defineFact } from '../../fact.ts';
import { matureFiles } from '../../read/mature.ts';
import { badOnSomeAccount } from '../../read/bureau-score.ts';
import { everybodyOf, hasFile, shareOf } from '../../read/scored-file.ts';

export const badIn18Months = defineFact({
  id: 'bad-in-18-months',
  title: 'How many people are bad on some account in 18 months',
  source: 'TransRisk; data/transrisk_fed2007',
  kind: 'published',
  band: [0.2, 0.35],
  unit: 'share',
  population: 'people with a file who needed credit in those 18 months',
  value: 0.2996,
  fitted: true,
  how: 'refused applicants count by their potential outcome',
  needs: { market: matureFiles },
  of: ({ market: { people } }) => {
    const bad = badOnSomeAccount(people);
    const { bureau } = people.files;
    const needed = everybodyOf(people).filter((i) => hasFile(bureau, i) && people.applied[i] > 0);
    return shareOf(needed, (i) => bad[i] === 1);
  },
});
