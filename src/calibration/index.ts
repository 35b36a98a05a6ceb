/** Fitting an economy to targets: what is fitted, how it is searched, what a search has found. Reading files: targets-file.ts. */
export { addressOf, withNumbers } from './address.ts';
export { fitOf, missedIn, type FitRow } from './fit.ts';
export { boundsOf, fitting, freedomOf } from './freedom.ts';
export { logHeader, logLine, readLog, type Evaluation } from './log.ts';
export { better, distanceOutside, misfitOf } from './misfit.ts';
export { factKey, neededFor, quantityText, valueOf, type Numbers } from './quantity.ts';
export { search, type Asked } from './search.ts';
export { pointOf, valuesAt, type FreeParameter } from './space.ts';
export {
  flipsMeasure,
  marketsOf,
  targetName,
  type Calibration,
  type Condition,
  type Target,
} from './targets.ts';
export { fitPage } from './page.ts';
export { vectorScenario } from './best.ts';
export {
  directionTable,
  fitTable,
  parameterTable,
  readable,
  sensitivityTable,
  type Table,
} from './tables.ts';
export { sentencesOf, type Told } from './words.ts';
export {
  candidatesOf,
  isAdmissible,
  spreadOf,
  type Admissible,
  type Candidate,
  type Spread,
} from './admissible.ts';
export { keeping, keptOf, worstOf, type Kept } from './conditions.ts';
export { proposalShape } from './proposals.ts';
export { densityAtMost, logDensityOf, walk } from './walk.ts';
export { setPage, setSentences, setTable } from './set-page.ts';
