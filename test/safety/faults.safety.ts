import { describe } from 'vitest';
import { publishingOutlives } from '../folder/publish/injected.ts';

describe('publishing', () => {
  publishingOutlives({ faults: ['kill', 'ENOSPC', 'EIO'], second: true, again: 4 });
});
