import { describe, expect, it } from 'vitest';
import type { Market, MarketInstitution, World } from '../../../src/engine/index.ts';
import type { Phase } from '../../../src/engine/setup.ts';
import { simulate, simulateWorlds } from '../../../src/engine/running/index.ts';
import { sumNames, type Ledger } from '../../../src/engine/index.ts';
import { institutions } from '../../../src/institutions/registry.ts';
import { joinTiers } from '../../../src/institutions/combine.ts';
import { economyWith, fingerprint, marketOf, builtIn } from '../market.ts';

const from = 18;
const market = marketOf({ borrowers: 500, quarters: 26, burnIn: 8 });
const rules = (id: string, values = {}) => institutions[id].rules(values);
const reformed = (id: string, values: object, ...phases: Phase[]): MarketInstitution => ({
  rules: rules(id, values),
  phases,
});
const print = (institution: MarketInstitution, world: World = 'actual', m: Market = market) =>
  fingerprint(
    world === 'actual'
      ? simulate(m, institution)
      : (simulateWorlds(m, institution, [world])[world] as Ledger),
  );

/** What a ledger tells of the quarters before `until`: decisions, beliefs and cards; sums of loans that have all ended. */
function past(ledger: Ledger, until: number) {
  const { term, sums, beliefs, posted, borrowers } = ledger;
  const width = sumNames.length;
  const { quarters } = ledger;
  const row = (of: Float64Array, t: number) =>
    of.slice((t * of.length) / quarters, ((t + 1) * of.length) / quarters);
  const upTo = (of: Float64Array) => Array.from({ length: until }, (_, t) => [...row(of, t)]);
  const decided = ['applications', 'approvals', 'inquiries', 'approvedApr', 'applicantEstimate'];
  return {
    borrowers,
    ended: Array.from({ length: until - term + 1 }, (_, t) => [
      ...sums.slice(t * width, (t + 1) * width),
    ]),
    decided: Array.from({ length: until }, (_, t) =>
      decided.map((name) => sums[t * width + sumNames.indexOf(name as never)]),
    ),
    cards: upTo(posted.cards),
    times: upTo(posted.times),
    learned: upTo(posted.learned),
    beliefs: upTo(beliefs),
  };
}

const named = (id: string) => ({ ...rules(id), files: id });

const cases: Record<string, MarketInstitution> = {
  'longer retention': reformed(
    'market-led',
    { retentionNegative: 4 },
    { from, rules: rules('market-led') },
  ),
  'a new institution': reformed('none', {}, { from, rules: rules('dual') }),
  'other participants': {
    rules: rules('association-led'),
    participation: ['bank-1'],
    phases: [{ from, participation: 1, backfill: 6 }],
  },
  erasure: reformed('full-sharing', {}, { from, erase: {} }),
  shock: reformed('market-led', {}, { from, shock: -2 }),
  cap: reformed('market-led', {}, { from, cap: 0.24 }),
  'a tier beside': {
    rules: named('market-led'),
    phases: [
      { from, rules: joinTiers([named('market-led'), named('government-led')]), backfill: 4 },
    ],
  },
  'lenders told': reformed('none', {}, { from, rules: rules('market-led'), told: true }),
  awareness: reformed('market-led', {}, { from, awareness: 1 }),
};
const unaware = { ...market, economy: economyWith({ behaviour: { awareness: 0.5 } }) };

describe.each(Object.entries(cases))('%s', (_, institution) => {
  const m = institution === cases['awareness'] ? unaware : market;
  const { phases, ...status } = institution;
  const plain = simulate(m, status);
  const changed = simulate(m, institution);

  it('changes nothing before it comes, to the bit', () => {
    expect(past(changed, from)).toEqual(past(plain, from));
  });

  it('changes something from then on', () => {
    expect(fingerprint(changed)).not.toBe(fingerprint(plain));
  });

  it('that is announced changes nothing before that', () => {
    const announced = (phases ?? []).map((phase) => ({ ...phase, announced: from - 5 }));
    const early = simulate(m, { ...status, phases: announced });
    expect(past(early, from - 5)).toEqual(past(plain, from - 5));
  });

  it('from the first quarter on is the plain market', () => {
    const [phase] = phases ?? [];
    const {
      erase: __,
      shock: ___,
      backfill: ____,
      from: _____,
      told: ______,
      cap,
      awareness,
      ...rest
    } = phase;
    const { economy } = m;
    const same = {
      ...economy,
      pricing: { ...economy.pricing, ...(cap !== undefined && { cap }) },
      behaviour: { ...economy.behaviour, ...(awareness !== undefined && { awareness }) },
    };
    const direct = {
      rules: rest.rules ?? status.rules,
      participation: rest.participation ?? status.participation,
    };
    const begun = { ...status, phases: [{ ...rest, cap, awareness, from: 0 }] };
    expect(print(begun, 'actual', m)).toBe(print(direct, 'actual', { ...m, economy: same }));
  });
});

describe('a phase that changes nothing', () => {
  it.each(Object.keys(institutions))('gives the same bytes under %s', (id) => {
    const institution = { rules: rules(id, {}) };
    const idle = {
      ...institution,
      phases: [
        {
          from,
          rules: rules(id, {}),
          cap: market.economy.pricing.cap,
          erase: { incomeFifths: [] },
        },
      ],
    };
    expect(print(idle)).toBe(print(institution));
  });

  it('does so in all worlds', () => {
    const institution = builtIn('dual');
    const idle = { ...institution, phases: [{ from, announced: 12, rules: rules('dual') }] };
    for (const world of ['types-visible', 'action-contractible', 'full-information'] as const) {
      expect(print(idle, world)).toBe(print(institution, world));
    }
  });
});
