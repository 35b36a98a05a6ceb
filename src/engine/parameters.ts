import { real, toggle, whole, type ParameterTable, type ValuesOf } from '../parameters.ts';

const ours = 'assumption: model specification of this project; not calibrated';

/** Passports of every number of the economy (docs/model.md), by group. Scenarios set them under `economy`. */
export const economyParameters = {
  /** Five correlated latent traits: trait = loading · g + √(1 − loading²) · n, all standard normal. */
  traits: {
    characterLoading: real(0.45, [-0.99, 0.99], 'correlation', { about: 'how far character follows the common factor g', source: ours }),
    capacityLoading: real(0.55, [-0.99, 0.99], 'correlation', { about: 'how far capacity follows the common factor g', source: ours }),
    capitalLoading: real(0.5, [-0.99, 0.99], 'correlation', { about: 'how far capital follows the common factor g', source: ours }),
    collateralLoading: real(0.3, [-0.99, 0.99], 'correlation', { about: 'how far collateral follows the common factor g', source: ours }),
    conditionsLoading: real(0, [-0.99, 0.99], 'correlation', { about: 'how far exposure to conditions follows the common factor g', source: ours }),
    capacityPersistence: real(0.98, [0, 1], 'per quarter', { about: 'autocorrelation of capacity from quarter to quarter; 1 = never changes', source: ours }),
  },
  /** Failure hazard before effort: f = Λ(−(base + capacity·a + capital·k + (macro + conditions·m)·Z) + burden·(D − 1)). */
  hazard: {
    base: real(2.8, [-5, 10], 'log-odds', { about: 'log-odds of success of the average borrower before effort, at D = 1', source: ours }),
    capacity: real(0.55, [0, 5], 'log-odds per s.d.', { about: 'how capacity lowers the hazard', source: ours }),
    capital: real(0.45, [0, 5], 'log-odds per s.d.', { about: 'how capital lowers the hazard', source: ours }),
    macro: real(0.35, [0, 5], 'log-odds per unit of Z', { about: 'how the macro state lowers the hazard', source: ours }),
    conditions: real(0.25, [0, 5], 'log-odds per s.d. and unit of Z', { about: 'how exposure to conditions widens the macro effect', source: ours }),
    burden: real(1.2, [0, 10], 'log-odds per unit of D', { about: 'repayment burden: how the gross repayment raises the hazard', source: ours }),
  },
  /** The macro state Z: an AR(1) path, the same for every institution. */
  macro: {
    persistence: real(0.8, [0, 0.99], 'per quarter', { about: 'autocorrelation of the macro state', source: ours }),
    deviation: real(0.5, [0, 5], 'units of Z', { about: 'stationary standard deviation of the macro state', source: ours }),
  },
  /** Value of the project if it does not fail: R = mean · ((1 − reference) / (1 − f⁰))^dial. */
  project: {
    meanValue: real(1.55, [0, 5], 'principals', { about: 'project or consumption value of a borrower with the reference hazard', source: ours }),
    referenceHazard: real(0.1, [0, 0.9], 'share', { about: 'hazard at which the value equals its mean', source: ours }),
    dial: real(1, [0, 4], 'exponent ω', { about: 'Stiglitz–Weiss dial: 1 = mean-preserving spread, 0 = de Meza–Webb, 2 = lemons', source: 'Stiglitz & Weiss 1981; de Meza & Webb 1987' }),
  },
  /** What default costs the borrower by itself. */
  sanctions: {
    stigma: real(0.55, [0, 5], 'principals', { about: 'mean personal cost of a voluntary default', source: ours }),
    stigmaSpread: real(0.6, [0, 2], 'log s.d.', { about: 'how stigma varies with character', source: ours }),
    involuntaryShare: real(0.3, [0, 1], 'share', { about: 'share of the stigma felt when the borrower could not pay', source: ours }),
    enforcement: real(0.55, [0, 5], 'principals', { about: 'legal penalty of who could pay and did not', source: ours }),
    collateral: real(0.15, [0, 2], 'principals', { about: 'mean collateral lost in default', source: ours }),
    collateralSpread: real(0.6, [0, 2], 'log s.d.', { about: 'how collateral varies', source: ours }),
  },
  /** What a borrower does instead of borrowing, and how noisily it chooses. */
  outside: {
    base: real(0.05, [-1, 2], 'principals', { about: 'value of not borrowing', source: ours }),
    capitalSlope: real(0.08, [0, 2], 'principals per s.d.', { about: 'how capital above −1 s.d. raises the outside option', source: ours }),
    tasteScale: real(0.08, [0.001, 2], 'principals', { about: 'scale of the logistic taste shock', source: ours }),
  },
  /** The borrower's choices after taking the loan. */
  behaviour: {
    willingnessScale: real(0.15, [0.001, 2], 'principals', { about: 'smoothness of the choice to pay when able', source: ours }),
    effortCost: real(4, [0.05, 100], 'principals', { about: 'ψ: cost of effort is ½·ψ·f·e²', source: ours }),
    effortCap: real(0.9, [0, 1], 'share', { about: 'largest share of the hazard that effort removes', source: ours }),
    patience: real(0.97, [0, 0.9999], 'per quarter', { about: 'discount factor δ', source: ours }),
    patienceSpread: real(0, [0, 0.5], 'per quarter', { about: 'half-width of a uniform spread of δ over borrowers, in sixteen equal steps', source: ours }),
    awareness: real(1, [0, 1], 'share', { about: 'share of borrowers who know that lenders share records', source: ours }),
  },
  /** What a lender can verify at application. */
  signals: {
    incomeNoise: real(1, [0, 100], 's.d.', { about: 'noise of the income signal of capacity, drawn anew each quarter', source: ours }),
    capitalNoise: real(1.2, [0, 100], 's.d.', { about: 'noise of the signal of capital, fixed per borrower', source: ours }),
  },
  /** How borrowers look for credit. */
  search: {
    demand: real(0.35, [0, 1], 'per quarter', { about: 'chance that a borrower needs a loan', source: ours }),
    quotes: whole(3, [1, 12], 'lenders', { about: 'lenders asked, the home lender included', source: ours }),
    homeLender: toggle(true, { about: 'whether a borrower always asks its home lender', source: ours }),
    quoteNoise: real(0.002, [0, 0.2], 'principals', { about: 'half-width of the uniform noise on a quote', source: ours }),
    loanSizeSpread: real(0.8, [0, 2], 'log s.d.', { about: 'spread of loan sizes around a mean of one; matters only to a reporting threshold', source: ours }),
  },
  /** How lenders price. */
  pricing: {
    cap: real(1.36, [0.5, 10], 'principals', { about: 'largest gross repayment D that may be charged', source: 'Supreme People’s Court of China 2015, Fa Shi [2015] No. 18: 36% a year' }),
    maxMarkup: real(0.1, [0, 5], 'principals', { about: 'largest markup over the own break-even price', source: ours }),
    exploration: real(0.01, [0, 1], 'share', { about: 'share of what a lender would refuse that it grants all the same, so that it never stops learning', source: ours }),
    explorationPd: real(0.1, [0, 0.99], 'share', {
      about: 'default probability on which a lender prices what it grants to learn, up to the cap; 0.99 = at the cap',
      source: 'assumption: about what a new lender believes of everybody (priorIntercept)',
    }),
    pdCap: real(0.95, [0.01, 0.999], 'share', { about: 'largest default probability a lender reckons with', source: ours }),
  },
  /** How lenders learn their scorecards from the loans they granted. */
  scorecard: {
    decay: real(0.85, [0, 0.999], 'per quarter', { about: 'weight of the past information matrix', source: ours }),
    ridge: real(5, [0.001, 1000], 'observations per 20,000 borrowers', { about: 'pull towards the prior', source: ours }),
    priorIntercept: real(-2.2, [-10, 5], 'log-odds', { about: 'prior log-odds of default', source: ours }),
    stepLimit: real(1, [0.01, 10], 'log-odds', { about: 'largest change of a coefficient in a quarter', source: ours }),
  },
  /** What a borrower believes it loses with its name. */
  reputation: {
    valueOfAccess: real(0.35, [0, 5], 'principals', { about: 'loss when one more default shuts a lender’s door', source: ours }),
  },
  /** Gaming of the footprint score. */
  misreporting: {
    share: real(0, [0, 1], 'share', { about: 'share of borrowers able to inflate gameable behaviours', source: ours }),
    inflation: real(1, [0, 5], 's.d.', { about: 'how far a gameable behaviour is inflated', source: ours }),
    cost: real(0.01, [0, 2], 'principals', { about: 'cost of inflating, borne in each application that does', source: ours }),
  },
} as const satisfies Record<string, ParameterTable>;

type Tables = typeof economyParameters;

/** Every number of the economy, resolved. */
export type Economy = { readonly [G in keyof Tables]: ValuesOf<Tables[G]> };

/** Passports of one lender's numbers. Scenarios set them in `lenders`. */
export const lenderParameters = {
  share: real(0.2, [0.0001, 1], 'share', { about: 'share of borrowers’ search; shares add up to 1', source: ours }),
  funding: real(0.01, [0, 1], 'principals', { about: 'funding cost of a loan', source: ours }),
  operating: real(0.015, [0, 1], 'principals', { about: 'operating cost of a loan', source: ours }),
  recovery: real(0.8, [0, 1], 'share', { about: 'share of the collateral’s value that the lender recovers', source: ours }),
} as const satisfies ParameterTable;
