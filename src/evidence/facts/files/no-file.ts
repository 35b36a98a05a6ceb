import { defineFact } from '../../fact.ts';
import { matureFiles } from '../../read/mature.ts';
import { everybodyOf, hasFile, shareOf } from '../../read/scored-file.ts';

export const noFile = defineFact({
  id: 'no-file',
  title: 'Adults without a file',
  source:
    'Consumer Financial Protection Bureau 2025 (correction): 5.8 % (2010), 2.7 % (2020) invisible',
  kind: 'published',
  band: [0.02, 0.12],
  unit: 'share of people',
  population: 'everybody',
  value: 0.043,
  fitted: false,
  how: 'everybody with an open or closed loan in the window has a file',
  needs: { market: matureFiles },
  of: ({ market: { people } }) =>
    shareOf(everybodyOf(people), (i) => !hasFile(people.files['bureau'], i)),
});
