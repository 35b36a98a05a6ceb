/** Measures of a ledger: passports, tidy rows, the decomposition. The list of them is registry.ts. */
export { partMeasures, shapley } from './decomposition.ts';
export { decimalsFor, displayOf, fixed } from './display.ts';
export { proportion, type Measure } from './measure.ts';
export { dictionaryOf, type Dictionary, type Passport } from './passport.ts';
export { resultDictionary, resultMeasures } from './result-measures.ts';
export type { Row, SummaryRow } from './row.ts';
export { rowsOf, type Ledgers } from './rows.ts';
export { separation } from './separation.ts';
export { ratio } from './sums.ts';
