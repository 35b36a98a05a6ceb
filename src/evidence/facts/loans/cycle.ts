import { defineFact } from '../../fact.ts';

const years = 12;

export const cycle = defineFact({
  id: 'cycle',
  title: 'Default moves with the cycle',
  source: 'LendingClub 36 months: .179 (2007), .158, .126, .100 (2010), .106',
  kind: 'published',
  band: [1.3, 2.5],
  unit: 'worst over best vintage year in twelve',
  population: 'loans by year of signing',
  value: 1.8,
  fitted: false,
  needs: { market: { institution: 'market-led', counted: 4 * years } },
  of: ({ market: { market, measure } }) => {
    const byYear = Array.from({ length: years }, (_, year) => {
      const from = market.burnIn + 4 * year;
      return measure('default-rate', from, from + 4);
    });
    return Math.max(...byYear) / Math.min(...byYear);
  },
});
