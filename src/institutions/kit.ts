/**
 * What an institution is built from: all that a user's module gets from `import … from 'creditlab'`.
 * The contract, passports, the numbers and rules that institutions have in common, portable arithmetic.
 */
export {
  Access,
  Duty,
  LenderKind,
  defineInstitution,
  lenderKindNames,
  scoreRange,
  type AccessColumns,
  type AccessName,
  type Column,
  type DutyName,
  type ErrorRules,
  type Facts,
  type Institution,
  type LenderColumns,
  type LenderKindName,
  type RecordRules,
  type Rules,
  type ScoreBatch,
  type ScoreRules,
  type Values,
} from './institution.ts';
export { real, toggle, whole } from '../parameters.ts';
export { recordParameters, recordRules } from './common.ts';
export { joinTiers } from './combine.ts';
export { safeguardParameters, safeguarded } from './safeguards.ts';
export { contributors, internetLenders, isBank, readers } from './sharing.ts';
export { institutions } from './registry.ts';
export { sesameParameters, sesameScoreRules } from '../scores/index.ts';
export { exp, log } from '../math/exp.ts';
export { logistic } from '../math/logistic.ts';
export { normalCdf } from '../math/normal.ts';
