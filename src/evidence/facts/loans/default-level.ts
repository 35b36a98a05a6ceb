import { defineFact } from '../../fact.ts';

export const defaultLevel = defineFact({
  id: 'default-level',
  title: 'Default over the life of a loan of a year',
  source:
    'LendingClub 36 months .111 at a hazard of .010 to .014 a quarter; Karlan & Zinman 2009 .12 (South Africa)',
  kind: 'published',
  band: [0.06, 0.13],
  unit: 'share of loans',
  population: 'loans taken, mature bureaus',
  value: 0.1,
  fitted: true,
  needs: { market: { institution: 'market-led' } },
  of: ({ market }) => market.measure('default-rate'),
});
