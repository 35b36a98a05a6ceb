import { describe, expect, it } from 'vitest';
import { memoryOf } from '../../src/lab/field/memory.ts';
import { town } from '../../src/lab/model/town.ts';

describe('what a town remembers', () => {
  it('is what its institution lets lenders read, for so long', () => {
    expect(memoryOf(town('full-sharing'))).toEqual({ light: 28, dark: 28 });
    expect(memoryOf(town('negative-only'))).toEqual({ light: 0, dark: 28 });
    expect(memoryOf(town('negative-only', { with: { retentionNegative: 8 } }))).toEqual({
      ...{ light: 0, dark: 8 },
    });
    // Two tiers, of which each is read by its own lenders.
    expect(memoryOf(town('dual'))).toEqual({ light: 20, dark: 20 });
  });

  it('is nothing of a score that shows no loans, and own books where nobody reads', () => {
    const score = town('sesame', { with: { shareLoans: false, banksRead: true } });
    expect(memoryOf(score)).toEqual({ light: 0, dark: 0 });
    expect(memoryOf(town('none'))).toEqual({ light: 31, dark: 31 });
  });
});
