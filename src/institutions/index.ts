/** Institutions: the contract, and what its keepers and readers share. The list of them is registry.ts; users’ modules get kit.ts. */
export { filedUnder, joinTiers } from './combine.ts';
export {
  isRecordColumn,
  recordParameters,
  recordRules,
  type RecordColumn,
  type Sourced,
} from './common.ts';
export {
  Access,
  Duty,
  accessNames,
  defineInstitution,
  lenderKindNames,
  mostTiers,
  type AccessName,
  type Column,
  type DutyName,
  type Facts,
  type Institution,
  type LenderColumns,
  type LenderKindName,
  type Rules,
  type Values,
} from './institution.ts';
export { lenderColumns } from './lender-columns.ts';
export type { InstitutionId } from './registry.ts';
export { isScore, scoresAllowed, withinRange } from './score-range.ts';
export { contributors, readers } from './sharing.ts';
