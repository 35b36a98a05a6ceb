/** Fitting an economy to targets: what is fitted, how it is searched, what a search has found. Reading files: file/targets-file.ts. */
export { addressOf, withNumbers } from './address.ts';
export { fitOf } from './fit.ts';
export { isLogBegin, logHeader, logLine, readLog, type Evaluation } from './log.ts';
export { better, distanceOutside, misfitOf } from './misfit.ts';
export { factKey, neededFor, valueOf, type MarketNumbers } from './quantity.ts';
export { descentsFrom, scanPoints, scanStage, search } from './search.ts';
export { pointOf, valuesAt } from './space.ts';
export { flipsMeasure, marketsOfTargets, type Calibration, type Target } from './targets.ts';
export { fitPage } from './page.ts';
export { vectorScenario } from './best.ts';
export {
  directionTable,
  fitTable,
  parameterTable,
  readable,
  sensitivityTable,
  type PageTable,
} from './tables.ts';
export { sentencesOf, type SearchFound } from './words.ts';
export {
  candidatesOf,
  isAdmissible,
  spreadOf,
  type Admissible,
  type VectorCandidate,
} from './admissible.ts';
export { conditionSize, keptOf, worstOf, type ConditionKept } from './conditions.ts';
export { proposalShape } from './proposals.ts';
export { logChanceInside, walk } from './walk.ts';
export { foresightOf, type Judged } from './foresight.ts';
export { setPage, setSentences, setTable } from './set-page.ts';
