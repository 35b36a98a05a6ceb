import { defineFact } from '../../fact.ts';

export const approvalLevel = defineFact({
  id: 'approval-level',
  title: 'Applications approved in a mature market',
  source: 'HMDA Boston .88; consumer lenders .75 to .90',
  kind: 'published',
  band: [0.75, 0.9],
  unit: 'share of applications',
  population: 'applications',
  value: 0.83,
  fitted: true,
  needs: { market: { institution: 'market-led' } },
  of: ({ market }) => market.measure('approval-rate'),
});
