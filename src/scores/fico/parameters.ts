import { real, whole, type ParameterTable, type ValuesOf } from '../../parameters.ts';
import { endsOf, points, weightOf } from '../passports.ts';

const weights = 'myFICO, “What’s in my FICO Scores?”: 35, 30, 15, 10 and 10%';
const fitted =
  'derived: creditlab’s own fit to applicants with a file under market-led, scenario baseline (scripts/fit-fico.ts)';

const weight = (value: number, what: string) => weightOf(value, what, weights);

const mean = (value: number, what: string) =>
  real(value, [0, 1], 'share', {
    about: `mean standing in ${what}; an average borrower’s`,
    source: fitted,
  });

/** Passports of every number behind a FICO-like score. */
export const ficoParameters = {
  weightPayment: weight(0.35, 'payment history'),
  weightOwed: weight(0.3, 'amounts owed'),
  weightLength: weight(0.15, 'length of history'),
  weightNew: weight(0.1, 'new credit'),
  weightMix: weight(0.1, 'mix of lenders'),
  fullLength: whole(28, [1, 31], 'quarters', {
    about:
      'length of history that counts in full, and age at which a default is forgiven as far as it goes',
    source: 'FCRA s. 605(a), 15 U.S.C. 1681c: seven years',
  }),
  forgiveness: real(0.5, [0, 1], 'share', {
    about: 'share of the standing lost by defaults that comes back as the last one ages',
    source: 'assumption: recent defaults weigh twice as much as old ones',
  }),
  fullBalance: real(2, [0.01, 100], 'mean loans', {
    about: 'balance owed that takes half of the standing in amounts owed',
    source: 'assumption: twice a mean loan',
  }),
  manyOpen: whole(4, [1, 32], 'loans', {
    about: 'open loans that take the other half of it',
    source: 'assumption: two in three of the default market’s lenders',
  }),
  manyNew: whole(3, [1, 32], 'loans', {
    about: 'open loans signed within a year that take the whole of new credit',
    source: 'assumption: half of the default market’s lenders',
  }),
  meanPayment: mean(0.788, 'payment history'),
  meanOwed: mean(0.762, 'amounts owed'),
  meanLength: mean(0.892, 'length of history'),
  meanNew: mean(0.689, 'new credit'),
  meanMix: mean(0.598, 'mix of lenders'),
  meanLogOdds: real(2.241, [-10, 10], 'log-odds', {
    about: 'log-odds of repaying at the mean of the weighted standings',
    source: fitted,
  }),
  slopeLogOdds: real(2.217, [0, 100], 'log-odds', {
    about: 'log-odds of repaying from the lowest weighted standing (0) to the highest (1)',
    source: fitted,
  }),
  pointsToDoubleOdds: real(170, [1, 1000], 'points', {
    about: 'points by which the odds of repaying double',
    source:
      'assumption: spreads files over the range of 300 to 850, as little as standings tell here',
  }),
  anchorPoints: points(
    600,
    'score that stands for the anchor’s odds',
    'assumption: a customary anchor (Siddiqi 2006, Credit Risk Scorecards)',
  ),
  anchorOdds: real(6, [0.01, 10_000], 'odds', {
    about: 'odds of repaying, good to bad, at the anchor',
    source: 'assumption: puts the population inside the range',
  }),
  ...endsOf([300, 850], 'FICO: 300 to 850'),
} as const satisfies ParameterTable;

/** The numbers behind a FICO-like score, as plain values. */
export type FicoValues = ValuesOf<typeof ficoParameters>;
