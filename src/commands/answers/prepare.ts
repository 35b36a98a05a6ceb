import { join } from 'node:path';
import { claim } from '../../folder/output-folder.ts';
import { executorFor } from '../../run/executor-for.ts';
import type { MeansFor } from '../../run/index.ts';
import { costText, planOf, planText } from '../../run/plan.ts';
import { loadScenario } from '../../scenario/load.ts';
import {
  inReadingOrder,
  type Design,
  type Overrides,
  type Scenario,
} from '../../scenario/index.ts';
import { progressView } from '../../terminal/progress.ts';
import { print, say, untilInterrupted } from '../../terminal/terminal.ts';
import { holding } from '../holding.ts';
import { usualBorrowers } from './answer-options.ts';

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

/** A scenario with the design that an answer is over. */
export type Designed = Scenario & { readonly design: Design };

/**
 * The scenario with a design: its own, or one over what the user named or over all assumptions. Its institutions stand in
 * reading order (`isOwn`: it is the design of the scenario itself), and its markets are of 5,000 borrowers where nobody says otherwise: there will be many.
 *
 * @param sampleFor the sample where the scenario has none, or where keys are named
 */
export async function designedScenario(
  flags: AnswerFlags,
  over: readonly string[] | undefined,
  sampleFor: (over: 'assumptions' | string[]) => Overrides['sample'],
): Promise<Designed & { readonly isOwn: boolean }> {
  const overrides = overridesOf(flags);
  const plain = await loadScenario(flags.scenario, overrides);
  const borrowers = flags.borrowers ?? Math.min(plain.borrowers, usualBorrowers);
  const isNamed = over !== undefined;
  const all = over?.length === 1 && over[0] === 'assumptions';
  const needsSample = isNamed || plain.design === undefined;
  const sample = needsSample ? sampleFor(isNamed && !all ? [...over] : 'assumptions') : undefined;
  const scenario = await loadScenario(flags.scenario, { ...overrides, borrowers, sample });
  const { design } = scenario;
  if (!design) throw new Error('a scenario with a sample has a design');
  return {
    ...scenario,
    institutions: inReadingOrder(scenario.institutions),
    design,
    isOwn: !needsSample,
  };
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
