import { defineFact } from '../../fact.ts';
import { matureLoans } from '../../read/mature.ts';
import { priceOnDefault } from '../../read/price-line.ts';

export const priceFit = defineFact({
  id: 'price-fit',
  title: 'Price follows default closely over grades',
  source: 'LendingClub; data/lendingclub_2007_2010',
  kind: 'published',
  band: [0.9, 1.0],
  unit: 'R squared',
  population: 'as price-slope',
  value: 0.965,
  fitted: true,
  how: 'as price-slope',
  needs: { market: matureLoans },
  of: ({ market: { loans } }) => priceOnDefault(loans).fit,
});
