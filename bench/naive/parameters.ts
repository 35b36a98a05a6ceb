/** Section 13, under the names that formulas use. */
export const defaultEconomy = {
  characterLoading: 0.58,
  capacityLoading: 0.55,
  capitalLoading: 0.5,
  collateralLoading: 0.3,
  capacityPersistence: 0.985,
  liquidity: 7.62,
  own: 4.69,
  capacity: 0.32,
  capital: 1.63,
  debt: 0.31,
  strainLiquidity: 1.76,
  macro: 0.35,
  conditions: 0.25,
  macroPersistence: 0.8,
  macroDeviation: 0.5,
  strainEntry: 0.03,
  strainExit: 0.25,
  strainNeed: 2,
  strainFootprint: 0.5,
  incomeMean: 1.5,
  incomeSpread: 0.6,
  demand: 0.52,
  needShape: 1.5,
  sizeElasticity: 0.7,
  sizeSpread: 0.5,
  meanValue: 1.65,
  dial: 0.83,
  referenceHazard: 0.1,
  stigma: 1.2,
  stigmaSpread: 0.6,
  involuntaryShare: 0.3,
  enforcement: 0.79,
  collateral: 0.092,
  collateralSpread: 0.6,
  willingness: 0.19,
  effortCost: 3.8,
  effortCap: 0.5,
  patience: 0.97,
  awareness: 1,
  outside: -0.09,
  capitalSlope: 0.08,
  taste: 0.366,
  incomeNoise: 0.55,
  capitalNoise: 1.55,
  quotes: 3,
  homeLender: 1,
  moving: 0.02,
  tasteForLender: 0.0132,
  term: 4,
  collections: 0.1,
  cap: 0.36,
  maxMarkup: 0.097,
  exploration: 0.01,
  priceSlope: 4,
  decay: 0.85,
  ridge: 5,
  pool: 5,
  priorIntercept: -2.2,
  stepLimit: 1,
  draws: 1,
  twins: 0.03,
  twinFrom: 16,
  x0: 10,
  misreportingShare: 0,
  misreportingInflation: 1,
  misreportingCost: 0.01,
};

export type Economy = typeof defaultEconomy;

export type Kind = 'bank' | 'consumer-finance' | 'internet';

export interface Lender {
  readonly id: string;
  readonly kind: Kind;
  /** Share of search. */
  readonly share: number;
  readonly funding: number;
  readonly operating: number;
  readonly recovery: number;
}

const costs = { funding: 0.01, operating: 0.041, recovery: 0.8 };

/** Section 4's market, in market order. */
export const defaultLenders: readonly Lender[] = [
  { id: 'bank-1', kind: 'bank', share: 0.25, ...costs },
  { id: 'bank-2', kind: 'bank', share: 0.2, ...costs },
  { id: 'bank-3', kind: 'bank', share: 0.15, ...costs },
  { id: 'consumer-finance', kind: 'consumer-finance', share: 0.12, ...costs },
  { id: 'internet-1', kind: 'internet', share: 0.16, ...costs },
  { id: 'internet-2', kind: 'internet', share: 0.12, ...costs },
];

export const worlds = [
  'actual',
  'types-visible',
  'action-contractible',
  'full-information',
] as const;
export type World = (typeof worlds)[number];

export type Sanctions = 'held' | 'relearned';

export const typesAreVisible = (world: World) =>
  world === 'types-visible' || world === 'full-information';
export const actionIsContracted = (world: World) =>
  world === 'action-contractible' || world === 'full-information';
