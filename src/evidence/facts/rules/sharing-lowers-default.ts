import { defineFact } from '../../fact.ts';

export const sharingLowersDefault = defineFact({
  id: 'sharing-lowers-default',
  title: 'Sharing lowers default',
  source: 'Doblas-Madrid & Minetti 2013 and other roll-outs: sign',
  kind: 'published',
  band: '-',
  unit: 'default, full sharing less none',
  population: 'loans taken',
  value: '-',
  fitted: false,
  needs: { full: { institution: 'full-sharing' }, none: { institution: 'none' } },
  of: ({ full, none }) => full.measure('default-rate') - none.measure('default-rate'),
});
