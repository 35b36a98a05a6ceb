import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { recordParameters } from '../../src/institutions/common.ts';
import { declaredInstitution } from '../../src/scenario/institutions/declared.ts';
import { loadExternalInstitution } from '../../src/scenario/institutions/external.ts';
import { institutions, type InstitutionId } from '../../src/institutions/registry.ts';
import { systems } from '../../src/paper/systems.ts';
import { keepsTheContract } from './institution.properties.ts';

const example = (name: string) => fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));

describe('every built-in institution', () => {
  for (const institution of Object.values(institutions)) keepsTheContract(institution);

  it('is registered under its own id, those that results have always had among them', () => {
    const ids: readonly InstitutionId[] = [
      ...(['none', 'government-led', 'market-led', 'association-led', 'sesame', 'dual'] as const),
      ...(['negative-only', 'full-sharing'] as const),
    ];
    expect(Object.keys(institutions)).toEqual(expect.arrayContaining([...ids]));
    for (const [id, institution] of Object.entries(institutions)) expect(institution.id).toBe(id);
  });

  it('is described as Table 1 of the paper describes it, where it is in it', () => {
    expect(systems).toHaveLength(3);
    for (const { id, purpose, representative, ...rest } of systems) {
      const { mechanism, openness, dataSources, character } = rest;
      const { facts } = institutions[id];
      expect(facts).toMatchObject({ representative, mechanism, openness, dataSources, character });
      // The paper's own text says otherwise of two purposes, and so do the facts.
      expect(facts.purpose.startsWith(purpose)).toBe(true);
    }
  });

  it('has the numbers that a scenario can set for all', () => {
    for (const { parameters } of Object.values(institutions)) {
      expect(Object.keys(parameters)).toEqual(
        expect.arrayContaining(Object.keys(recordParameters())),
      );
    }
  });
});

describe('a declared institution', () => {
  keepsTheContract(
    declaredInstitution('declared', {
      label: 'Declared',
      facts: { representative: 'no country' },
      contributes: { bank: 'must', internet: 'may' },
      reads: { bank: { bank: 'full', internet: 'negative' }, internet: { bank: 'negative' } },
      reciprocal: true,
      values: { retentionNegative: 12, fee: 0.001 },
    }),
  );
});

describe('a user’s own module', async () => {
  keepsTheContract(await loadExternalInstitution(example('forgiving-registry.ts')));
  keepsTheContract(await loadExternalInstitution(example('large-lenders-club.js')));
});
