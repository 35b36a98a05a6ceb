/**
 * What a market is and what it leaves behind. How it is run is entered by running/index.ts, what experiments see of it by
 * observe/index.ts.
 */
export { economyParameters, lenderParameters, type Economy } from './parameters.ts';
export {
  worlds,
  type Erasure,
  type Lender,
  type Market,
  type Phase,
  type MarketInstitution,
  type Sanctions,
  type SeedKey,
  type World,
} from './setup.ts';
export {
  beliefNames,
  bookSums,
  counts,
  defaultKinds,
  histogramNames,
  lenderSums,
  logitBins,
  priceBins,
  priceCounts,
  quintileCounts,
  sumNames,
  traitNames,
  type BookSumName,
  type HistogramName,
  type Ledger,
  type LenderSumName,
  type SumName,
} from './ledger.ts';
export type { Posted } from './stake/beliefs.ts';
export { join } from './files/join.ts';
export { priceAtRate } from './lenders/pricing-terms.ts';
