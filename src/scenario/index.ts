/** Scenarios: what one is and how it is told. Reading one (load.ts, parse.ts, institutions/) loads zod. */
export type { Axis, Design, Factor, FactorValue, Requirement } from './design-types.ts';
export type { LoadInstitution } from './institutions/resolve.ts';
export { defaultOf } from './institutions/default-of.ts';
export { loadModule } from './institutions/load-module.ts';
export { filesOfModule, hashOfModule } from './module-hash.ts';
export type { Overrides } from './overrides.ts';
export type { Surroundings } from './parse.ts';
export { printScenario } from './printed/print.ts';
export { originOf, provenanceOf } from './printed/provenance.ts';
export { inReadingOrder } from './institutions/reading-order.ts';
export { runParameters } from './run-parameters.ts';
export { becomings, type Becoming, type PhaseChoice } from './reforms/phase-choice.ts';
export { dateOf } from './reforms/calendar.ts';
export {
  mapOrigins,
  originsOf,
  type DeclaredColumns,
  type InstitutionChoice,
  type Scenario,
} from './scenario.ts';
export {
  describeShipped,
  ensemblePath,
  readExtended,
  readScenario,
  shippedScenarios,
  shippedTargets,
  standingsPath,
} from './disk.ts';
