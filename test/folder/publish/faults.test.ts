import { describe } from 'vitest';
import { publishingOutlives } from './injected.ts';

/* All faults in all cases, also in new folders and over older reports: npm run safety. */
describe('publishing', () => {
  publishingOutlives({
    faults: ['kill', 'ENOSPC'],
    only: ['results over older ones, whose report leaves with them'],
    second: false,
    again: 16,
  });
});
