import { defineFact } from '../../fact.ts';

export const competitionLowersPrice = defineFact({
  id: 'competition-lowers-price',
  title: 'More quotes, lower price',
  source: 'Broecker 1990 for the mild curse at many quotes; Pagano & Jappelli 1993',
  kind: 'theory',
  band: '-',
  unit: 'APR, three quotes less one',
  population: 'loans taken',
  value: '-',
  fitted: false,
  needs: {
    three: { institution: 'market-led', economy: { search: { quotes: 3 } } },
    one: { institution: 'market-led', economy: { search: { quotes: 1 } } },
  },
  of: ({ three, one }) => three.measure('apr') - one.measure('apr'),
});
