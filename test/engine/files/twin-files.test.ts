import { describe, expect, it } from 'vitest';
import { join } from '../../../src/engine/files/join.ts';
import {
  copyAsDefaulted,
  createRecords,
  distinctMaps,
  planFiles,
} from '../../../src/engine/files/records.ts';
import { plainMemory } from '../../../src/engine/memory/allocate.ts';
import { institutions } from '../../../src/institutions/registry.ts';
import { lenders, numbers } from './by-the-page.ts';

describe('a twin’s files', () => {
  it('are its original’s, but for the loan that ended repaid', () => {
    const rules = institutions['dual'].rules({ missedDefault: 0.1, falseDefault: 0.1 });
    const sharing = join(lenders, { rules });
    const records = createRecords(1, 4096, planFiles([sharing], false), plainMemory);
    const maps = distinctMaps(records);
    const next = numbers(3);
    for (const map of maps) map[7] = Math.floor(next() * 2 ** 32);
    const bit = 1 << 9;
    const q = 4;
    const [bureau] = records.tiers;
    records.ended[q][7] |= bit;
    records.defaults[q][7] &= ~bit;
    const garbled = ((bureau.shared[q][7] ^ bureau.crossed[q][7]) & bit) !== 0;
    for (const missed of [0, 1]) {
      copyAsDefaulted(records, maps, 7, 4103, q, bit, missed);
      for (const map of maps) expect((map[4103] ^ map[7]) & ~bit).toBe(0);
      expect(records.defaults[q][4103] & bit).toBe(bit);
      expect((bureau.shared[q][4103] & bit) !== 0).toBe(missed === 0);
      expect((bureau.crossed[q][4103] & bit) !== 0).toBe((missed === 0) !== garbled);
      expect(records.ended[q][4103] & bit).toBe(bit);
    }
  });

  it('show nothing of the twin that had their place before', () => {
    const rules = institutions['dual'].rules({ missedDefault: 0.1, threshold: 0.3 });
    const sharing = join(lenders, { rules });
    const records = createRecords(1, 4096, planFiles([sharing], true), plainMemory);
    const maps = distinctMaps(records);
    const next = numbers(4);
    const [empty, used] = [4100, 4101];
    for (const map of maps) {
      map[7] = Math.floor(next() * 2 ** 32);
      map[used] = Math.floor(next() * 2 ** 32);
    }
    for (let q = 0; q < lenders.length; q++) {
      for (const at of [empty, used]) copyAsDefaulted(records, maps, 7, at, q, 1 << 9, 0);
      for (const map of maps) expect(map[used]).toBe(map[empty]);
    }
  });
});
