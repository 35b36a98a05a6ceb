/** What a report is called before it is written. Reading, drawing and writing one loads Vega. */
export { named, reportNames } from './names.ts';
