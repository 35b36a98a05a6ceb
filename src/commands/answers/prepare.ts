import { join } from 'node:path';
import { claimFolder } from '../../folder/output-folder.ts';
import { executorFor } from '../../run/executor-for.ts';
import type { MeansFor } from '../../run/index.ts';
import { PartDone } from '../../run/answers/simulate-points.ts';
import { costText, planOf, planText } from '../../run/plan.ts';
import { beginIn } from '../../run/store/plan-record.ts';
import { loadScenario } from '../../scenario/load.ts';
import { designedScenario } from '../../library/answers/designed.ts';
import type { Overrides, Scenario } from '../../scenario/index.ts';
import { progressView } from '../../terminal/progress.ts';
import { Interrupted, print, say, untilInterrupted } from '../../terminal/terminal.ts';
import { calledAs, jobPartOf } from '../design/run-part.ts';
import { holding } from '../holding.ts';
import { sayLetters } from '../words/letter-words.ts';

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
  readonly shard: string | undefined;
  readonly job: string | undefined;
  readonly dryRun: boolean;
  readonly json: boolean;
  readonly force: boolean;
  /** A file with letters that the shipped fonts lack; only of verbs that draw. */
  readonly font?: string | undefined;
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

export function overridesOf(flags: Pick<AnswerFlags, Overriding>): Overrides {
  const { seed, borrowers, quarters, burnIn, replicates, institutions, reference } = flags;
  const { set, ensemble } = flags;
  return {
    ...{ seed, borrowers, quarters, burnIn, replicates, institutions, reference },
    ...{ set, ensemble },
  };
}

/** Flags that say what differs from a scenario's file. */
type Overriding =
  | 'seed'
  | 'borrowers'
  | 'quarters'
  | 'burnIn'
  | 'replicates'
  | 'institutions'
  | 'reference'
  | 'set'
  | 'ensemble';

/** Whether the user asked for no more than the plan. */
class OnlyPlanned extends Error {}

/**
 * Finds an answer in the folder of a scenario, which no other process writes meanwhile; a part of its markets is done beside
 * other parts.
 *
 * @param verb of the command, for those who want to know how far it is
 * @param work finds the answer
 * @param tell writes it; not called if only the plan was asked for, or a part
 * @throws Interrupted, with 75, where this part is done and others are not
 */
export async function inFolder<Outcome>(
  verb: string,
  flags: AnswerFlags,
  scenario: Scenario,
  work: (folder: string, meansFor: MeansFor) => Promise<Outcome>,
  tell: (outcome: Outcome, folder: string) => Promise<void> | void,
): Promise<void> {
  const part = jobPartOf(flags);
  await sayLetters(scenario, flags.font);
  const folder = flags.out ?? join('output', scenario.id);
  claimFolder(folder, scenario, flags.force);
  const call = { verb, named: calledAs(flags) };
  const stages: Scenario[] = [];
  const note = (stage: Scenario) => {
    stages.push(stage);
    beginIn(folder, call, stages, true);
  };
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
      return { executor: executorFor(plan), signal, onProgress: view.show, part, note };
    };
    const answer = async () => {
      const outcome = await work(folder, means);
      stop();
      beginIn(folder, call, stages);
      if (!part) await tell(outcome, folder);
      else if (!flags.quiet) say(`All is done: creditlab ${verb} ${call.named} --out ${folder}`);
    };
    if (flags.dryRun || part) await answer();
    else
      await holding(folder, { scenario, signal }, () => {
        // Another run may have come here before it was held.
        claimFolder(folder, scenario, flags.force);
        return answer();
      });
  } catch (error) {
    if (error instanceof OnlyPlanned) return;
    if (!(error instanceof PartDone)) throw error;
    stop();
    const { total, done } = error.standing;
    if (!flags.quiet) {
      say(
        `This part is done; ${done} of ${total} markets of this stage are. Call again for what comes next.`,
      );
    }
    if (part?.kind !== 'job') throw new Interrupted(75);
  } finally {
    stop();
  }
}
