import { defineFact } from '../../fact.ts';

export const aprLevel = defineFact({
  id: 'apr-level',
  title: 'Price of unsecured consumer credit',
  source: 'LendingClub .119; DeFusco, Tang & Yannelis 2022 .30; caps of .36',
  kind: 'published',
  band: [0.12, 0.3],
  unit: 'APR',
  population: 'loans taken',
  value: 0.2,
  fitted: true,
  needs: { market: { institution: 'market-led' } },
  of: ({ market }) => market.measure('apr'),
});
