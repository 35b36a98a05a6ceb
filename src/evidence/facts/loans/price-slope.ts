import { defineFact } from '../../fact.ts';
import { matureLoans } from '../../read/mature.ts';
import { priceOnDefault } from '../../read/price-line.ts';

export const priceSlope = defineFact({
  id: 'price-slope',
  title: 'A dearer loan is a riskier loan: total price on default over 35 grades',
  source:
    'LendingClub 2007-10: rate on lifetime default .51 a year, times 1.54 years of principal outstanding; data/lendingclub_2007_2010',
  kind: 'published',
  band: [0.62, 1.0],
  unit: 'units of D per unit of default',
  population: 'loans taken, 35 grades by estimated risk',
  value: 0.79,
  fitted: true,
  how: 'weighted least squares over grades',
  needs: { market: matureLoans },
  of: ({ market: { loans } }) => priceOnDefault(loans).slope,
});
