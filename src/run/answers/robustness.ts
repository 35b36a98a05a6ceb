import {
  boxColumns,
  contenders,
  firstAt,
  hunt,
  robustness,
  type BoxColumn,
  type Hunt,
  type Robustness,
} from '../../answers/index.ts';
import type { Design, Scenario } from '../../scenario/index.ts';
import type { AskedMeasure } from './asked.ts';
import type { Collected } from './collect.ts';
import { neededWorlds } from './asked.ts';
import type { MeansFor } from './sensitivity.ts';
import { simulatePoints } from './simulate-points.ts';

/** How an order of merit holds over all points of a design, and where it does not. */
export interface RobustnessOutcome {
  readonly collected: Collected;
  readonly found: Robustness;
  /** Who is first at each point by means over replicates: its place among the institutions; −1 nobody. Shape (points). */
  readonly leaders: Int32Array;
  readonly columns: readonly BoxColumn[];
  readonly hunts: readonly Hunt[];
}

/**
 * Simulates what is missing of a design, and looks over all of its points.
 *
 * @param between two ids whose order is looked at in the space of factors; without them where each contender is first
 */
export async function runRobustness(
  given: Scenario & { readonly design: Design },
  asked: AskedMeasure,
  between: readonly [string, string] | undefined,
  folder: string,
  meansFor: MeansFor,
): Promise<RobustnessOutcome> {
  const { design } = given;
  const scenario = { ...given, worlds: neededWorlds([asked], design.require) };
  const means = await meansFor('points', scenario);
  const collected = await simulatePoints(given, design, folder, means, [asked]);
  const [values] = collected.values;
  const { better } = asked.passport;
  const columns = boxColumns(
    design.factors.map(({ key }) => key),
    collected.points.map((point) => point.values),
  );
  const place = (id: string) => values.institutions.indexOf(id);
  const pairs: (readonly [number, number?])[] =
    between === undefined
      ? contenders(values, better).map((i) => [i] as const)
      : [[place(between[0]), place(between[1])] as const];
  const hunts = pairs.flatMap((pair) => hunt(values, better, pair, columns, given.seed) ?? []);
  return {
    ...{ collected, columns, hunts },
    found: robustness(values, better),
    leaders: firstAt(values, better),
  };
}
