import { defineFact } from '../../fact.ts';
import { matureFiles } from '../../read/mature.ts';
import { everybodyOf, hasFile, isScored, shareOf } from '../../read/scored-file.ts';

export const unscored = defineFact({
  id: 'unscored',
  title: 'Adults with a file too thin or too old to score',
  source: 'Consumer Financial Protection Bureau 2025: 12.7 % (2010), 9.8 % (2020)',
  kind: 'published',
  band: [0.06, 0.16],
  unit: 'share of people',
  population: 'everybody',
  value: 0.11,
  fitted: false,
  how: 'file of one record, or none in the last eight quarters',
  needs: { market: matureFiles },
  of: ({ market: { people } }) => {
    const { bureau } = people.files;
    return shareOf(everybodyOf(people), (i) => hasFile(bureau, i) && !isScored(bureau, i));
  },
});
