/**
 * creditlab in a web page: the same engine, the same rows, without files and threads.
 *
 * @packageDocumentation
 */
import { checked, type Checked } from './library/check.ts';
import { columnsAsRows, contrastsOf } from './library/compare.ts';
import { listed, listings, type Entry } from './library/lists.ts';
import { withModules } from './library/modules.ts';
import type { MarketOptions } from './library/options.ts';
import { scenarioOf, shipped, type Given } from './library/page/given.ts';
import type { Result } from './library/result/result.ts';
import type { RunContrast } from './replicates/index.ts';
import { scenarioJsonSchema } from './scenario/json-schema.ts';

export { experiment, run, type RunOptions } from './library/page/run.ts';
export { paper, type Paper } from './library/paper.ts';
export { UserError, type Problem } from './errors.ts';
export * from './institutions/kit.ts';
export type { Checked, Entry, Given, MarketOptions, Result, RunContrast };
export type { ScenarioObject, WorkOptions } from './library/options.ts';
export type { ExperimentResult } from './library/result/experiment.ts';
export type { Figure, FigureOptions } from './library/result/figure.ts';
export type { Which } from './library/result/choose.ts';
export type { ExperimentRows, Rows } from './library/result/rows.ts';
export type { Scenario } from './scenario/index.ts';
export type { Answer } from './findings/index.ts';
export type { SummaryRow } from './measures/index.ts';

/**
 * Validates a scenario and resolves it: every number stated.
 *
 * @throws UserError with every problem found
 */
export async function check(given: Given, options: MarketOptions = {}): Promise<Checked> {
  return checked(await scenarioOf(given, options), withModules(options.modules).institution);
}

/** What the second of two results has more than the first, paired where their seeds match. */
export function compare(a: Result, b: Result): RunContrast[] {
  const side = ({ rows, scenario }: Result) => ({ rows: columnsAsRows(rows), scenario });
  return contrastsOf(side(a), side(b));
}

/** Entries of a list: scenarios, institutions, measures, parameters, experiments or figures. */
export function list(what: string): readonly Entry[] {
  return listed(what, { scenarios: () => shipped.map((id) => ({ id })), ...listings });
}

/** The JSON Schema of scenarios, as an object. */
export function schema(): unknown {
  return JSON.parse(scenarioJsonSchema());
}
