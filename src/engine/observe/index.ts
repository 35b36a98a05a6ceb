/** What experiments see of a market, and what they may ask of it. */
export type { Observed, Observer } from './observer.ts';
export type { Answers, Contracts } from './potential.ts';
export { fileReader, type FileColumns, type FileView } from './credit-file.ts';
export { seenBy } from './seen.ts';
export { featureAt, featureCount } from '../lenders/features.ts';
export { Event } from '../columns/outcome.ts';
export { Status, vintageStart } from '../loans/book.ts';
export { contractRate } from '../loans/contract.ts';
export { priceAtRate } from '../lenders/pricing-terms.ts';
export { createDraws, drawUniforms, drawWords, type Draws } from '../draws.ts';
export { join, type Sharing } from '../files/join.ts';
