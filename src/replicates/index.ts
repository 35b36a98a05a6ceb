/** Statistics over replicates, without prose; what is known of a measure is an argument. */
export { compareRuns, type RunContrast } from './compare-runs.ts';
export { paired, type Contrast } from './contrast.ts';
export { level } from './level.ts';
export { replicatesToHalve, smallestTold } from './power.ts';
export {
  againstReference,
  errorRate,
  order,
  orderOf,
  ranking,
  type Order,
  type RankedInstitution,
} from './ranking.ts';
export { byCode, canonicalRows, groupBy, samplesOf, type Samples } from './samples.ts';
export { reformEffects, type EffectRow } from './reforms/effects.ts';
export { phaseAt, reformsOf, type Reform } from './reforms/facts.ts';
export { reformPaths, reformSeries, type PathRow } from './reforms/paths.ts';
export { summarise, summariseSeries, type SeriesRow } from './summary.ts';
