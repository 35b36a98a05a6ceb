import { publishBeside } from '../../folder/output-folder.ts';
import { runConvergence } from '../../run/answers/converge.ts';
import { runRobustness } from '../../run/answers/robustness.ts';
import { runSensitivity } from '../../run/answers/sensitivity.ts';
import { askedOf, spaceOf } from '../../run/index.ts';
import { inReadingOrder, type Scenario } from '../../scenario/index.ts';
import { convergenceFiles, convergenceTold, type ConvergenceTold } from '../answers/convergence.ts';
import { designedScenario, type Designed } from '../answers/designed.ts';
import { questionOf, usualRobustness, usualSensitivity } from '../answers/question.ts';
import { robustnessFiles, robustnessTold, type RobustnessTold } from '../answers/robustness.ts';
import { sensitivityFiles, sensitivityTold, type SensitivityTold } from '../answers/sensitivity.ts';
import { requireKnown, type MarketOptions } from '../options.ts';
import { scenarioOf, type Given } from './given.ts';
import { placeKeys } from './run.ts';
import { inFolder, meansOf, type PlaceOptions } from './work.ts';

/** What verbs that ask about one measure over many points have in common. */
export interface QuestionOptions extends MarketOptions, PlaceOptions {
  /** Of a run or of an experiment; without it welfare. */
  readonly measure?: string;
  /** World of the measure; without it the actual one. */
  readonly world?: string;
  /** Keys of what is moved; without it what the scenario samples, or all assumptions. */
  readonly over?: readonly string[];
  /** Two institutions whose difference is asked about. */
  readonly between?: readonly [string, string];
}

export interface SensitivityOptions extends QuestionOptions {
  /** Ask about the level under this institution, not about who is first. */
  readonly institution?: string;
  /** Morris trajectories of the screening; without it 10. */
  readonly trajectories?: number;
  /** Base points of the indices, a power of two is best, 0 for screening alone; without it 256. */
  readonly base?: number;
  /** Most factors that indices are computed of; without it 8. */
  readonly factors?: number;
}

export interface RobustnessOptions extends QuestionOptions {
  /** Points of the sample, where the scenario has none; without it 256. */
  readonly points?: number;
}

const questionKeys = [...placeKeys, 'measure', 'world', 'over', 'between'];

/**
 * Which assumptions drive an answer, as `creditlab sensitivity` tells: screening, then indices of the few that matter.
 *
 * @throws UserError with every problem of scenario and options; the signal's reason once it aborts
 */
export async function sensitivity(
  given: Given,
  options: SensitivityOptions = {},
): Promise<SensitivityTold> {
  requireKnown(options, [...questionKeys, 'institution', 'trajectories', 'base', 'factors']);
  const { trajectories = usualSensitivity.trajectories, base = usualSensitivity.base } = options;
  const { factors: most = usualSensitivity.factors, measure = 'welfare', replicates } = options;
  const asked = askedOf(measure, options.world);
  const { isOwn: _, ...scenario } = await designed(given, options, (over) => {
    return { design: 'morris', trajectories, over };
  });
  const { institution, between } = options;
  const question = questionOf({ institution, between: between && [...between] }, idsOf(scenario));
  const [screened, indexed] = usualSensitivity.replicates;
  const times = [replicates ?? screened, replicates ?? indexed] as const;
  const effort = { trajectories, base, most, replicates: times };
  const space = spaceOf(scenario.design);
  return inFolder(scenario, options, async (folder) => {
    const means = (_stage: string, whole: Scenario) => meansOf(whole, options);
    const how = [question, asked, effort, folder, means] as const;
    const outcome = await runSensitivity(scenario, space, ...how);
    const answer = { scenario, question, asked, effort, outcome };
    keep(options, sensitivityFiles(answer));
    return sensitivityTold(answer);
  });
}

/**
 * Who is first over all points of a design, how often, where, and what the others lack, as `creditlab robustness` tells.
 *
 * @throws UserError with every problem of scenario and options; the signal's reason once it aborts
 */
export async function robustness(
  given: Given,
  options: RobustnessOptions = {},
): Promise<RobustnessTold> {
  requireKnown(options, [...questionKeys, 'points']);
  const { measure = 'welfare', points = usualRobustness.points, between } = options;
  const asked = askedOf(measure, options.world);
  const { isOwn, ...scenario } = await designed(given, options, (over) => {
    return { design: 'sobol', points, over };
  });
  questionOf({ institution: undefined, between: between && [...between] }, idsOf(scenario));
  const usual = isOwn ? scenario.replicates : usualRobustness.replicates;
  const sized = { ...scenario, replicates: options.replicates ?? usual };
  return inFolder(sized, options, async (folder) => {
    const means = (_stage: string, whole: Scenario) => meansOf(whole, options);
    const outcome = await runRobustness(sized, asked, between, folder, means);
    const told = robustnessTold(sized, asked, outcome);
    keep(options, robustnessFiles(sized, asked, told));
    return told;
  });
}

/**
 * Whether the numbers of a scenario hang on its borrowers, quarters and burn-in, as `creditlab converge` tells.
 *
 * @throws UserError with every problem of scenario and options; the signal's reason once it aborts
 */
export async function converge(
  given: Given,
  options: MarketOptions & PlaceOptions = {},
): Promise<ConvergenceTold> {
  requireKnown(options, placeKeys);
  const loaded = await scenarioOf(given, options);
  const scenario = { ...loaded, institutions: inReadingOrder(loaded.institutions) };
  return inFolder(scenario, options, async (folder) => {
    const means = (_stage: string, whole: Scenario) => meansOf(whole, options);
    const told = convergenceTold(scenario, await runConvergence(scenario, folder, means));
    keep(options, convergenceFiles(scenario, told));
    return told;
  });
}

function designed(
  given: Given,
  options: QuestionOptions,
  sampleFor: Parameters<typeof designedScenario>[3],
) {
  const load = (more: object) => scenarioOf(given, options, more);
  return designedScenario(load, options.borrowers, options.over, sampleFor);
}

const idsOf = ({ institutions }: Designed) => institutions.map(({ id }) => id);

/** Writes the tables and the page of an answer where the caller wants files. */
function keep({ out, force = false }: PlaceOptions, files: readonly [string, string][]): void {
  if (out !== undefined) publishBeside(out, new Map(files), { leaves: false, force });
}
