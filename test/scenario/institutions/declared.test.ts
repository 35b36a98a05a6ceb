import { describe, expect, it } from 'vitest';
import { join } from '../../../src/engine/files/join.ts';
import { declaredInstitution } from '../../../src/scenario/institutions/declared.ts';
import type { DeclaredColumns } from '../../../src/scenario/scenario.ts';
import { institutions } from '../../../src/institutions/registry.ts';
import { marketLenders } from '../../institutions/markets.ts';

const registry: DeclaredColumns = {
  label: 'Registry, declared',
  facts: {},
  contributes: { bank: 'must' },
  reads: { bank: { bank: 'full' } },
  reciprocal: false,
  values: {
    retentionNegative: 20,
    retentionPositive: 20,
    falseDefault: 0.005,
    missedDefault: 0.005,
  },
};

describe('an institution declared as columns', () => {
  it('can say in six lines what the government-led file says', () => {
    const ours = join(marketLenders, { rules: declaredInstitution('mine', registry).rules() });
    const built = join(marketLenders, { rules: institutions['government-led'].rules() });
    expect(ours).toEqual(built);
  });

  it('can be reciprocal: who does not contribute does not read', () => {
    const all = { bank: 'full', 'consumer-finance': 'full', internet: 'full' } as const;
    const columns: DeclaredColumns = {
      ...registry,
      contributes: { bank: 'may', internet: 'may' },
      reads: { bank: all, 'consumer-finance': all, internet: all },
    };
    const readersOf = (reciprocal: boolean) => {
      const rules = declaredInstitution('mine', { ...columns, reciprocal }).rules();
      const { n, level } = join(marketLenders, { rules, participation: ['bank-1', 'internet-1'] });
      const rows = [...Array(n).keys()];
      return rows.map((j) => rows.some((q) => level[j * n + q] > 0));
    };
    expect(readersOf(true)).toEqual([true, false, false, false, true, false]);
    expect(readersOf(false)).toEqual([true, true, true, true, true, true]);
  });

  it('takes its declared values as defaults, which a scenario’s values still override', () => {
    const institution = declaredInstitution('mine', { ...registry, values: { lag: 2 } });
    expect(institution.parameters['lag'].default).toBe(2);
    expect(institution.parameters['lag'].source).toMatch(/^assumption: /);
    expect(institution.rules().records.lag).toBe(2);
    expect(institution.rules({ lag: 1 }).records.lag).toBe(1);
  });

  it('says what it was not told about itself', () => {
    expect(declaredInstitution('mine', registry).facts.purpose).toBe('not stated');
  });

  it('names every value that it cannot have, and those that it can', () => {
    const columns = { ...registry, values: { retention: 4, fee: true } };
    expect(() => declaredInstitution('mine', columns)).toThrow(
      /mine: retention: unknown parameter[^]*retentionNegative[^]*mine: fee: true is not a number/,
    );
  });
});
