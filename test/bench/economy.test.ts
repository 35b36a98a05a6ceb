import { describe, expect, it } from 'vitest';
import { createInstitution } from '../../bench/naive/institution.ts';
import { institutionIds, type InstitutionOptions } from '../../bench/naive/rules.ts';
import {
  defaultEconomy,
  defaultLenders,
  worlds,
  type Economy,
  type Sanctions,
  type World,
} from '../../bench/naive/parameters.ts';
import { simulate } from '../../bench/naive/simulate.ts';
import { total } from '../../bench/naive/mathematics.ts';

/** A market of seconds, with twins enough to move θ. The identity is asserted inside. */
function small(
  id: string,
  world: World = 'actual',
  sanctions: Sanctions = 'held',
  economy: Partial<Economy> = {},
  options: InstitutionOptions = {},
) {
  return simulate({
    borrowers: 20,
    quarters: 17,
    burnIn: 5,
    seed: [3, 4],
    economy: { ...defaultEconomy, twinFrom: 6, twins: 0.5, x0: 200, ...economy },
    lenders: defaultLenders,
    institution: createInstitution(id, defaultLenders, options),
    world,
    sanctions,
  });
}

describe('the straight simulation of economy 2', () => {
  it.each(institutionIds)('keeps its accounts in all worlds of %s', (id) => {
    for (const world of worlds) {
      for (const sanctions of ['held', 'relearned'] as const) {
        const { ledger } = small(id, world, sanctions);
        expect(total(ledger.sums.loans)).toBeGreaterThan(30);
        expect(Object.values(ledger.sums).flat().every(Number.isFinite)).toBe(true);
      }
    }
  });

  it('is the market without sharing where nobody contributes', () => {
    const alone = small('market-led', 'actual', 'held', { awareness: 0 }, { participation: 0 });
    expect(alone.ledger.sums).toEqual(small('none').ledger.sums);
  });

  it('learns θ, and holds it in other worlds unless they relearn', () => {
    const actual = small('full-sharing').history.map(({ theta }) => theta);
    const held = small('full-sharing', 'types-visible').history.map(({ theta }) => theta);
    const own = small('full-sharing', 'types-visible', 'relearned').history;
    expect(new Set(actual).size).toBeGreaterThan(5);
    expect(held).toEqual(actual);
    expect(own.map(({ theta }) => theta)).not.toEqual(actual);
  });

  it.each([1, 2, 12])('lives with a term of %i', (term) => {
    const { ledger } = small('full-sharing', 'actual', 'held', { term });
    expect(total(ledger.sums.loanQuarters)).toBeGreaterThanOrEqual(total(ledger.sums.loans));
  });
});
