import type { PlausibleRange } from '../parameters.ts';

const searched = 'the range that calibration searches (docs/model.md, section 13)';

/** Where the numbers of the economy may well lie: `[low, high, reason]`, with 'log' where draws are even in the logarithm. */
export const plausibleEconomy = {
  traits: {
    characterLoading: [0, 0.9, searched],
    capacityLoading: [0.2, 0.8, 'from a weak to a strong common factor'],
    capitalLoading: [0.2, 0.8, 'from a weak to a strong common factor'],
    collateralLoading: [0, 0.6, 'from none to as strong as the other traits'],
    capacityPersistence: [0.95, 0.995, 'half-lives of three to thirty-five years'],
  },
  income: {
    mean: [0.75, 3, 'a mean loan is one to four months’ income', 'log'],
    spread: [0.4, 0.9, 'Gini coefficients of income of .22 to .48'],
  },
  need: {
    demand: [0.1, 0.8, searched, 'log'],
    shape: [0.5, 4, 'coefficients of variation of 1.4 to .5 between people', 'log'],
  },
  size: {
    elasticity: [0.3, 1, 'from loans that hardly follow income to loans in proportion to it'],
    spread: [0.25, 0.8, 'a standard deviation is a factor of 1.3 to 2.2'],
  },
  strain: {
    entry: [0.01, 0.06, 'once in four to twenty-five years'],
    exit: [0.1, 0.5, 'strain lasts half a year to two and a half years'],
    need: [1, 3, 'from no more need than else to three times as much'],
    footprint: [0, 1, 'from unseen to a standard deviation of the behaviours'],
  },
  hazard: {
    liquidity: [3, 9, searched],
    own: [2, 7, searched],
    capacity: [0.05, 1.5, searched, 'log'],
    capital: [0.3, 4, searched, 'log'],
    strain: [0.5, 3.5, searched],
    macro: [0.1, 0.7, 'a standard deviation of the macro state moves the odds by 5 to 40 per cent'],
    conditions: [0, 0.5, 'from the same for all to a spread as wide as the effect itself'],
    debt: [0.1, 2.5, searched, 'log'],
  },
  macro: {
    persistence: [0.5, 0.95, 'half-lives of a quarter to three years'],
    deviation: [0.25, 1, 'half to twice; only its product with hazard.macro is seen', 'log'],
  },
  use: {
    meanValue: [1.2, 2, searched],
    dial: [0.1, 2, searched],
    referenceHazard: [0.05, 0.2, 'default of a loan of a year, good to bad consumer credit', 'log'],
  },
  sanctions: {
    stigma: [0.03, 2, searched, 'log'],
    stigmaSpread: [0.3, 1, 'a standard deviation of character is a factor of 1.3 to 2.7'],
    involuntaryShare: [0, 0.7, 'from no blame to most of it for who could not pay'],
    enforcement: [0.2, 2, searched],
    collateral: [0.02, 0.3, searched, 'log'],
    collateralSpread: [0.3, 1, 'a standard deviation is a factor of 1.3 to 2.7'],
  },
  outside: {
    base: [-0.15, 0.3, searched],
    capitalSlope: [0, 0.16, 'nothing to twice'],
    taste: [0.05, 0.6, searched, 'log'],
  },
  behaviour: {
    willingness: [0.04, 0.6, searched, 'log'],
    effortCost: [0.3, 40, searched, 'log'],
    effortCap: [0.2, 0.8, 'effort removes a fifth to four fifths of the own hazard'],
    patience: [0.9, 0.99, 'discount rates of 4 to 35 per cent a year'],
    awareness: [0.5, 1, 'half of the people to all of them; no survey asks it as the model does'],
  },
  signals: {
    incomeNoise: [0.15, 2.5, searched],
    capitalNoise: [0.2, 3, searched],
  },
  search: {
    quotes: [1, 6, 'from the customer of one lender to a thorough search'],
    homeLender: [0, 1, 'with and without a bank of one’s own'],
    moving: [0, 0.1, 'never to once in two and a half years'],
    tasteForLender: [0.003, 0.05, searched, 'log'],
  },
  loan: {
    term: [2, 8, 'loans of half a year to two years'],
    collections: [0, 0.3, 'nothing to three times'],
  },
  pricing: {
    maxMarkup: [0.02, 0.15, searched],
    priceSlope: [
      1,
      7,
      'from what randomised prices do (1 to 1.6) to half of what a regression on loans won gives (14)',
    ],
    exploration: [0.002, 0.05, 'a fifth to five times', 'log'],
  },
  scorecard: {
    decay: [0.7, 0.95, 'half-lives of half a year to three years'],
    ridge: [1, 25, 'a fifth to five times', 'log'],
    pool: [4, 100, 'a fifth to five times', 'log'],
    priorIntercept: [-3, -1.4, 'prior default of 5 to 20 per cent'],
    stepLimit: [0.5, 2, 'half to twice', 'log'],
  },
  reputation: {
    draws: [1, 4, 'a next application or a few'],
    twins: [0.01, 0.1, 'a third to three times; it is a matter of precision', 'log'],
    twinFrom: [8, 24, 'within the usual burn-in'],
    prior: [2.5, 40, 'a quarter to four times', 'log'],
  },
  misreporting: {
    share: [0, 0.3, 'nobody to a third of the people'],
    inflation: [0.5, 2, 'half to two standard deviations', 'log'],
    cost: [0.002, 0.05, 'a fifth to five times', 'log'],
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, PlausibleRange>>>>;

/** The same of a lender's numbers. */
export const plausibleLender = {
  share: [0.05, 0.4, 'small to large lenders; all are drawn together and divided by their sum'],
  funding: [0.005, 0.02, 'money costs 2 to 8 per cent a year'],
  operating: [0.004, 0.08, searched],
  recovery: [0.5, 1, 'half to all of the collateral’s value'],
} as const satisfies Readonly<Record<string, PlausibleRange>>;
