import { sampleCorrelation, standardDeviation } from 'simple-statistics';
import { describe, expect, test } from 'vitest';
import { economyParameters, lenderParameters } from '../../src/engine/parameters.ts';
import type { World } from '../../src/engine/setup.ts';
import { simulateWorlds } from '../../src/engine/simulate.ts';
import { institutions } from '../../src/institutions/registry.ts';
import type { Values } from '../../src/institutions/institution.ts';
import type { Ledger } from '../../src/engine/ledger.ts';
import { measures } from '../../src/measures/registry.ts';
import type { Measure } from '../../src/measures/measure.ts';
import { seedKey } from '../../src/random/seed.ts';
import { economyWith, sixLenders, smallMarket } from './small-market.ts';

/**
 * A parameter that does nothing is a bug. Each is moved once and must move a named outcome in the direction
 * that theory gives. World F (full information) is used wherever feedback through lenders would blur a
 * primitive's own effect.
 */
const F: World = 'full-information';
const A: World = 'actual';

interface Effect {
  readonly to: number | boolean;
  readonly measure: string;
  readonly direction: 'rises' | 'falls';
  readonly world: World;
  readonly institution?: string;
  /** Other parameters that must be on for this one to matter. */
  readonly given?: Parameters<typeof economyWith>[0];
  readonly under?: Values;
}

const effects: Record<string, Effect> = {
  // A trait that follows g more closely goes more with hazard: access and default sort by it.
  'traits.characterLoading': {
    to: 0.9,
    measure: 'access-inequality-character',
    direction: 'rises',
    world: A,
  },
  'traits.capacityLoading': {
    to: 0.9,
    measure: 'access-inequality-capacity',
    direction: 'rises',
    world: A,
  },
  'traits.capitalLoading': {
    to: 0.9,
    measure: 'access-inequality-capacity',
    direction: 'rises',
    world: A,
  },
  'traits.collateralLoading': {
    to: 0.9,
    measure: 'access-inequality-collateral',
    direction: 'rises',
    world: A,
  },
  'traits.conditionsLoading': {
    to: 0.9,
    measure: 'access-inequality-conditions',
    direction: 'rises',
    world: A,
  },
  // Old records go stale.
  'traits.capacityPersistence': {
    to: 0,
    measure: 'access-inequality-capacity',
    direction: 'falls',
    world: A,
    institution: 'full-sharing',
  },
  'hazard.base': { to: 3.5, measure: 'default-rate', direction: 'falls', world: F },
  'hazard.capacity': { to: 1.5, measure: 'default-rate', direction: 'rises', world: F }, // more of the very risky
  'hazard.capital': { to: 1.5, measure: 'default-rate', direction: 'rises', world: F },
  'hazard.macro': { to: 2, measure: 'swing', direction: 'rises', world: F },
  'hazard.conditions': {
    to: 2,
    measure: 'access-inequality-conditions',
    direction: 'rises',
    world: A,
  },
  'hazard.burden': { to: 4, measure: 'default-rate', direction: 'rises', world: F },
  'macro.persistence': {
    to: 0,
    measure: 'inertia',
    direction: 'falls',
    world: F,
    given: { hazard: { macro: 2 } },
  },
  'macro.deviation': { to: 1.5, measure: 'swing', direction: 'rises', world: F },
  'project.meanValue': { to: 1.7, measure: 'welfare', direction: 'rises', world: F },
  'project.referenceHazard': { to: 0.2, measure: 'project-value', direction: 'falls', world: F },
  'project.dial': { to: 2, measure: 'safe-type-exclusion', direction: 'rises', world: F },
  'sanctions.stigma': { to: 0.9, measure: 'will-not-pay-rate', direction: 'falls', world: A },
  'sanctions.stigmaSpread': { to: 1.2, measure: 'will-not-pay-rate', direction: 'rises', world: A },
  'sanctions.involuntaryShare': {
    to: 0.9,
    measure: 'first-best-effort',
    direction: 'rises',
    world: F,
  },
  'sanctions.enforcement': { to: 0.9, measure: 'will-not-pay-rate', direction: 'falls', world: A },
  'sanctions.collateral': { to: 0.4, measure: 'rate', direction: 'falls', world: F },
  'sanctions.collateralSpread': {
    to: 1.2,
    measure: 'access-inequality-collateral',
    direction: 'rises',
    world: A,
  },
  'outside.base': { to: 0.2, measure: 'take-up-rate', direction: 'falls', world: F },
  'outside.capitalSlope': { to: 0.2, measure: 'take-up-rate', direction: 'falls', world: F },
  'outside.tasteScale': { to: 0.3, measure: 'take-up-rate', direction: 'falls', world: F }, // noise pulls towards one half
  'behaviour.willingnessScale': {
    to: 0.4,
    measure: 'will-not-pay-rate',
    direction: 'rises',
    world: A,
  },
  'behaviour.effortCost': { to: 8, measure: 'effort', direction: 'falls', world: F },
  'behaviour.effortCap': { to: 0.2, measure: 'effort', direction: 'falls', world: F },
  'behaviour.patience': { to: 0.8, measure: 'stake', direction: 'falls', world: A },
  'behaviour.patienceSpread': { to: 0.2, measure: 'stake', direction: 'falls', world: A },
  'behaviour.awareness': { to: 0, measure: 'stake', direction: 'falls', world: A },
  'signals.incomeNoise': {
    to: 5,
    measure: 'auc-applicants',
    direction: 'falls',
    world: A,
    institution: 'none',
  },
  'signals.capitalNoise': {
    to: 10,
    measure: 'auc-applicants',
    direction: 'falls',
    world: A,
    institution: 'none',
  },
  'search.demand': { to: 0.7, measure: 'applications', direction: 'rises', world: F },
  'search.quotes': {
    to: 3,
    measure: 'rate',
    direction: 'falls',
    world: A,
    institution: 'full-sharing',
    given: { search: { quotes: 1, homeLender: false } },
  },
  'search.homeLender': {
    to: false,
    measure: 'auc-applicants',
    direction: 'falls',
    world: A,
    given: { search: { quotes: 1 } },
    institution: 'none',
  },
  'search.quoteNoise': {
    to: 0.05,
    measure: 'rate',
    direction: 'rises',
    world: F,
    given: { search: { quotes: 2 } },
  },
  'search.loanSizeSpread': {
    to: 1.8,
    measure: 'coverage',
    direction: 'falls',
    world: F,
    under: { threshold: 1 },
  },
  'pricing.cap': { to: 1.6, measure: 'approval-rate', direction: 'rises', world: A },
  'pricing.maxMarkup': {
    to: 0,
    measure: 'rate',
    direction: 'falls',
    world: F,
    given: { search: { quotes: 1 } },
  },
  'pricing.exploration': { to: 0.2, measure: 'exploratory-share', direction: 'rises', world: A },
  'pricing.explorationPd': {
    to: 0.9,
    measure: 'rate',
    direction: 'rises',
    world: A,
    given: { pricing: { exploration: 0.5 } },
  },
  'pricing.pdCap': { to: 0.2, measure: 'approval-rate', direction: 'rises', world: A },
  'scorecard.decay': {
    to: 0,
    measure: 'brier-true-pd-applicants',
    direction: 'rises',
    world: A,
    institution: 'full-sharing',
  },
  'scorecard.ridge': {
    to: 1000,
    measure: 'auc-applicants',
    direction: 'falls',
    world: A,
    institution: 'full-sharing',
  },
  'scorecard.priorIntercept': {
    to: 0,
    measure: 'approval-rate',
    direction: 'falls',
    world: A,
    given: { scorecard: { ridge: 1000 } },
  },
  'scorecard.stepLimit': {
    to: 0.01,
    measure: 'auc-applicants',
    direction: 'falls',
    world: A,
    institution: 'full-sharing',
  },
  'reputation.valueOfAccess': { to: 1, measure: 'stake', direction: 'rises', world: A },
  'misreporting.share': {
    to: 0.8,
    measure: 'misreporting-share',
    direction: 'rises',
    world: A,
    institution: 'sesame',
  },
  'misreporting.inflation': {
    to: 0,
    measure: 'misreporting-share',
    direction: 'falls',
    world: A,
    institution: 'sesame',
    given: { misreporting: { share: 1 } },
  },
  'misreporting.cost': {
    to: 0.1,
    measure: 'misreporting-share',
    direction: 'falls',
    world: A,
    institution: 'sesame',
    given: { misreporting: { share: 1 } },
  },
};

const ofInstitution: Record<string, Effect> = {
  retentionNegative: { to: 1, measure: 'stake', direction: 'falls', world: A },
  retentionPositive: { to: 1, measure: 'coverage', direction: 'falls', world: A },
  lag: { to: 10, measure: 'stake', direction: 'falls', world: A },
  threshold: { to: 2, measure: 'coverage', direction: 'falls', world: A },
  falseDefault: { to: 0.4, measure: 'auc-applicants', direction: 'falls', world: A },
  missedDefault: { to: 0.6, measure: 'stake', direction: 'falls', world: A },
  standardsGap: { to: 0.4, measure: 'stake', direction: 'falls', world: A },
  fee: { to: 0.02, measure: 'institution-revenue', direction: 'rises', world: F },
  perks: { to: 0.3, measure: 'will-not-pay-rate', direction: 'falls', world: A },
  costPerReport: { to: 0.02, measure: 'welfare', direction: 'falls', world: F },
};

const ofLender: Record<string, Effect> = {
  share: { to: 0.5, measure: 'loan-concentration', direction: 'rises', world: F },
  funding: { to: 0.05, measure: 'rate', direction: 'rises', world: F },
  operating: { to: 0.05, measure: 'rate', direction: 'rises', world: F },
  recovery: { to: 0.1, measure: 'rate', direction: 'rises', world: F },
};

/** How the pool's true PD moves over the quarters: what the macro state does. */
const valueOf: Record<string, Measure['of']> = {
  swing: (ledger, from, to) => standardDeviation(poolRisk(ledger, from, to)),
  inertia: (ledger, from, to) => {
    const risk = poolRisk(ledger, from, to);
    return sampleCorrelation(risk.slice(1), risk.slice(0, -1));
  },
};

function poolRisk(ledger: Ledger, from: number, to: number): number[] {
  const pool = measures.find((one) => one.id === 'true-pd-applicants');
  if (!pool) throw new Error('no measure true-pd-applicants');
  return Array.from({ length: to - from }, (_, k) => pool.of(ledger, from + k, from + k + 1));
}

function outcome(
  id: string,
  world: World,
  institution: string,
  values: Values,
  economy = economyWith(),
  lenders = sixLenders,
): number {
  const value = valueOf[id] ?? measures.find((one) => one.id === id)?.of;
  if (!value) throw new Error(`no measure ${id}`);
  let sum = 0;
  for (const replicate of [0, 1]) {
    const market = smallMarket({ economy, lenders, seed: seedKey('effects', replicate) });
    const rules = institutions[institution].rules(values);
    const ledger = simulateWorlds(market, { rules }, [A, world])[world];
    if (!ledger) throw new Error(`no world ${world}`);
    sum += value(ledger, market.burnIn, market.quarters);
  }
  return sum / 2;
}

function expectMove(effect: Effect, before: number, after: number): void {
  if (effect.direction === 'rises') expect(after).toBeGreaterThan(before);
  else expect(after).toBeLessThan(before);
}

describe('every parameter moves an outcome in the direction of theory', () => {
  for (const [name, effect] of Object.entries(effects)) {
    const [group, parameter] = name.split('.');
    const { institution = 'market-led', given = {}, under = {}, world, measure } = effect;
    test(`${name} → ${effect.to}: ${measure} ${effect.direction}`, () => {
      const changed = {
        ...given,
        [group]: { ...(given as Record<string, object>)[group], [parameter]: effect.to },
      };
      const before = outcome(measure, world, institution, under, economyWith(given));
      const after = outcome(measure, world, institution, under, economyWith(changed));
      expectMove(effect, before, after);
    });
  }

  for (const [parameter, effect] of Object.entries(ofInstitution)) {
    test(`institution ${parameter} → ${effect.to}: ${effect.measure} ${effect.direction}`, () => {
      const values = { [parameter]: effect.to };
      const before = outcome(effect.measure, effect.world, 'full-sharing', {});
      expectMove(effect, before, outcome(effect.measure, effect.world, 'full-sharing', values));
    });
  }

  for (const [parameter, effect] of Object.entries(ofLender)) {
    test(`lender ${parameter} → ${effect.to}: ${effect.measure} ${effect.direction}`, () => {
      const lenders = sixLenders.map((lender, j) => {
        if (parameter !== 'share') return { ...lender, [parameter]: effect.to };
        return { ...lender, share: j === 0 ? 0.5 : (lender.share * 0.5) / 0.75 };
      });
      const before = outcome(effect.measure, effect.world, 'none', {});
      const after = outcome(effect.measure, effect.world, 'none', {}, economyWith(), lenders);
      expectMove(effect, before, after);
    });
  }

  test('no parameter is left out', () => {
    const all = Object.entries(economyParameters).flatMap(([group, table]) =>
      Object.keys(table).map((name) => `${group}.${name}`),
    );
    expect(Object.keys(effects).toSorted()).toEqual(all.toSorted());
    expect(Object.keys(ofLender).toSorted()).toEqual(Object.keys(lenderParameters).toSorted());
    expect(Object.keys(institutions.none.parameters)).toEqual(
      expect.arrayContaining(Object.keys(ofInstitution)),
    );
  });
});
