import { describe, expect, it } from 'vitest';
import { discounts } from '../../src/engine/stake/discount.ts';
import { profilesOf, sightsOf, View } from '../../src/engine/stake/sights.ts';
import { join } from '../../src/engine/files/join.ts';
import { simulate, simulateWorlds } from '../../src/engine/running/index.ts';
import type { Rules } from '../../src/institutions/institution.ts';
import { joinTiers } from '../../src/institutions/combine.ts';
import { institutions } from '../../src/institutions/registry.ts';
import { marketLenders } from '../institutions/markets.ts';
import { economyWith, fingerprint, marketOf } from './market.ts';

const early = { reputation: { twinFrom: 6, twins: 0.2 } };
const market = marketOf({
  ...{ borrowers: 600, quarters: 20, burnIn: 6 },
  economy: economyWith(early),
});
const bits = (rules: Rules) => fingerprint(simulate(market, { rules }));

const free = { fee: 0, costPerReport: 0, falseDefault: 0, missedDefault: 0 };
const registry = institutions['government-led'].rules({ ...free, lag: 1, threshold: 0.4 });
const bureau = institutions['market-led'].rules(free);
const club = institutions['association-led'].rules({ ...free, threshold: 0.4 });

/** The platform's records without its score. */
const platform = joinTiers([institutions['sesame'].rules(free)]);
Reflect.deleteProperty(platform, 'score');

/** Everybody furnishes, with many errors, and nobody reads. */
const unread: Rules = {
  ...institutions['full-sharing'].rules({ ...free, falseDefault: 0.5, perks: 0 }),
  access: () => {},
};

describe('a tier', () => {
  it.each([
    ['registry', registry],
    ['bureau', bureau],
    ['club', club],
  ])('beside itself, without errors and fees, changes nothing (%s)', (_, rules) => {
    expect(bits(joinTiers([rules, rules]))).toBe(bits(rules));
  });

  it('beside itself changes nothing in any world, by whatever sanctions', () => {
    const small = { ...market, borrowers: 300 };
    for (const sanctions of ['held', 'relearned'] as const) {
      const worldsOf = (rules: Rules) => {
        const ledgers = simulateWorlds(small, { rules }, ['types-visible', 'full-information'], {
          sanctions,
        });
        return Object.values(ledgers).map(fingerprint);
      };
      expect(worldsOf(joinTiers([bureau, bureau]))).toEqual(worldsOf(bureau));
    }
  });

  it('that nobody reads changes nothing, before or behind', () => {
    expect(bits(joinTiers([bureau, unread]))).toBe(bits(bureau));
    expect(bits(joinTiers([unread, registry]))).toBe(bits(registry));
  });

  it('that shows what others show already changes nothing but what is paid', () => {
    const black = institutions['negative-only'].rules(free);
    const all = institutions['full-sharing'].rules(free);
    expect(bits(joinTiers([all, black]))).toBe(bits(all));
    expect(bits(joinTiers([all, { ...black, costPerReport: 0.01 }]))).not.toBe(bits(all));
  });

  it('has its own contributors, readers, windows and errors: each of them moves the market', () => {
    const whole = bits(joinTiers([platform, registry]));
    const others: Rules[] = [
      joinTiers([
        platform,
        { ...registry, records: { ...registry.records, retentionNegative: 2 } },
      ]),
      joinTiers([platform, { ...registry, records: { ...registry.records, threshold: 0 } }]),
      joinTiers([platform, { ...registry, errors: { ...registry.errors, falseDefault: 0.2 } }]),
      joinTiers([platform, club]),
      platform,
      registry,
    ];
    expect(new Set([whole, ...others.map(bits)]).size).toBe(others.length + 1);
  });
});

describe('a lender', () => {
  it('pays the tiers that it buys, and takes one inquiry', () => {
    const dear = institutions['market-led'].rules({ fee: 0.01, costPerReport: 0.002, perks: 0.1 });
    const banks = institutions['government-led'].rules({ fee: 0.003, costPerReport: 0.001 });
    const { fee, cost, inquires, perks } = join(marketLenders, { rules: joinTiers([dear, banks]) });
    const isBank = marketLenders.map(({ kind }) => kind === 'bank');
    expect([...fee]).toEqual(isBank.map((bank) => (bank ? 0.01 + 0.003 : 0.01)));
    expect([...cost]).toEqual(isBank.map((bank) => (bank ? 0.002 + 0.001 : 0.002)));
    expect([...inquires]).toEqual(isBank.map(() => 1));
    expect([...perks]).toEqual(isBank.map(() => 0.1));
  });
});

describe('what cannot stand together', () => {
  it('are two scores, and more than four tiers', () => {
    const scored = institutions['sesame'].rules();
    expect(() => joinTiers([scored, institutions['dual'].rules()])).toThrow(
      /two tiers keep a score/,
    );
    expect(() => joinTiers([bureau, bureau, bureau, bureau, bureau])).toThrow(/at most 4/);
  });
});

describe('the stake', () => {
  const delta = 0.97;
  const n = marketLenders.length;
  const bank = marketLenders.findIndex(({ kind }) => kind === 'bank');
  const other = marketLenders.findIndex(({ kind }, j) => kind === 'bank' && j !== bank);

  it('weighs each stretch in which the same tiers show a default, by who has missed it', () => {
    const short = institutions['full-sharing'].rules({ retentionNegative: 4, missedDefault: 0.2 });
    const long = institutions['government-led'].rules({
      retentionNegative: 10,
      missedDefault: 0.5,
    });
    const sharing = join(marketLenders, { rules: joinTiers([short, long]) });
    const sights = sightsOf(sharing, n, delta)[bank];
    const internet = marketLenders.findIndex(({ kind }) => kind === 'internet');
    const sum = (to: (view: Uint8Array) => boolean) =>
      sights.filter(({ view }) => to(view)).reduce((total, { weight }) => total + weight, 0);
    // A bank sees it in either; an internet lender in the short one alone.
    const soon = discounts(delta, 1, 4);
    const late = discounts(delta, 5, 10);
    const sees = (view: Uint8Array, q: number) => (view[q] & View.negative) !== 0;
    expect(sum((view) => sees(view, other))).toBeCloseTo(0.9 * soon + 0.5 * late, 12);
    expect(sum((view) => sees(view, internet))).toBeCloseTo(0.8 * soon, 12);
  });

  it('is felt by age as surely as somebody sees the default', () => {
    const short = institutions['full-sharing'].rules({ retentionNegative: 4, missedDefault: 0.2 });
    const long = institutions['government-led'].rules({
      retentionNegative: 10,
      missedDefault: 0.5,
    });
    const sharing = join(marketLenders, { rules: joinTiers([short, long]) });
    const profile = profilesOf(sharing, n, 30).subarray(bank * 31, bank * 31 + 31);
    expect([...profile.subarray(0, 5)]).toEqual([0, 1, 1, 1, 1]);
    expect(profile[5]).toBeCloseTo(0.5 / 0.9, 12);
    expect([profile[10] > 0, profile[11]]).toEqual([true, 0]);
  });
});
