/** What a report is called before it is written. Reading, drawing and writing one loads Vega. */
export { reportNames } from './names.ts';
export { chinesePassport } from './chinese/passport.ts';
