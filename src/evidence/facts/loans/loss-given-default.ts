import { defineFact } from '../../fact.ts';

export const lossGivenDefault = defineFact({
  id: 'loss-given-default',
  title: 'What is lost of the amount lent when a loan defaults',
  source: 'LendingClub 2007-11: .60 over all, .51 in grade A to .72 in grade G',
  kind: 'published',
  band: [0.5, 0.65],
  unit: 'share of the amount lent',
  population: 'defaulted loans',
  value: 0.6,
  fitted: true,
  how: 'present value is not used: payments received over the amount lent',
  needs: { market: { institution: 'market-led' } },
  of: ({ market }) => market.measure('loss-given-default'),
});
