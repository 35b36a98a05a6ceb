/** Scenarios: what one is and how it is told. Reading one (load.ts, parse.ts, institutions/) loads zod. */
export type { Axis, Design, Factor, FactorValue, Requirement } from './design-types.ts';
export type { LoadInstitution } from './institutions/resolve.ts';
export { defaultOf } from './institutions/default-of.ts';
export { lookEvery, moduleSeconds, noSignOfLife } from './modules/host.ts';
export { patience } from './modules/patience.ts';
export { requirePlainImports } from './modules/imports.ts';
export { newPulse, readPulse, shown, withPulse, type Pulse } from './modules/pulse.ts';
export { loadModule, refuseModules, requireLoadable } from './institutions/load-module.ts';
export { filesOfModule, hashOfModule } from './module-hash.ts';
export type { Overrides } from './overrides.ts';
export type { Surroundings } from './parse.ts';
export { economyStanding } from './printed/economy-standing.ts';
export { printScenario } from './printed/print.ts';
export { countsText, originOf, provenanceOf } from './printed/provenance.ts';
export { inReadingOrder } from './institutions/reading-order.ts';
export { namedIn, spokenIn, toldIn } from './printed/told.ts';
export { runParameters } from './run-parameters.ts';
export { dateOf } from './phases/calendar.ts';
export { mapOrigins, originsOf } from './institutions/origins.ts';
export {
  becomings,
  type Becoming,
  type DeclaredColumns,
  type InstitutionChoice,
  type PhaseChoice,
  type Scenario,
} from './scenario.ts';
export {
  describeShipped,
  ensemblePath,
  readExtended,
  readScenario,
  requireSmall,
  shippedScenarios,
  shippedTargets,
  standingsPath,
} from './disk.ts';
