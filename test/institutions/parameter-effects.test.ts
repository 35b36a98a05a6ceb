import { safeguardParameters } from '../../src/institutions/safeguards.ts';
import { describe, expect, test } from 'vitest';
import type { Ledger } from '../../src/engine/index.ts';
import { simulateWorlds } from '../../src/engine/running/index.ts';
import { isRecordColumn } from '../../src/institutions/common.ts';
import { institutions } from '../../src/institutions/registry.ts';
import type { Values } from '../../src/institutions/institution.ts';
import { measures } from '../../src/measures/registry.ts';
import { seedKey } from '../../src/random/seed.ts';
import { economyWith, marketOf } from '../engine/market.ts';

/**
 * A parameter that does nothing is a bug. What every institution has is moved in the engine's tests; here is what
 * only some have: each is moved once and must move a named outcome in the direction that theory gives.
 */
interface Effect {
  readonly to: number | boolean;
  readonly measure: string;
  readonly direction: 'rises' | 'falls';
  /** Other values that must be set for this one to matter. */
  readonly under?: Values;
}

/** Lenders who see next to nothing but the score. */
const blind = economyWith({ signals: { incomeNoise: 5, capitalNoise: 10 } });

const marketLed: Record<string, Effect> = {
  // The more bureaus, the fewer of those who report to one or two of them a lender can read.
  bureaus: { to: 12, measure: 'coverage', direction: 'falls' },
  consumerFinanceReportsTo: {
    to: 3,
    measure: 'stake',
    direction: 'rises',
    under: { consumerFinanceReportsTo: 0, internetReportsTo: 0 },
  },
  internetReportsTo: { to: 3, measure: 'auc-applicants', direction: 'rises' },
};

const everybody = { banksRead: true };
const clear = { ...everybody, authenticity: 1 };
/** Behaviours that show their traits without noise, in dimensions of equal weight. */
const perfect = {
  ...clear,
  ...valuesOf('weight', 0.2),
  ...valuesOf('share', 1),
};
/** A score of one dimension. */
const only = (weight: string) => ({ ...clear, ...valuesOf('weight', 0), [weight]: 1 });
/** A score that alone knows of loans. */
const scoreKnows = { ...everybody, shareLoans: false };

/** What a score shows better, lenders sort by. */
const by = (trait: string, to: number, under: Values, direction: Effect['direction'] = 'rises') => {
  return { to, measure: `access-inequality-${trait}`, direction, under };
};

const sesame: Record<string, Effect> = {
  banksRead: { to: true, measure: 'access-inequality-capacity', direction: 'rises' },
  shareLoans: { to: false, measure: 'coverage', direction: 'falls' },
  authenticity: { to: 0, measure: 'auc-applicants', direction: 'falls', under: everybody },
  // A score that shows but one trait says less of default, unless it is the one that matters most.
  weightContacts: { to: 5, measure: 'auc-applicants', direction: 'falls', under: perfect },
  weightIdentity: { to: 5, measure: 'auc-applicants', direction: 'falls', under: perfect },
  weightCapacity: by('capital', 5, perfect),
  // Payment and shopping say nothing of character, which the score then shows less.
  weightBehaviour: by('character', 5, perfect, 'falls'),
  weightHistory: { to: 5, measure: 'auc-applicants', direction: 'falls', under: perfect },
  shareSocialContacts: by('character', 1, only('weightContacts')),
  shareMicroblog: by('character', 0, only('weightContacts'), 'falls'),
  shareIdentity: by('capacity', 0, only('weightIdentity'), 'falls'),
  shareSearch: by('capacity', 1, only('weightIdentity')),
  shareInternetFinance: by('capital', 1, only('weightCapacity')),
  shareCreditRepayment: by('character', 1, only('weightCapacity')),
  sharePayment: by('capital', 0, only('weightBehaviour'), 'falls'),
  shareShopping: by('capacity', 0, only('weightBehaviour'), 'falls'),
  shareCreditLoan: by('character', 1, only('weightHistory')),
  // Scores that meet an end of the range, or hardly differ, say less.
  floor: { to: 700, measure: 'auc-applicants', direction: 'falls', under: clear },
  ceiling: { to: 600, measure: 'auc-applicants', direction: 'falls', under: clear },
  centre: { to: 1300, measure: 'auc-applicants', direction: 'falls', under: clear },
  deviation: { to: 1, measure: 'auc-applicants', direction: 'falls', under: clear },
  defaultPenalty: { to: 1000, measure: 'auc-applicants', direction: 'rises', under: scoreKnows },
  countedDefaults: {
    to: 0,
    measure: 'auc-applicants',
    direction: 'falls',
    under: { ...scoreKnows, defaultPenalty: 300 },
  },
  // Loans repaid say more of what the borrower has than the footprint does.
  repaidBonus: by('capital', 100, scoreKnows),
  countedRepaid: by('capital', 0, { ...scoreKnows, repaidBonus: 100 }, 'falls'),
};

/** One value for all parameters of the Sesame score whose names begin alike. */
function valuesOf(prefix: string, value: number): Values {
  const names = Object.keys(institutions.sesame.parameters);
  return Object.fromEntries(
    names.filter((name) => name.startsWith(prefix)).map((name) => [name, value]),
  );
}

type Tested = 'market-led' | 'sesame';

function outcome(id: string, institution: Tested, values: Values): number {
  const measure = measures.find((one) => one.id === id);
  if (!measure) throw new Error(`no measure ${id}`);
  const ledger = ledgerOf(institution, values);
  return measure.of(ledger, ledger.burnIn, ledger.quarters - ledger.term + 1);
}

/** Several effects begin from the same market. */
const made = new Map<string, Ledger>();
function ledgerOf(institution: Tested, values: Values): Ledger {
  const key = JSON.stringify([institution, values]);
  const known = made.get(key);
  if (known) return known;
  const economy = institution === 'sesame' ? blind : economyWith();
  const sizes = { borrowers: 4096, quarters: 26, burnIn: 12 };
  const market = marketOf({ ...sizes, economy, seed: seedKey('effects', 0) });
  const rules = institutions[institution].rules(values);
  const { actual } = simulateWorlds(market, { rules }, ['actual']);
  if (!actual) throw new Error('the actual world was not run');
  made.set(key, actual);
  return actual;
}

describe.each([
  ['market-led', marketLed],
  ['sesame', sesame],
] as const)('every parameter of its own moves an outcome: %s', (institution, effects) => {
  for (const [name, { to, measure, direction, under = {} }] of Object.entries(effects)) {
    test(`${name} → ${to}: ${measure} ${direction}`, () => {
      const before = outcome(measure, institution, under);
      const after = outcome(measure, institution, { ...under, [name]: to });
      if (direction === 'rises') expect(after).toBeGreaterThan(before);
      else expect(after).toBeLessThan(before);
    });
  }
});

test('no parameter of any institution is left out', () => {
  // What guards records is held to what it does in safeguards.test.ts.
  const guards = Object.keys(safeguardParameters);
  const moved = new Set([...Object.keys(marketLed), ...Object.keys(sesame), ...guards]);
  const left = Object.values(institutions).flatMap(({ parameters }) =>
    Object.keys(parameters).filter((name) => !isRecordColumn(name) && !moved.has(name)),
  );
  expect(left).toEqual([]);
});
