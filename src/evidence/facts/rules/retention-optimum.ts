import { defineFact } from '../../fact.ts';

export const retentionOptimum = defineFact({
  id: 'retention-optimum',
  title: 'An interior optimum of how long defaults are kept',
  source: 'Elul & Gottardi 2015; Bottero & Spagnolo; Kovbasyuk & Spagnolo 2024',
  kind: 'theory',
  band: 'interior',
  unit: 'retention with the highest welfare, between 4 and 28 quarters',
  population: 'market with negative data',
  value: 'interior',
  fitted: false,
  how: 'ends of the grid must be lower by their interval, else "cannot tell"',
  along: [4, 8, 12, 20, 28],
  needs: {
    4: { institution: 'negative-only', values: { retentionNegative: 4 } },
    8: { institution: 'negative-only', values: { retentionNegative: 8 } },
    12: { institution: 'negative-only', values: { retentionNegative: 12 } },
    20: { institution: 'negative-only', values: { retentionNegative: 20 } },
    28: { institution: 'negative-only', values: { retentionNegative: 28 } },
  },
  of: (seen, at) => seen[at].measure('welfare'),
});
