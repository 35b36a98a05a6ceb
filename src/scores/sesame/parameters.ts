import {
  real,
  whole,
  withPlausible,
  type ParameterTable,
  type ValuesOf,
} from '../../parameters.ts';
import { scoreRange } from '../../institutions/institution.ts';
import { printedBands, weightOf as printedWeight } from './published.ts';
import { endsOf, points, weightOf } from '../passports.ts';
import { behaviours, type Dimension } from './behaviours.ts';

const { lowest, highest } = scoreRange;

const table4 = 'Xu, Guo & Li, Table 4';
const table5 = 'Xu, Guo & Li, Table 5';

const weight = (dimension: Dimension, what: string) =>
  weightOf(printedWeight(dimension), what, table4);

const marketShare = (id: string) => {
  const behaviour = behaviours.find((one) => one.id === id);
  if (!behaviour) throw new Error(`unknown behaviour: ${id}`);
  return real(behaviour.marketShare, [0, 1], 'share', {
    about: `market share of Alibaba’s product in ${behaviour.label.toLowerCase()}`,
    source: table5,
  });
};

const table = {
  authenticity: real(0.8, [0, 1], 'correlation', {
    about:
      'how well a behaviour with a market share of one shows its trait: ρ = authenticity · √share',
    source:
      'assumption: a share stands for authenticity (Xu, Guo & Li, section 4.2); the factor is ours',
  }),
  weightContacts: weight('contacts', 'contacts'),
  weightIdentity: weight('identity', 'identity traits'),
  weightCapacity: weight('capacity', 'capacity to perform'),
  weightBehaviour: weight('behaviour', 'behaviour preference'),
  weightHistory: weight('history', 'credit history'),
  shareSocialContacts: marketShare('social-contacts'),
  shareMicroblog: marketShare('microblog'),
  shareIdentity: marketShare('identity'),
  shareSearch: marketShare('search'),
  shareInternetFinance: marketShare('internet-finance'),
  shareCreditRepayment: marketShare('credit-repayment'),
  sharePayment: marketShare('payment'),
  shareShopping: marketShare('shopping'),
  shareCreditLoan: marketShare('credit-loan'),
  ...endsOf([printedBands[0].from, printedBands[4].to], 'Xu, Guo & Li, Table 3', [lowest, highest]),
  centre: points(
    650,
    'score of the mean of the population; the middle of the range',
    'assumption: 350 + 600 · ½',
  ),
  deviation: real(100, [1, 10_000], 'points', {
    about: 'points per standard deviation of the population; the range spans three either way',
    source: 'assumption: a sixth of the range of Table 3',
  }),
  defaultPenalty: real(50, [0, 10_000], 'points', {
    about: 'points lost in credit history for each default on the ecosystem’s own loans',
    source: 'assumption: the width of one of the middle bands of Table 3',
  }),
  countedDefaults: whole(4, [0, 31], 'defaults', {
    about: 'defaults beyond this number cost no more points',
    source: 'assumption: as in the lenders’ scorecards',
  }),
  repaidBonus: real(0, [0, 10_000], 'points', {
    about: 'points gained in credit history for each loan repaid to the ecosystem',
    source: 'assumption: none, so that only defaults move a score away from its behaviours',
  }),
  countedRepaid: whole(8, [0, 31], 'loans', {
    about: 'repaid loans beyond this number add no more points',
    source: 'assumption: two years of quarters',
  }),
} as const satisfies ParameterTable;

/** Passports of every number behind a Sesame score. */
export const sesameParameters = withPlausible(table, {
  authenticity: [0.4, 1, 'half to as much as a share can show'],
  centre: [600, 700, 'the middle band and those beside it'],
  deviation: [70, 140, 'the range of Table 3 spans four to eight standard deviations', 'log'],
  defaultPenalty: [25, 100, 'half to two bands of Table 3', 'log'],
  countedDefaults: [2, 8, 'half to twice'],
  repaidBonus: [0, 10, 'nothing to a fifth of what a default costs'],
  countedRepaid: [4, 16, 'one year to four'],
});

/** The numbers behind a Sesame score, as plain values. */
export type SesameValues = ValuesOf<typeof sesameParameters>;
