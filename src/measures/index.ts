/** Measures of a ledger: passports, tidy rows, contrasts of worlds. The list of them is registry.ts. */
export { betweenWorlds } from './between-worlds.ts';
export { lendersOf, ofLender } from './catalogue/lender-books.ts';
export { decimalsFor, displayOf, fixed } from './display.ts';
export { proportion, type Measure } from './measure.ts';
export { dictionaryOf, partId, type Dictionary, type Passport } from './passport.ts';
export { contrastMeasures, resultDictionary, resultMeasures } from './result-measures.ts';
export type { Row, SummaryRow } from './row.ts';
export { rowsOf, valuesIn, type Ledgers } from './rows.ts';
export { separation } from './separation.ts';
