import { defineFact } from '../../fact.ts';
import { matureFiles } from '../../read/mature.ts';
import { everybodyOf, hasFile, shareOf } from '../../read/scored-file.ts';

export const fileErrors = defineFact({
  id: 'file-errors',
  title: 'Consumers whose file holds an error that could matter',
  source: 'Federal Trade Commission 2012: 26 % find one, 21 % have one corrected',
  kind: 'published',
  band: [0.15, 0.3],
  unit: 'share of people with a file',
  population: 'market-led',
  value: 0.24,
  fitted: false,
  needs: { market: matureFiles },
  of: ({ market: { people } }) => {
    const { bureau } = people.files;
    const filed = everybodyOf(people).filter((i) => hasFile(bureau, i));
    return shareOf(filed, (i) => bureau.wrong[i] > 0);
  },
});
