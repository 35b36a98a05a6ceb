import { defineFact } from '../../fact.ts';
import { matureFiles } from '../../read/mature.ts';
import { everybodyOf, fifthsBy, isScored, shareOf } from '../../read/scored-file.ts';

export const thinFilesArePoor = defineFact({
  id: 'thin-files-are-poor',
  title: 'People without a scored file are mostly poor',
  source:
    'Consumer Financial Protection Bureau 2015: 45 % in low-income, 9 % in upper-income tracts',
  kind: 'published',
  band: [2.5, 8.0],
  unit: 'poorest over richest fifth by income',
  population: 'everybody without a scored file',
  value: 5.0,
  fitted: false,
  needs: { market: matureFiles },
  of: ({ market: { people } }) => {
    const fifths = fifthsBy(people.income, everybodyOf(people));
    const [poorest, , , , richest] = fifths.map((rows) =>
      shareOf(rows, (i) => !isScored(people.files['bureau'], i)),
    );
    return poorest / richest;
  },
});
