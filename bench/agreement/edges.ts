import type { InstitutionOptions } from '../naive/rules.ts';
import type { Economy } from '../naive/parameters.ts';
import type { Case } from './markets.ts';

/** Numbers at which one of the rules of docs/model.md shows that is asleep at its defaults. */
export interface Edge {
  readonly name: string;
  readonly economy?: Partial<Economy>;
  readonly values?: InstitutionOptions;
  /** The institution at which it shows best. */
  readonly at: string;
}

export const edges: readonly Edge[] = [
  { name: 'no twins', at: 'full-sharing', economy: { twins: 0 } },
  { name: 'everybody has a twin', at: 'full-sharing', economy: { twins: 1, twinFrom: 0 } },
  {
    name: 'twins whose default is missed',
    at: 'market-led',
    economy: { twins: 1, twinFrom: 2 },
    values: { missedDefault: 0.5 },
  },
  { name: 'half unaware', at: 'full-sharing', economy: { awareness: 0.5 } },
  { name: 'half unaware of a score', at: 'sesame', economy: { awareness: 0.5 } },
  { name: 'nobody aware', at: 'market-led', economy: { awareness: 0 } },
  { name: 'half unaware where nothing is open', at: 'none', economy: { awareness: 0.5 } },
  {
    name: 'half unaware, fees and perks',
    at: 'association-led',
    economy: { awareness: 0.5 },
    values: { fee: 0.02, perks: 0.1, costPerReport: 0.01 },
  },
  { name: 'threshold', at: 'government-led', values: { threshold: 1 } },
  { name: 'threshold in negative data', at: 'negative-only', values: { threshold: 0.8 } },
  { name: 'threshold under a score', at: 'dual', values: { threshold: 0.9 } },
  { name: 'lag', at: 'full-sharing', values: { lag: 3 } },
  {
    name: 'long lag',
    at: 'market-led',
    values: { lag: 20, retentionNegative: 11, retentionPositive: 5 },
  },
  { name: 'lag under a score', at: 'sesame', values: { lag: 2 } },
  {
    name: 'all errors',
    at: 'association-led',
    values: { falseDefault: 0.2, missedDefault: 0.3, standardsGap: 0.2 },
  },
  {
    name: 'all errors, negative data',
    at: 'negative-only',
    values: { falseDefault: 0.2, missedDefault: 0.3, standardsGap: 0.2 },
  },
  {
    name: 'records turned round for certain',
    at: 'full-sharing',
    values: { falseDefault: 1, missedDefault: 1, standardsGap: 1 },
  },
  { name: 'perks', at: 'dual', values: { perks: 0.2, costPerReport: 0.01, fee: 0.01 } },
  {
    name: 'leaks',
    at: 'dual',
    values: { leakChance: 0.002, leakLoss: 0.5, retentionNegative: 9, costPerReport: 0.01 },
  },
  { name: 'perks under none', at: 'none', values: { perks: 0.2, costPerReport: 0.01, fee: 0.01 } },
  { name: 'gaming', at: 'sesame', economy: { misreportingShare: 0.7, misreportingCost: 0.001 } },
  {
    name: 'gaming by the unaware, banks reading',
    at: 'sesame',
    economy: {
      misreportingShare: 1,
      misreportingInflation: 3,
      misreportingCost: 0,
      awareness: 0.5,
    },
    values: { banksRead: true },
  },
  { name: 'a score alone', at: 'sesame', values: { shareLoans: false, banksRead: true } },
  { name: 'no footprint of strain', at: 'sesame', economy: { strainFootprint: 0 } },
  { name: 'half take part', at: 'market-led', values: { participation: 0.5 } },
  { name: 'half take part, reciprocally', at: 'association-led', values: { participation: 0.5 } },
  { name: 'nobody takes part', at: 'association-led', values: { participation: 0 } },
  {
    name: 'two take part',
    at: 'association-led',
    values: { participation: ['bank-2', 'internet-2'] },
  },
  { name: 'two bureaus', at: 'market-led', values: { bureaus: 2, consumerFinanceReportsTo: 1 } },
  {
    name: 'a declared institution',
    at: 'declared',
    values: {
      standardsGap: 0.3,
      declared: {
        contributes: { bank: 'must', 'consumer-finance': 'may', internet: 'may' },
        reads: {
          bank: { bank: 'full', internet: 'negative', 'consumer-finance': 'full-without-balances' },
          'consumer-finance': { bank: 'negative', internet: 'full' },
          internet: { internet: 'full-without-balances', bank: 'full' },
        },
        reciprocal: true,
      },
    },
  },
  { name: 'no home lender', at: 'full-sharing', economy: { homeLender: 0 } },
  { name: 'no home lender, moving', at: 'dual', economy: { homeLender: 0, moving: 0.5 } },
  { name: 'always moving', at: 'full-sharing', economy: { moving: 1 } },
  { name: 'one quote', at: 'full-sharing', economy: { quotes: 1 } },
  { name: 'six quotes', at: 'full-sharing', economy: { quotes: 6 } },
  { name: 'two quotes, none at home', at: 'none', economy: { quotes: 2, homeLender: 0 } },
  { name: 'one quarter', at: 'full-sharing', economy: { term: 1 } },
  { name: 'half a year', at: 'market-led', economy: { term: 2 } },
  { name: 'two years', at: 'dual', economy: { term: 8 } },
  {
    name: 'three quarters, an odd number of places in the book',
    at: 'full-sharing',
    economy: { term: 3, twins: 1, twinFrom: 2 },
  },
  { name: 'three years', at: 'association-led', economy: { term: 12 } },
  { name: 'no defaults kept', at: 'full-sharing', values: { retentionNegative: 0 } },
  { name: 'no repaid loans kept', at: 'full-sharing', values: { retentionPositive: 0 } },
  {
    name: 'nothing kept',
    at: 'association-led',
    values: { retentionNegative: 0, retentionPositive: 0 },
  },
  { name: 'no defaults kept by a score', at: 'sesame', values: { retentionNegative: 0 } },
  { name: 'no repaid loans kept by a score', at: 'dual', values: { retentionPositive: 0 } },
  { name: 'without balances', at: 'full-sharing', values: { withoutBalances: true } },
  {
    name: 'without balances, lag and threshold',
    at: 'association-led',
    values: { withoutBalances: true, lag: 2, threshold: 0.7 },
  },
  { name: 'no macro state', at: 'full-sharing', economy: { macroDeviation: 0 } },
  { name: 'wild macro state', at: 'full-sharing', economy: { macroDeviation: 3, macro: 1 } },
  { name: 'no exploration', at: 'full-sharing', economy: { exploration: 0 } },
  { name: 'exploration of all', at: 'market-led', economy: { exploration: 1, cap: 0.2 } },
  { name: 'a cap below cost', at: 'full-sharing', economy: { cap: 0.05 } },
  {
    name: 'a cap below cost, explored',
    at: 'negative-only',
    economy: { cap: 0.05, exploration: 1 },
  },
  { name: 'a cap of nothing', at: 'full-sharing', economy: { cap: 0, exploration: 0.5 } },
  { name: 'a high cap', at: 'none', economy: { cap: 2 } },
  { name: 'no strain', at: 'dual', economy: { strainEntry: 0 } },
  { name: 'strain for good', at: 'sesame', economy: { strainExit: 0 } },
  { name: 'strain neither comes nor goes', at: 'dual', economy: { strainEntry: 0, strainExit: 0 } },
  { name: 'strain to and fro', at: 'dual', economy: { strainEntry: 1, strainExit: 1 } },
  { name: 'four draws', at: 'full-sharing', economy: { draws: 4 } },
  { name: 'debt that hurts', at: 'full-sharing', economy: { debt: 3 } },
  { name: 'risky people', at: 'full-sharing', economy: { liquidity: 4, own: 2.5 } },
  { name: 'tempted people', at: 'negative-only', economy: { stigma: 0.1, enforcement: 0.2 } },
  { name: 'no effort', at: 'full-sharing', economy: { effortCap: 0 } },
  { name: 'cheap effort', at: 'full-sharing', economy: { effortCost: 0.05, effortCap: 1 } },
  { name: 'sharp choices', at: 'full-sharing', economy: { willingness: 0.001, taste: 0.001 } },
  { name: 'sharp choice of lender', at: 'full-sharing', economy: { tasteForLender: 0.0005 } },
  { name: 'no markup', at: 'full-sharing', economy: { maxMarkup: 0 } },
  { name: 'no collections or collateral', at: 'dual', economy: { collections: 0, collateral: 0 } },
  { name: 'full collections', at: 'dual', economy: { collections: 1, collateral: 1.5 } },
  { name: 'no patience', at: 'full-sharing', economy: { patience: 0, twins: 0.5 } },
  { name: 'sizes alike', at: 'full-sharing', economy: { sizeSpread: 0, sizeElasticity: 0 } },
  { name: 'a steep price', at: 'full-sharing', economy: { priceSlope: 20 } },
  { name: 'no price slope', at: 'full-sharing', economy: { priceSlope: 0 } },
  { name: 'short steps', at: 'full-sharing', economy: { stepLimit: 0.01 } },
  { name: 'everybody needs', at: 'full-sharing', economy: { demand: 0.95, needShape: 10 } },
  { name: 'few are seen', at: 'full-sharing', economy: { needShape: 0.2 } },
  { name: 'Stiglitz and Weiss', at: 'full-sharing', economy: { dial: 4, referenceHazard: 0.4 } },
  { name: 'de Meza and Webb', at: 'full-sharing', economy: { dial: 0 } },
];

/** Institutions beside each other, where each of the rules of section 6.6 shows. */
export const tiersBeside: readonly (Pick<Case, 'id' | 'values' | 'beside' | 'economy'> & {
  readonly name: string;
})[] = [
  {
    name: 'two of equal reach, all errors, each its own window',
    id: 'full-sharing',
    values: { falseDefault: 0.2, missedDefault: 0.3, standardsGap: 0.2, retentionNegative: 4 },
    beside: [
      {
        id: 'full-sharing',
        values: { falseDefault: 0.1, missedDefault: 0.4, lag: 2, retentionNegative: 9 },
      },
    ],
    economy: { twins: 1, twinFrom: 2 },
  },
  {
    name: 'a registry beside the bureaus',
    id: 'market-led',
    values: { fee: 0.01, costPerReport: 0.002, participation: 0.5 },
    beside: [{ id: 'government-led', values: { fee: 0.005, perks: 0.05, missedDefault: 0.3 } }],
  },
  {
    name: 'black lists beside whole files with a threshold',
    id: 'negative-only',
    values: { missedDefault: 0.4 },
    beside: [{ id: 'government-led', values: { threshold: 0.9, retentionPositive: 3 } }],
  },
  {
    name: 'a score beside a registry, half unaware',
    id: 'sesame',
    values: { missedDefault: 0.2, perks: 0.03 },
    beside: [{ id: 'government-led', values: { lag: 1, standardsGap: 0.3 } }],
    economy: { awareness: 0.5, misreportingShare: 0.5, misreportingCost: 0.001 },
  },
  {
    name: 'three',
    id: 'association-led',
    values: { falseDefault: 0.1 },
    beside: [
      { id: 'market-led', values: { missedDefault: 0.5 } },
      { id: 'negative-only', values: { missedDefault: 0.2, lag: 3 } },
    ],
    economy: { twins: 1, twinFrom: 2 },
  },
];
