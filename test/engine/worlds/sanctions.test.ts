import { describe, expect, it } from 'vitest';
import { simulateWorlds } from '../../../src/engine/simulate.ts';
import { economy, marketOf } from '../economy.ts';
import { builtIn } from '../market.ts';

const institution = builtIn('market-led');

describe('sanctions', () => {
  const market = marketOf(400, 24, {
    economy: { ...economy, reputation: { ...economy.reputation, twins: 0.3, twinFrom: 6 } },
  });
  it('held: the other worlds use what the actual one believed, and have no twins', () => {
    const ledgers = simulateWorlds(market, institution, ['types-visible', 'action-contractible']);
    const { actual, 'types-visible': visibleTypes, 'action-contractible': contracted } = ledgers;
    for (const other of [visibleTypes!, contracted!]) {
      expect(other.posted.learned).toEqual(actual!.posted.learned);
      expect(other.beliefs[23 * 5]).toBe(actual!.beliefs[23 * 5]);
      expect(other.beliefs[23 * 5 + 3]).toBe(0);
    }
    expect(actual!.beliefs[23 * 5]).not.toBe(1);
    expect(contracted!.posted.cards).not.toEqual(actual!.posted.cards);
    // Who learns no cards shows those that its sanctions are reckoned with.
    expect(visibleTypes!.posted.cards).toEqual(actual!.posted.cards);
  });
  it('relearned: each has its own', () => {
    const ledgers = simulateWorlds(market, institution, ['types-visible'], {
      sanctions: 'relearned',
    });
    const other = ledgers['types-visible']!;
    expect(other.posted.learned).not.toEqual(ledgers.actual!.posted.learned);
    expect(other.posted.cards.subarray(13 * 7 * 23, 13 * 7 * 23 + 13)[0]).not.toBe(-2.2);
    expect(other.beliefs[23 * 5 + 4]).toBeGreaterThan(0);
  });
});
