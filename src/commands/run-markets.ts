import { sayLetters } from './words/letter-words.ts';
import { sayModules } from './words/module-words.ts';
import { join } from 'node:path';
import { UserError } from '../errors.ts';
import { executorFor } from '../run/executor-for.ts';
import { claimFolder } from '../folder/output-folder.ts';
import { runDesign, runPart } from '../run/design/run-design.ts';
import { costText, planOf, planText } from '../run/plan.ts';
import { firstLook, precisionTargetOf, type JobPart } from '../run/index.ts';
import { beginIn } from '../run/store/plan-record.ts';
import { progressView } from '../terminal/progress.ts';
import { reportNames } from '../report/index.ts';
import { runScenario } from '../run/run-scenario.ts';
import { loadScenario } from '../scenario/load.ts';
import { loadExternalInstitution } from '../scenario/institutions/external.ts';
import { labelled } from '../institution-names.ts';
import { idleNotes } from '../library/idle-notes.ts';
import type { Scenario } from '../scenario/index.ts';
import { printDesign, printDesignJson, sayDesign } from './design/design-report.ts';
import { holding } from './holding.ts';
import { drawCurves } from './design/draw-curves.ts';
import type { RunFlags } from './run-options.ts';
import { calledAs, jobPartOf } from './design/run-part.ts';
import { printJson, printReport, sayPrecision, sayReplaced, sayWhere } from './run-report.ts';
import { breathe, print, say, untilInterrupted } from '../terminal/terminal.ts';

/** What `creditlab run` does: simulates a scenario, writes its folder, prints what it finds and draws it. */
export async function runMarkets(args: RunFlags): Promise<void> {
  const target = precisionTargetOf(args);
  const part = jobPartOf(args);
  const { seed, borrowers, quarters, burnIn, institutions, reference, worlds, sanctions } = args;
  const replicates = target ? Math.min(firstLook, target.most) : args.replicates;
  const sizes = { borrowers, quarters, burnIn, replicates };
  const choices = { seed, institutions, reference, worlds, sanctions };
  const values = { set: args.set, ensemble: args.ensemble };
  const given = await loadScenario(args.scenario, { ...sizes, ...choices, ...values });
  const scenario = { ...given, institutions: labelled(given.institutions, args.labels) };
  if (target && (scenario.design || part)) {
    const message = '--precision: looks at all of one point, and this is many points or a part';
    throw new UserError([{ message, hint: 'give --replicates' }]);
  }
  if (!args.quiet) sayModules(scenario);
  await sayLetters(scenario, args.font);
  const folder = args.out ?? join('output', scenario.id);
  const report = args.noReport || part || scenario.design ? [] : reportNames(scenario);
  const earlier = claimFolder(folder, scenario, args.force, report);
  if (earlier && !args.quiet) {
    // With a precision the number of replicates is yet to be found.
    const counted = target ? earlier.scenario : scenario;
    sayReplaced(folder, earlier.scenario, { ...scenario, replicates: counted.replicates });
  }

  for (const note of await idleNotes(scenario, loadExternalInstitution)) say(note);
  const plan = await planOf(scenario, args.threads);
  if (args.dryRun) {
    print(planText(scenario, plan));
    return print(costText(scenario, plan));
  }
  if (!args.quiet) say(planText(scenario, plan));
  if (!args.quiet && (scenario.design || part)) say(costText(scenario, plan));
  const signal = untilInterrupted(true, args.minutes);
  const doIt = async () => {
    const view = progressView(process.stderr, args.quiet, say);
    const begin = () => beginIn(folder, { verb: 'run', named: calledAs(args) }, [scenario]);
    const doing = { executor: executorFor(plan), signal, onProgress: view.show };
    const means = { ...doing, begin, force: args.force };
    if (part) return doPart(scenario, folder, means, view.stop, part, args.quiet);
    if (scenario.design) {
      const outcome = await runDesign(scenario, folder, means).finally(view.stop);
      if (args.json) printDesignJson(outcome, folder);
      else printDesign(outcome);
      if (!args.quiet) sayDesign(outcome, folder);
      if (!args.noReport) await drawCurves(scenario, folder, args);
      return;
    }
    const outcome = await runScenario(
      scenario,
      folder,
      target ? { ...doing, force: args.force } : means,
      target,
    ).finally(view.stop);

    if (args.json) printJson(outcome, folder);
    else printReport(outcome);
    if (target) sayPrecision(outcome, target);
    if (!args.quiet) sayWhere(outcome, folder);
    if (!args.noReport) await drawReport(folder, args, signal);
  };
  if (part) return doIt();
  return holding(folder, { scenario, signal }, () => {
    // Another run may have come here before it was held.
    claimFolder(folder, scenario, args.force, report);
    return doIt();
  });
}

/** Does a shard, or a single market, and says how to go on. */
async function doPart(
  scenario: Scenario,
  folder: string,
  means: Parameters<typeof runPart>[2],
  stop: () => void,
  part: JobPart,
  quiet: boolean,
): Promise<void> {
  const { total } = await runPart(scenario, folder, means, part).finally(stop);
  if (part.kind === 'job' && total === 0) {
    const message = `--job: no market of this scenario has the key ${part.key}`;
    throw new UserError([{ message, hint: 'give the flags with which it was run' }]);
  }
  if (quiet) return;
  say(
    part.kind === 'job'
      ? 'The market is done.'
      : `Shard ${part.number}/${part.of}: ${total} markets done.`,
  );
  say(`How far all are: creditlab status ${folder}; when all are done: creditlab merge ${folder}`);
}

/** Draws the report and every figure from the results just written; loaded late, because Vega is large. */
async function drawReport(
  folder: string,
  { quiet, force, labels }: RunFlags,
  signal: AbortSignal,
): Promise<void> {
  if (!quiet) say('Drawing the report and its figures …');
  const { writeReport } = await import('../report/write-report.ts');
  await writeReport(folder, { figures: true, force, labels, onFigure: () => breathe(signal) });
  if (!quiet) say(`Report: ${join(folder, 'report.html')}`);
}
