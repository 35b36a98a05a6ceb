import { real, toggle, whole, withPlausible, type ParameterTable, type PlausibleRange, type ValuesOf } from '../parameters.ts';
import { plausibleEconomy, plausibleLender } from './plausible.ts';

const ours = 'assumption: model specification of this project';
const fitted = 'calibrated: fits the targets of consumer credit (docs/calibration.md); others fit as well';

const tables = {
  /** Latent traits: trait = loading · g + √(1 − loading²) · n, all standard normal; conditions has loading 0. */
  traits: {
    characterLoading: real(0.515622, [-0.99, 0.99], 'correlation', { about: 'how far character follows the common factor g', source: fitted }),
    capacityLoading: real(0.55, [-0.99, 0.99], 'correlation', { about: 'how far capacity follows the common factor g', source: ours }),
    capitalLoading: real(0.5, [-0.99, 0.99], 'correlation', { about: 'how far capital follows the common factor g', source: ours }),
    collateralLoading: real(0.3, [-0.99, 0.99], 'correlation', { about: 'how far collateral follows the common factor g', source: ours }),
    capacityPersistence: real(0.985, [0, 1], 'per quarter', { about: 'autocorrelation of the own part of capacity; 1 = never changes', source: ours }),
  },
  /** Income a quarter: y = mean · exp(spread · a − spread²/2). */
  income: {
    mean: real(1.5, [0.1, 20], 'mean loans a quarter', { about: 'mean income', source: ours }),
    spread: real(0.6, [0, 2], 'log s.d.', { about: 'how income varies with capacity', source: ours }),
  },
  /** Who needs a loan, how often. */
  need: {
    demand: real(0.744762, [0, 0.95], 'chance a quarter', { about: 'mean chance that a borrower needs a loan', source: fitted }),
    shape: real(1.5, [0.2, 10], 'shape', { about: 'shape of the gamma distribution of need over people; small = some are rarely seen', source: ours }),
  },
  /** How large a loan is wished. */
  size: {
    elasticity: real(0.7, [0, 2], 'elasticity', { about: 'how the size of a loan follows income', source: ours }),
    spread: real(0.5, [0, 2], 'log s.d.', { about: 'spread of the size wished around the own mean', source: ours }),
  },
  /** Strain: job lost, illness, a bad year. Lenders do not see it. */
  strain: {
    entry: real(0.03, [0, 1], 'chance a quarter', { about: 'chance that strain begins; 0 = off', source: ours }),
    exit: real(0.25, [0, 1], 'chance a quarter', { about: 'chance that strain ends', source: ours }),
    need: real(2, [1, 5], 'multiple', { about: 'how strain multiplies need', source: ours }),
    footprint: real(0.5, [0, 3], 's.d.', { about: 'how far payment and shopping fall under strain on a platform', source: ours }),
  },
  /** Hazards of a quarter, with ζ = capacity·a + capital·k + (macro + conditions·m)·Z. */
  hazard: {
    liquidity: real(7.14078, [-5, 12], 'log-odds of success a quarter', { about: 'safety from trouble that effort does not touch, without debt', source: fitted }),
    own: real(5.11769, [-5, 12], 'log-odds of success a quarter', { about: 'safety from trouble that effort lowers', source: fitted }),
    capacity: real(0.629981, [0, 5], 'log-odds per s.d.', { about: 'how capacity lowers both hazards', source: fitted }),
    capital: real(1.6421, [0, 5], 'log-odds per s.d.', { about: 'how capital lowers both hazards', source: fitted }),
    strain: real(1.10256, [0, 5], 'log-odds', { about: 'how strain raises the liquidity hazard', source: fitted }),
    macro: real(0.35, [0, 5], 'log-odds per unit of Z', { about: 'how the macro state lowers both hazards', source: ours }),
    conditions: real(0.25, [0, 5], 'log-odds per s.d. and unit of Z', { about: 'how exposure to conditions widens the macro effect', source: ours }),
    debt: real(0.771719, [0, 10], 'log-odds per service/income', {
      about: 'how instalments due over income raise the liquidity hazard',
      source: `${fitted}; above 1 later loans are missed`,
    }),
  },
  /** The macro state Z: an AR(1) path, the same for every institution. */
  macro: {
    persistence: real(0.8, [0, 0.99], 'per quarter', { about: 'autocorrelation of the macro state', source: ours }),
    deviation: real(0.5, [0, 5], 'units of Z', { about: 'stationary standard deviation of the macro state', source: ours }),
  },
  /** Use value per unit lent: R = meanValue · [sh(s_ref)/sh(s)]^dial. */
  use: {
    meanValue: real(1.76234, [0, 5], 'per unit lent, over the life', { about: 'use value of a loan to a borrower with the reference hazard', source: fitted }),
    dial: real(0.762347, [0, 4], 'exponent ω', {
      about: 'Stiglitz–Weiss dial: 1 = mean-preserving spread, 0 = de Meza–Webb',
      source: `${fitted}; Stiglitz & Weiss 1981; de Meza & Webb 1987`,
    }),
    referenceHazard: real(0.1, [0, 0.9], 'share, a loan of a year', { about: 'hazard at which the value equals its mean', source: ours }),
  },
  /** What default costs the borrower by itself. */
  sanctions: {
    stigma: real(1.12015, [0, 5], 'own mean loans an event', { about: 'mean personal cost of a voluntary default', source: fitted }),
    stigmaSpread: real(0.6, [0, 2], 'log s.d.', { about: 'how stigma varies with character', source: ours }),
    involuntaryShare: real(0.3, [0, 1], 'share', { about: 'share of the stigma felt when the borrower could not pay', source: ours }),
    enforcement: real(0.86192, [0, 5], 'per unit lent', { about: 'legal penalty of who could pay and did not', source: fitted }),
    collateral: real(0.121813, [0, 2], 'per unit lent', { about: 'mean collateral lost in default', source: fitted }),
    collateralSpread: real(0.6, [0, 2], 'log s.d.', { about: 'how collateral varies', source: ours }),
  },
  /** What a borrower does instead of borrowing, and how noisily it chooses. */
  outside: {
    base: real(0.202317, [-1, 2], 'per unit lent', { about: 'value of not borrowing', source: fitted }),
    capitalSlope: real(0.08, [0, 2], 'per unit lent and s.d.', { about: 'how capital above −1 s.d. raises the outside option', source: ours }),
    taste: real(0.106432, [0.001, 2], 'per unit lent', { about: 'scale of the logistic taste for borrowing', source: fitted }),
  },
  /** The borrower's choices after taking the loan. */
  behaviour: {
    willingness: real(0.179506, [0.001, 2], 'own mean loans an event', { about: 'smoothness of the choice to pay when able', source: fitted }),
    effortCost: real(3.72205, [0.05, 100], 'per unit lent and quarter', { about: 'ψ: cost of effort is ½·ψ·S·f·e²', source: fitted }),
    effortCap: real(0.5, [0, 1], 'share', { about: 'largest share of the own hazard that effort removes', source: ours }),
    patience: real(0.97, [0, 0.9999], 'per quarter', { about: 'discount factor δ', source: ours }),
    awareness: real(1, [0, 1], 'share', { about: 'share of borrowers who know that lenders share records', source: ours }),
  },
  /** What a lender can verify at application. */
  signals: {
    incomeNoise: real(1.2958, [0, 100], 's.d.', { about: 'noise of the income signal of capacity, drawn anew each quarter', source: fitted }),
    capitalNoise: real(1.35476, [0, 100], 's.d.', { about: 'noise of the signal of capital, fixed per borrower', source: fitted }),
  },
  /** How borrowers look for credit. */
  search: {
    quotes: whole(3, [1, 12], 'lenders', { about: 'lenders asked, the home lender included', source: ours }),
    homeLender: toggle(true, { about: 'whether a borrower always asks its home lender, unless it owes it', source: ours }),
    moving: real(0.02, [0, 1], 'chance a quarter', { about: 'chance that the home lender is drawn anew', source: ours }),
    tasteForLender: real(0.0113416, [0.0005, 0.1], 'per unit lent', { about: 'scale σ of the taste for one lender over another', source: fitted }),
  },
  /** What a loan is. */
  loan: {
    term: whole(4, [1, 12], 'quarters', { about: 'instalments of a loan', source: ours }),
    collections: real(0.1, [0, 1], 'share of the balance due', { about: 'what collections take from the borrower beside collateral', source: ours }),
  },
  /** How lenders price. */
  pricing: {
    cap: real(0.36, [0, 3], 'APR', { about: 'largest annual rate that may be charged', source: 'Supreme People’s Court of China 2015, Fa Shi [2015] No. 18: 36% a year' }),
    maxMarkup: real(0.0899655, [0, 1], 'per unit lent', { about: 'largest markup over the own break-even price', source: fitted }),
    priceSlope: real(4, [0, 20], 'log-odds per unit of D', {
      about: 'γ: how much more default a higher price foretells, in all lenders’ reckoning',
      source: 'assumption: 1 to 1.6, which the model’s own randomised prices measure, and the winner’s curse on top, so that estimates are right among dear loans too (docs/model.md, section 4.1)',
    }),
    exploration: real(0.01, [0, 1], 'share', { about: 'share of those refused by all to whom one lender lends at the cap, so that it never stops learning', source: ours }),
  },
  /** How lenders learn their scorecards from the loans they granted. */
  scorecard: {
    decay: real(0.85, [0, 0.999], 'per quarter', { about: 'weight of the past information matrix', source: ours }),
    ridge: real(5, [0.001, 1000], 'observations per 20,000 borrowers', { about: 'pull of the market’s card towards the prior', source: ours }),
    pool: real(5, [0.01, 10000], 'ridges', { about: 'pull of each lender’s card towards the market’s', source: ours }),
    priorIntercept: real(-2.2, [-10, 5], 'log-odds', { about: 'prior log-odds of default', source: ours }),
    stepLimit: real(1, [0.01, 10], 'log-odds', { about: 'largest change of a coefficient in a quarter', source: ours }),
  },
  /** How a borrower reckons what a default would cost its name, and how that is corrected by twins. */
  reputation: {
    draws: whole(1, [1, 16], 'draws', { about: 'next applications that a borrower imagines', source: ours }),
    twins: real(0.03, [0, 1], 'share', { about: 'share of repaid loans whose borrower gets a shadow that defaulted; 0 = none, θ stays 1', source: ours }),
    twinFrom: whole(16, [0, 999], 'quarter', { about: 'quarter from which shadows are made', source: ours }),
    prior: real(10, [0.01, 1000], 'mean loans per 5,000 borrowers', { about: 'x₀: weight of θ = 1 before shadows have shown anything', source: ours }),
  },
  /** Gaming of the footprint score. */
  misreporting: {
    share: real(0, [0, 1], 'share', { about: 'share of borrowers able to inflate gameable behaviours', source: ours }),
    inflation: real(1, [0, 5], 's.d.', { about: 'how far a gameable behaviour is inflated', source: ours }),
    cost: real(0.01, [0, 2], 'mean loans an application', { about: 'cost of inflating, borne in each application that does', source: ours }),
  },
} as const satisfies Record<string, ParameterTable>;

type Tables = typeof tables;

/** Passports of every number of the economy (docs/model.md), by group. Scenarios set them under `economy`. */
export const economyParameters: Tables = plausibly(tables);

function plausibly(groups: Tables): Tables {
  const ranges: Readonly<Record<string, Readonly<Record<string, PlausibleRange>>>> = plausibleEconomy;
  const entries = Object.entries(groups).map(([group, table]) => [group, withPlausible<ParameterTable>(table, ranges[group] ?? {})]);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same groups
  return Object.fromEntries(entries) as Tables;
}

/** Every number of the economy, resolved. */
export type Economy = { readonly [G in keyof Tables]: ValuesOf<Tables[G]> };

/** Passports of one lender's numbers. Scenarios set them in `lenders`. */
export const lenderParameters = withPlausible(
  {
    share: real(0.2, [0.0001, 1], 'share', { about: 'share of borrowers’ search; shares add up to 1', source: ours }),
    funding: real(0.01, [0, 1], 'a quarter', { about: 'cost of money', source: ours }),
    operating: real(0.0519259, [0, 0.2], 'per unit lent', { about: 'operating cost of a loan', source: fitted }),
    recovery: real(0.8, [0, 1], 'share', { about: 'share of the collateral’s value that the lender recovers', source: ours }),
  } as const satisfies ParameterTable,
  plausibleLender,
);
