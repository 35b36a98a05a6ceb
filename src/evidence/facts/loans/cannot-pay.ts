import { defineFact } from '../../fact.ts';

export const cannotPay = defineFact({
  id: 'cannot-pay',
  title: 'Most defaulters cannot pay',
  source: 'Indarte 2023: .83 liquidity, .17 moral hazard; Ganong & Noel 2023: nearly all',
  kind: 'published',
  band: [0.7, 0.9],
  unit: 'share of defaults',
  population: 'defaults in a mature market',
  value: 0.83,
  fitted: true,
  how: 'will not pay = the rest',
  needs: { market: { institution: 'market-led' } },
  of: ({ market }) => market.measure('cannot-pay-rate') / market.measure('default-rate'),
});
