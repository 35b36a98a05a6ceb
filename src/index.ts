/** creditlab as a library: what a program needs to read scenarios, simulate markets and measure them. */
export * from './institutions/kit.ts';
export { UserError, type Problem } from './errors.ts';
export { loadScenario, shippedScenarios } from './scenario/load.ts';
export { parseScenario, type Surroundings } from './scenario/parse.ts';
export type { Overrides } from './scenario/overrides.ts';
export type { InstitutionChoice, Scenario } from './scenario/scenario.ts';
export { regimeOf, type LoadInstitution } from './institutions/resolve.ts';
export { loadExternalInstitution } from './institutions/external.ts';
export { simulate, simulateWorlds } from './engine/simulate.ts';
export { worlds, type Lender, type Market, type Regime, type World } from './engine/setup.ts';
export type { Ledger } from './engine/ledger.ts';
export { seedKey } from './random/seed.ts';
export { measures } from './measures/index.ts';
export type { Measure } from './measures/measure.ts';
export type { Row, SummaryRow } from './measures/row.ts';
