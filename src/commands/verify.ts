import { executorFor } from '../run/executor-for.ts';
import { readManifest } from '../folder/manifest.ts';
import { extraIn, requireUntouched } from '../folder/whole.ts';
import { planOf, planText } from '../run/plan.ts';
import { progressView } from '../terminal/progress.ts';
import type { Manifest } from '../folder/index.ts';
import { firstDifference } from '../run/verify.ts';
import { differenceOfOthers, untrusted, withoutModules } from '../run/verify-others.ts';
import { defineCommand } from './command.ts';
import { notTheSame, verifyEvidence } from '../library/node/verify-evidence.ts';
import { threadsOption } from './market-options.ts';
import { noModulesOption, switchOption } from './options.ts';
import { print, say, untilInterrupted } from '../terminal/terminal.ts';

export const command = defineCommand({
  options: (yargs) =>
    yargs
      .positional('folder', {
        type: 'string',
        demandOption: true,
        describe: 'folder that "creditlab run" has written',
      })
      .option('threads', threadsOption)
      .option('trust', switchOption('also run the code of modules that the results name'))
      .option('no-modules', noModulesOption)
      .option('quiet', switchOption('no plan, no progress'))
      .example('$0 verify output/baseline', 'prove that the results can be made again'),
  run: async ({ folder, threads, quiet, trust }) => {
    const manifest = readManifest(folder);
    const extra = extraIn(folder, manifest);
    if (extra.length > 0) say(`not creditlab’s, and not looked at: ${extra.join(', ')}`);
    requireUntouched(folder, manifest);

    const { scenario, creditlab, files } = manifest;
    const left = trust ? [] : untrusted(manifest);
    if (left.length > 0) return verifyWithout(folder, manifest, left, threads, quiet);
    const plan = manifest.evidence ? undefined : await planOf(scenario, threads);
    if (plan && !quiet) say(planText(scenario, plan));
    const signal = untilInterrupted();
    const view = progressView(process.stderr, quiet, say);
    const doing = { signal, onProgress: view.show };
    if (plan) {
      const means = { ...doing, executor: executorFor(plan) };
      const difference = await firstDifference(folder, manifest, means).finally(view.stop);
      if (difference !== undefined) throw notTheSame(folder, difference, creditlab);
    } else {
      await verifyEvidence(folder, manifest, threads, doing).finally(view.stop);
    }
    print(`${folder}: ${files.length + 1} files, made again byte for byte`);
  },
});

/** All that can be told without running a module's code. */
async function verifyWithout(
  folder: string,
  { scenario, files, creditlab, evidence }: Manifest,
  left: readonly string[],
  threads: number | undefined,
  quiet: boolean,
): Promise<void> {
  const others = evidence ? undefined : withoutModules(scenario);
  if (others) {
    const plan = await planOf(others, threads);
    if (!quiet) say(planText(others, plan));
    const view = progressView(process.stderr, quiet, say);
    const signal = untilInterrupted();
    const means = { signal, onProgress: view.show, executor: executorFor(plan) };
    const difference = await differenceOfOthers(folder, others, means).finally(view.stop);
    if (difference !== undefined) throw notTheSame(folder, difference, creditlab);
  }
  const made = others?.institutions.map(({ id }) => id).join(', ') ?? 'nothing';
  print(`${folder}: ${files.length + 1} files are as they were written; made again: ${made}`);
  print(
    `Not made again, because that would run code that came with the results: ${left.join(', ')}`,
  );
  print('If you trust that code: creditlab verify --trust');
}
