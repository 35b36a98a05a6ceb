import { join } from 'node:path';
import { executorFor } from '../run/executor-for.ts';
import { claim } from '../folder/output-folder.ts';
import { planOf, planText } from '../run/plan.ts';
import { firstLook } from '../run/index.ts';
import { progressView } from '../terminal/progress.ts';
import { runScenario } from '../run/run-scenario.ts';
import { loadScenario } from '../scenario/load.ts';
import type { RunFlags } from './run-options.ts';
import { targetOf } from './run-target.ts';
import { printJson, printReport, sayPrecision, sayReplaced, sayWhere } from './run-report.ts';
import { breathe, say, untilInterrupted } from '../terminal/terminal.ts';

/** What `creditlab run` does: simulates a scenario, writes its folder, prints what it finds and draws it. */
export async function runMarkets(args: RunFlags): Promise<void> {
  const target = targetOf(args);
  const { seed, borrowers, quarters, burnIn, institutions, reference, worlds, sanctions } = args;
  const replicates = target ? Math.min(firstLook, target.most) : args.replicates;
  const sizes = { borrowers, quarters, burnIn, replicates };
  const choices = { seed, institutions, reference, worlds, sanctions };
  const scenario = await loadScenario(args.scenario, { ...sizes, ...choices });
  const folder = args.out ?? join('output', scenario.id);
  const earlier = claim(folder, scenario, args.force);
  if (earlier && !args.quiet) {
    // With a precision the number of replicates is yet to be found.
    const counted = target ? earlier.scenario : scenario;
    sayReplaced(folder, earlier.scenario, { ...scenario, replicates: counted.replicates });
  }

  const plan = await planOf(scenario, args.threads);
  if (!args.quiet) say(planText(scenario, plan));
  const signal = untilInterrupted();
  const view = progressView(process.stderr, args.quiet, say);
  const means = { executor: executorFor(plan), signal, onProgress: view.show };
  const outcome = await runScenario(scenario, folder, means, target).finally(view.stop);

  if (args.json) printJson(outcome, folder);
  else printReport(outcome);
  if (target) sayPrecision(outcome, target);
  if (!args.quiet) sayWhere(outcome, folder);
  if (!args.noReport) await drawReport(folder, args.quiet, signal);
}

/** Draws the report and every figure from the results just written; loaded late, because Vega is large. */
async function drawReport(folder: string, quiet: boolean, signal: AbortSignal): Promise<void> {
  if (!quiet) say('Drawing the report and its figures …');
  const { writeReport } = await import('../report/write-report.ts');
  await writeReport(folder, { figures: true, onFigure: () => breathe(signal) });
  if (!quiet) say(`Report: ${join(folder, 'report.html')}`);
}
