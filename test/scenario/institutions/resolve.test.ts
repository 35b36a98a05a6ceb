import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import type { Institution } from '../../../src/institutions/index.ts';
import { institutions } from '../../../src/institutions/registry.ts';
import { loadExternalInstitution } from '../../../src/scenario/institutions/external.ts';
import { institutionOf, marketInstitutionOf } from '../../../src/scenario/institutions/resolve.ts';
import type { InstitutionChoice } from '../../../src/scenario/scenario.ts';
import { marketLenders } from '../../institutions/markets.ts';

const path = fileURLToPath(new URL('../../../examples/forgiving-registry.ts', import.meta.url));

const choose = (from: InstitutionChoice['from']): InstitutionChoice => ({
  id: 'chosen',
  label: 'Chosen',
  from,
  values: { lag: 1 },
});

const noFiles = () => Promise.reject(new Error('this page loads no files'));

describe('the institution that a scenario chooses', () => {
  it('bears the scenario’s name wherever it comes from', async () => {
    const nothing = { facts: {}, contributes: {}, reads: {}, values: {} };
    const columns = { label: 'x', reciprocal: false, ...nothing };
    for (const from of [
      { kind: 'built-in', id: 'dual' },
      { kind: 'declared', columns },
      { kind: 'module', path, hash: '' },
    ] as const) {
      const institution = await institutionOf(choose(from), loadExternalInstitution);
      expect(institution).toMatchObject({ id: 'chosen', label: 'Chosen' });
    }
  });

  it('meets a market under the scenario’s values and participation', async () => {
    const choice = { ...choose({ kind: 'built-in', id: 'market-led' }), participation: 0.5 };
    const { rules, participation } = await marketInstitutionOf(choice, marketLenders, noFiles);
    expect(rules.records.lag).toBe(1);
    expect(participation).toBe(0.5);
  });

  it('does not exist: the ones that do are named', async () => {
    await expect(institutionOf(choose({ kind: 'built-in', id: 'duel' }), noFiles)).rejects.toThrow(
      /chosen: there is no institution 'duel'[^]*dual/,
    );
    // Not a member of the registry either.
    const inherited = choose({ kind: 'built-in', id: 'toString' });
    await expect(institutionOf(inherited, noFiles)).rejects.toThrow(/no institution 'toString'/);
  });

  it('is checked on the lenders of the market', async () => {
    const choice = { ...choose({ kind: 'built-in', id: 'full-sharing' }), values: { lag: 9 } };
    await expect(marketInstitutionOf(choice, marketLenders, noFiles)).rejects.toThrow(
      /^chosen: records: lag \+ retention is more than 31 quarters$/,
    );
  });

  it('is checked again under other values, however often it was sound', async () => {
    const ours = (lag: number) => ({
      ...choose({ kind: 'built-in', id: 'full-sharing' }),
      values: { lag },
    });
    const sound = await marketInstitutionOf(ours(1), marketLenders, noFiles);
    for (let turn = 0; turn < 2; turn++) {
      const again = await marketInstitutionOf(ours(1), marketLenders, noFiles);
      expect(again.rules.records).toEqual(sound.rules.records);
      await expect(marketInstitutionOf(ours(9), marketLenders, noFiles)).rejects.toThrow(/lag/);
    }
  });

  it('of a user is looked at each time', async () => {
    let asked = 0;
    const module: Institution = {
      ...institutions['full-sharing'],
      rules: (values) => {
        const rules = institutions['full-sharing'].rules(values);
        return {
          ...rules,
          contributes: (lenders, out) => {
            asked++;
            rules.contributes(lenders, out);
          },
        };
      },
    };
    const choice = choose({ kind: 'module', path, hash: '' });
    const load = () => Promise.resolve(module);
    await marketInstitutionOf(choice, marketLenders, load);
    const once = asked;
    await marketInstitutionOf(choice, marketLenders, load);
    expect(once).toBeGreaterThan(0);
    expect(asked).toBe(2 * once);
  });

  it('needs no loader unless it is a module', async () => {
    await expect(
      institutionOf(choose({ kind: 'built-in', id: 'none' }), noFiles),
    ).resolves.toBeDefined();
    await expect(
      institutionOf(choose({ kind: 'module', path, hash: '' }), noFiles),
    ).rejects.toThrow('this page loads no files');
  });
});
