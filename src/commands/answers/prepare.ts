import { join } from 'node:path';
import { claim } from '../../folder/output-folder.ts';
import { executorFor } from '../../run/executor-for.ts';
import type { MeansFor } from '../../run/index.ts';
import { costText, planOf, planText } from '../../run/plan.ts';
import { loadScenario } from '../../scenario/load.ts';
import { designedScenario } from '../../library/answers/designed.ts';
import type { Overrides, Scenario } from '../../scenario/index.ts';
import { progressView } from '../../terminal/progress.ts';
import { print, say, untilInterrupted } from '../../terminal/terminal.ts';
import { holding } from '../holding.ts';

/** Flags that every answering verb has. */
export interface AnswerFlags {
  readonly scenario: string;
  readonly seed: string | undefined;
  readonly borrowers: number | undefined;
  readonly quarters: number | undefined;
  readonly burnIn: number | undefined;
  readonly replicates: number | undefined;
  readonly institutions: string[] | undefined;
  readonly reference: string | undefined;
  readonly set: string[] | undefined;
  /** File of points; only of verbs that take one. */
  readonly ensemble?: string | undefined;
  readonly threads: number | undefined;
  readonly quiet: boolean;
  readonly out: string | undefined;
  readonly minutes: number | undefined;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly force: boolean;
}

/** The scenario of an answering verb with its design. */
export async function designed(
  flags: AnswerFlags,
  over: readonly string[] | undefined,
  sampleFor: Parameters<typeof designedScenario>[3],
) {
  const load = (more: Overrides) =>
    loadScenario(flags.scenario, { ...overridesOf(flags), ...more });
  return designedScenario(load, flags.borrowers, over, sampleFor);
}

export function overridesOf(flags: AnswerFlags): Overrides {
  const { seed, borrowers, quarters, burnIn, replicates, institutions, reference } = flags;
  const { set, ensemble } = flags;
  return {
    ...{ seed, borrowers, quarters, burnIn, replicates, institutions, reference },
    ...{ set, ensemble },
  };
}

/** Whether the user asked for no more than the plan. */
class OnlyPlanned extends Error {}

/**
 * Does work in the folder of a scenario, which no other process writes meanwhile.
 *
 * @returns undefined if only the plan was asked for
 */
export async function inFolder<Outcome>(
  flags: AnswerFlags,
  scenario: Scenario,
  work: (folder: string, meansFor: MeansFor) => Promise<Outcome>,
): Promise<Outcome | undefined> {
  const folder = flags.out ?? join('output', scenario.id);
  claim(folder, scenario, flags.force);
  let stop = () => undefined as void;
  try {
    const signal = flags.dryRun
      ? new AbortController().signal
      : untilInterrupted(true, flags.minutes);
    const means: MeansFor = async (stage, whole) => {
      stop();
      const plan = await planOf(whole, flags.threads);
      if (flags.dryRun) {
        print(planText(whole, plan));
        print(costText(whole, plan));
        throw new OnlyPlanned();
      }
      if (!flags.quiet) {
        if (stage !== 'points')
          say(stage === 'screening' ? 'Screening (Morris):' : 'Indices (Sobol):');
        say(planText(whole, plan));
      }
      const view = progressView(process.stderr, flags.quiet, say);
      stop = view.stop;
      return { executor: executorFor(plan), signal, onProgress: view.show };
    };
    if (flags.dryRun) return await work(folder, means);
    return await holding(folder, { scenario, signal }, () => work(folder, means));
  } catch (error) {
    if (error instanceof OnlyPlanned) return undefined;
    throw error;
  } finally {
    stop();
  }
}
