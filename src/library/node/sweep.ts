import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../errors.ts';
import { designAnswers, type Answer, type PointDigest } from '../../findings/index.ts';
import { readResults } from '../../folder/results-file.ts';
import { runDesign } from '../../run/design/run-design.ts';
import { beginIn } from '../../run/store/plan-record.ts';
import type { Scenario } from '../../scenario/index.ts';
import { requireKnown, type MarketOptions } from '../options.ts';
import { rowsAsColumns, type Rows } from '../result/rows.ts';
import { scenarioOf, type Given } from './given.ts';
import { placeKeys } from './run.ts';
import { inFolder, meansOf, type PlaceOptions } from './work.ts';

/** Rows with the point of the design that each is of. */
export interface SweepRows extends Rows {
  /** Name of the point. */
  readonly point: readonly string[];
}

/** What a design comes to. */
export interface SweepResult {
  readonly scenario: Scenario;
  /** Keys of what is varied and sampled, in the order of `points[i].values`. */
  readonly factors: readonly string[];
  /** Each point with its values and the means of the headline's measures. */
  readonly points: readonly PointDigest[];
  readonly verdict: readonly Answer[];
  /** Every number, as results.parquet has it. */
  readonly rows: SweepRows;
}

export interface SweepOptions extends MarketOptions, PlaceOptions {
  /** CSV file of points, in place of the scenario's sample. */
  readonly ensemble?: string;
}

/**
 * Runs every point of a design (`vary`, `sample`), as `creditlab run` does with one. Equal markets are simulated once.
 *
 * @throws UserError with every problem of scenario and options; the signal's reason once it aborts
 */
export async function sweep(given: Given, options: SweepOptions = {}): Promise<SweepResult> {
  requireKnown(options, [...placeKeys, 'ensemble']);
  options.signal?.throwIfAborted();
  const { ensemble } = options;
  const scenario = await scenarioOf(given, options, ensemble === undefined ? {} : { ensemble });
  const { design } = scenario;
  if (!design) {
    const hint = 'give it vary: or sample:, or call run() for a single point';
    throw new UserError([{ message: 'this scenario is one point, no design', hint }]);
  }
  return inFolder(scenario, options, async (folder) => {
    const means = await meansOf(scenario, options);
    const begin = () => beginIn(folder, { verb: 'run', named: scenario.id }, [scenario]);
    const { points } = await runDesign(scenario, folder, { ...means, begin });
    return {
      ...{ scenario, factors: design.factors.map(({ key }) => key), points },
      verdict: designAnswers(scenario, points),
      rows: await rowsIn(folder),
    };
  });
}

async function rowsIn(folder: string): Promise<SweepRows> {
  const rows = await readResults(readFileSync(join(folder, 'results.parquet')));
  return { ...rowsAsColumns(rows), point: rows.map(({ point = '' }) => point) };
}
