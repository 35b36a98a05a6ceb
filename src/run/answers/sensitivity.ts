import {
  driversOf,
  kept,
  answerOutputs,
  screen,
  screenedOutputs,
  type Drivers,
  type Question,
  type Screening,
} from '../../answers/index.ts';
import { morrisTrajectory } from '../../designs/morris.ts';
import type { Design, Scenario } from '../../scenario/index.ts';
import { neededWorlds, type AskedMeasure } from './asked.ts';
import type { Collected } from './collect.ts';
import { subspace, type FactorSpace } from './factor-space.ts';
import { simulatePoints, type AnswerMeans } from './simulate-points.ts';

/** Plans what is done next, says so, and gives the means. */
export type MeansFor = (
  stage: 'screening' | 'indices' | 'points',
  scenario: Scenario,
) => Promise<AnswerMeans>;

/** How much work a sensitivity analysis is. */
export interface AnalysisSize {
  readonly trajectories: number;
  /** Replicates of the screening, and of the indices. */
  readonly replicates: readonly [number, number];
  /** Base points of the design for indices; 0 for screening alone. */
  readonly base: number;
  /** Most factors that indices are computed of. */
  readonly most: number;
}

/** What drives the answer to a question. */
export interface SensitivityOutcome {
  readonly space: FactorSpace;
  readonly screened: Screening;
  readonly screenedPoints: Collected;
  /** Where it is asked who is first: who leads in at least 5% of the points that the answer rests on. */
  readonly contenders: readonly string[];
  /** Indices of the factors that screening kept, by their places in `space`; undefined for screening alone. */
  readonly driven?: {
    readonly kept: readonly number[];
    readonly drivers: Drivers;
    readonly points: Collected;
  };
}

/**
 * Morris screening over all factors, then Sobol indices of those that it kept.
 *
 * @param space all factors
 */
export async function runSensitivity(
  { design, ...scenario }: Scenario & { readonly design: Design },
  space: FactorSpace,
  question: Question,
  asked: AskedMeasure,
  { trajectories, base, most, replicates }: AnalysisSize,
  folder: string,
  meansFor: MeansFor,
): Promise<SensitivityOutcome> {
  const { require } = design;
  const common = { varied: [], zip: false, require, series: false } as const;
  const simulated = async (stage: 'screening' | 'indices', of: Design, times: number) => {
    const worlds = neededWorlds([asked], require);
    const whole = { ...scenario, worlds, replicates: times, design: of };
    return simulatePoints(whole, of, folder, await meansFor(stage, whole), [asked]);
  };
  const { better } = asked.passport;

  const walk = { kind: 'morris', trajectories, axes: space.axes } as const;
  const walked = { ...common, factors: space.factors, sample: walk };
  const screenedPoints = await simulated('screening', walked, replicates[0]);
  // The same trajectories that the points of the design come from.
  const seed = `${scenario.seed}/sample`;
  const walks = Array.from({ length: trajectories }, (_, t) =>
    morrisTrajectory(space.axes.length, seed, t),
  );
  const [found] = screenedPoints.values;
  const screened = screen(walks, screenedOutputs(question, found, better));
  const chosen = kept(screened, most);
  const leading = (of: Collected) =>
    question.kind === 'first'
      ? answerOutputs(question, of.values[0], better).map(({ institution }) => institution)
      : [];
  if (base === 0 || chosen.length === 0) {
    return { space, screened, screenedPoints, contenders: leading(screenedPoints) };
  }

  const { factors, axes } = subspace(space, chosen, scenario);
  const saltelli = { ...common, factors, sample: { kind: 'saltelli', base, axes } as const };
  const points = await simulated('indices', saltelli, replicates[1]);
  const outputs = answerOutputs(question, points.values[0], better);
  const drivers = driversOf(outputs, factors.length, scenario.seed);
  const driven = { kept: chosen, drivers, points };
  return { space, screened, screenedPoints, contenders: leading(points), driven };
}
