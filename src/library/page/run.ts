import { experimentOf } from '../../experiments/registry.ts';
import { inOrderOfRecord, runExperiment, simulateScenario } from '../../jobs/index.ts';
import { oneByOne } from '../../jobs/one-by-one.ts';
import { UserError } from '../../errors.ts';
import type { Scenario } from '../../scenario/index.ts';
import { withModules } from '../modules.ts';
import {
  marketKeys,
  requireKnown,
  workKeys,
  type MarketOptions,
  type WorkOptions,
} from '../options.ts';
import { experimentResult, type ExperimentResult } from '../result/experiment.ts';
import { resultOf, type Result } from '../result/result.ts';
import { scenarioOf, type Given } from './given.ts';

export type RunOptions = MarketOptions & WorkOptions;

/**
 * Simulates a scenario in this page, one market after the other, and compares its institutions. Between markets the page
 * may draw and answer; each takes as long as on one core of the command line. Its rows are the command line's.
 *
 * @param given the id of a shipped scenario, a text, or an object
 * @throws UserError with every problem of scenario and options; the signal's reason once it aborts
 */
export async function run(given: Given, options: RunOptions = {}): Promise<Result> {
  const { scenario, means } = await prepared(given, options);
  const rows = await simulateScenario(inOrderOfRecord(scenario), means);
  const { institution: load } = withModules(options.modules);
  return (await resultOf(scenario, rows, load)).result;
}

/**
 * Does a randomised experiment in every market of a scenario.
 *
 * @param id as `list('experiments')` has it
 * @throws UserError also if there is no such experiment, or the scenario leaves it nothing to observe
 */
export async function experiment(
  id: string,
  given: Given,
  options: RunOptions = {},
): Promise<ExperimentResult> {
  const found = experimentOf(id);
  const { scenario, means } = await prepared(given, options);
  return experimentResult(id, scenario, await runExperiment(found, scenario, means));
}

async function prepared(given: Given, options: RunOptions) {
  requireKnown(options, [...marketKeys, ...workKeys]);
  const { signal = new AbortController().signal, onProgress, modules } = options;
  signal.throwIfAborted();
  const scenario = await scenarioOf(given, options);
  requireOnePoint(scenario);
  const { institution: load } = withModules(modules);
  const means = { executor: oneByOne(load, drawn), signal, ...(onProgress && { onProgress }) };
  return { scenario, means };
}

/** Lets the page draw and answer; a timer, because promises alone would not. */
function drawn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve);
  });
}

function requireOnePoint({ design }: Scenario): void {
  if (!design) return;
  const message = `is a design over ${design.factors.length} values, not one run`;
  throw new UserError([{ message, hint: 'a page runs one point: call run() for each, with set' }]);
}
