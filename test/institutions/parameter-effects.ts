import { institutions, type InstitutionId } from '../../src/institutions/registry.ts';
import type { Values } from '../../src/institutions/institution.ts';

/**
 * A parameter that does nothing is a bug. What every institution has is moved in the engine's tests; here is what
 * only some have: each is moved once and must move a named outcome in the direction that theory gives
 * (parameter-effects.statistics.ts). An institution with numbers of its own has a line in `effects`, at the end.
 */
export interface Effect {
  readonly to: number | boolean;
  readonly measure: string;
  readonly direction: 'rises' | 'falls';
  /** Other values that must be set for this one to matter. */
  readonly under?: Values;
}

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

/** By institution; one that borrows the numbers of another, as dual does, needs no line. */
export const effects: Readonly<Partial<Record<InstitutionId, Readonly<Record<string, Effect>>>>> = {
  'market-led': marketLed,
  sesame,
};

/** One value for all parameters of the Sesame score whose names begin alike. */
function valuesOf(prefix: string, value: number): Values {
  const names = Object.keys(institutions.sesame.parameters);
  return Object.fromEntries(
    names.filter((name) => name.startsWith(prefix)).map((name) => [name, value]),
  );
}
