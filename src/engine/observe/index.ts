/** What experiments see of a market, and what they may ask of it. */
export type { Observed } from './observer.ts';
export type { Answers } from './potential.ts';
export { fileReader, withEverybody, type FileView } from './credit-file.ts';
export { seenBy } from './seen.ts';
export { featureCount } from '../lenders/features.ts';
export { Event } from '../columns/outcome.ts';
export { Status, vintageStart } from '../loans/book.ts';
export { breakEvenPrice, offsetPrice, refusal } from '../lenders/break-even.ts';
export { recoveryValue } from '../lenders/pricing-terms.ts';
export { lenderStride, maxRows, personMask, slotsPerPage } from '../columns/shape.ts';
export { fifthOf } from '../people/fifths.ts';
export { createDraws, drawUniforms } from '../draws.ts';
