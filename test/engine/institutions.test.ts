import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { worlds, type Market, type Regime } from '../../src/engine/setup.ts';
import { simulate, simulateWorlds } from '../../src/engine/simulate.ts';
import { declaredInstitution } from '../../src/scenario/institutions/declared.ts';
import type { DeclaredColumns } from '../../src/scenario/scenario.ts';
import { loadExternalInstitution } from '../../src/scenario/institutions/external.ts';
import { institutions } from '../../src/institutions/registry.ts';
import type { LenderKindName } from '../../src/institutions/institution.ts';
import { contributors } from '../../src/institutions/sharing.ts';
import { measures } from '../../src/measures/registry.ts';
import { fingerprint, marketOf, regimeOf } from './market.ts';

const market = marketOf({ borrowers: 1500, quarters: 22, burnIn: 8 });
const ids = Object.keys(institutions);

/** Fingerprints in all four worlds. */
function inAllWorlds(regime: Regime, where: Market = market): string[] {
  return Object.values(simulateWorlds(where, regime, worlds)).map(fingerprint);
}

/** Values under which an institution differs in nothing but who reads whom. */
const nothingElse = {
  falseDefault: 0,
  missedDefault: 0,
  standardsGap: 0,
  fee: 0,
  lag: 0,
  perks: 0,
  retentionNegative: 28,
  retentionPositive: 28,
};

/** A market whose lenders are all of one kind. */
function lendersAll(kind: LenderKindName, { lenders, ...rest }: Market): Market {
  return { ...rest, lenders: lenders.map((lender) => ({ ...lender, kind })) };
}

const noSharing = inAllWorlds(regimeOf('none'));
const fullSharing = inAllWorlds(regimeOf('full-sharing'));

describe('sharing off equals none, in every world and to the bit', () => {
  it.each(ids)('%s, if all lenders are barred and there is no score', (id) => {
    const { score: _score, ...rules } = institutions[id].rules();
    const off = { ...rules, contributes: contributors('barred') };
    expect(inAllWorlds({ rules: off })).toEqual(noSharing);
  });

  it.each(['market-led', 'association-led'])('%s, if nobody joins', (id) => {
    expect(inAllWorlds({ ...regimeOf(id), participation: 0 })).toEqual(noSharing);
    expect(inAllWorlds({ ...regimeOf(id), participation: [] })).toEqual(noSharing);
  });

  it('whatever is said about fees, perks, costs, errors and retention of records that nobody has', () => {
    const values = {
      fee: 0.01,
      perks: 0.2,
      costPerReport: 0.01,
      falseDefault: 0.3,
      missedDefault: 0.3,
      standardsGap: 0.3,
      retentionNegative: 3,
      lag: 3,
      threshold: 1,
    };
    expect(inAllWorlds(regimeOf('none', values))).toEqual(noSharing);
  });

  it('if one lender alone contributes where only contributors read', () => {
    const regime = { ...regimeOf('association-led'), participation: ['bank-1'] };
    // Its borrowers are neither seen nor disciplined by anybody else.
    expect(inAllWorlds(regime)).toEqual(noSharing);
  });
});

describe('everybody reading everything, without errors or fees, equals full sharing to the bit', () => {
  it('market-led with one bureau', () => {
    const regime = regimeOf('market-led', { ...nothingElse, bureaus: 1 });
    expect(inAllWorlds(regime)).toEqual(fullSharing);
  });

  it('market-led with three bureaus to each of which everybody reports', () => {
    const values = { ...nothingElse, consumerFinanceReportsTo: 3, internetReportsTo: 3 };
    expect(inAllWorlds(regimeOf('market-led', values))).toEqual(fullSharing);
  });

  it('an institution declared with every pair open', () => {
    const all = { bank: 'full', 'consumer-finance': 'full', internet: 'full' } as const;
    const columns: DeclaredColumns = {
      label: 'All',
      facts: {},
      reciprocal: true,
      values: nothingElse,
      contributes: { bank: 'may', 'consumer-finance': 'may', internet: 'may' },
      reads: { bank: all, 'consumer-finance': all, internet: all },
    };
    expect(inAllWorlds({ rules: declaredInstitution('all', columns).rules() })).toEqual(
      fullSharing,
    );
  });

  it('in a market of one kind of lender: association-led, government-led and dual', () => {
    const banks = lendersAll('bank', market);
    const full = inAllWorlds(regimeOf('full-sharing'), banks);
    for (const id of ['association-led', 'government-led', 'dual']) {
      expect(inAllWorlds(regimeOf(id, nothingElse), banks)).toEqual(full);
    }
  });

  it('and a single error rate, fee or lag breaks the equality', () => {
    for (const values of [
      { falseDefault: 0.02 },
      { missedDefault: 0.02 },
      { fee: 0.001 },
      { lag: 1 },
    ]) {
      const regime = regimeOf('full-sharing', values);
      expect(fingerprint(simulate(market, regime))).not.toBe(fullSharing[0]);
    }
  });
});

describe('institutions do not touch each other', () => {
  it('a run gives the same ledger alone, after other institutions and before them', () => {
    const alone = new Map(ids.map((id) => [id, fingerprint(simulate(market, regimeOf(id)))]));
    for (const id of ids.toReversed()) {
      expect(fingerprint(simulate(market, regimeOf(id)))).toBe(alone.get(id));
    }
    expect(new Set(alone.values()).size).toBe(ids.length);
  });

  it('one object of rules may serve two runs', () => {
    const regime = regimeOf('dual');
    const first = fingerprint(simulate(market, regime));
    simulate(marketOf({ borrowers: 100, lenders: market.lenders.slice(3) }), regime);
    expect(fingerprint(simulate(market, regime))).toBe(first);
  });
});

describe('a user’s own institution', () => {
  const load = (path: string) =>
    loadExternalInstitution(fileURLToPath(new URL(`../../${path}`, import.meta.url)));

  it('copied from the government-led one gives its ledgers to the bit', async () => {
    const copy = await load('test/institutions/fixtures/registry-copy.js');
    expect(inAllWorlds({ rules: copy.rules() })).toEqual(inAllWorlds(regimeOf('government-led')));
  });

  it.each(['forgiving-registry.ts', 'large-lenders-club.js'])(
    '%s runs in every world',
    async (name) => {
      const rules = (await load(`examples/${name}`)).rules();
      const ledgers = Object.values(simulateWorlds(market, { rules }, worlds));
      expect(ledgers).toHaveLength(4);
      for (const { sums } of ledgers) expect(sums.every((sum) => Number.isFinite(sum))).toBe(true);
    },
  );
});

describe('what an institution’s own numbers do', () => {
  // Large enough that the lenders' learning settles.
  const large = marketOf({ borrowers: 10_000, quarters: 36, burnIn: 16 });
  const under = (regime: Regime, id: string, where = large) => {
    const ledger = simulate(where, regime);
    const measure = measures.find((one) => one.id === id);
    if (!measure) throw new Error(`no measure ${id}`);
    return measure.of(ledger, ledger.burnIn, ledger.quarters);
  };

  it.each([
    ['consumerFinanceReportsTo', lendersAll('consumer-finance', market)],
    ['internetReportsTo', lendersAll('internet', market)],
  ])('market-led: %s leads from no sharing to full sharing', (name, where) => {
    const at = (bureaus: number) =>
      fingerprint(simulate(where, regimeOf('market-led', { ...nothingElse, [name]: bureaus })));
    expect(at(0)).toBe(fingerprint(simulate(where, regimeOf('none'))));
    expect(at(3)).toBe(fingerprint(simulate(where, regimeOf('full-sharing'))));
  });

  it('market-led: lenders that report to one bureau of many let more loans default', () => {
    const [one, three, twelve] = [1, 3, 12].map((bureaus) =>
      under(regimeOf('market-led', { bureaus }), 'default-rate', lendersAll('internet', large)),
    );
    expect(three).toBeGreaterThan(one);
    expect(twelve).toBeGreaterThan(three);
  });

  it('sesame: without a shared credit file more loans default', () => {
    const defaults = (shareLoans: boolean) =>
      under(regimeOf('sesame', { shareLoans }), 'default-rate', lendersAll('internet', large));
    expect(defaults(false)).toBeGreaterThan(defaults(true));
  });

  it('sesame: banks that read the score tell borrowers apart better', () => {
    const auc = (banksRead: boolean) => under(regimeOf('sesame', { banksRead }), 'auc-applicants');
    expect(auc(true)).toBeGreaterThan(auc(false));
  });

  it('association-led: the more lenders join, the fewer loans default', () => {
    const [none, half, all] = [0, 0.5, 1].map((participation) =>
      under({ ...regimeOf('association-led'), participation }, 'default-rate'),
    );
    expect(half).toBeLessThan(none);
    expect(all).toBeLessThan(half);
  });
});
