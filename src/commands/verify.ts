import { executorFor } from '../run/executor-for.ts';
import { readManifest } from '../folder/manifest.ts';
import { extraIn, requireUntouched } from '../folder/whole.ts';
import { planOf, planText } from '../run/plan.ts';
import { progressView } from '../terminal/progress.ts';
import { firstDifference } from '../run/verify.ts';
import { defineCommand } from './command.ts';
import { notTheSame, verifyEvidence } from '../library/node/verify-evidence.ts';
import { threadsOption } from './market-options.ts';
import { switchOption } from './options.ts';
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
      .option('quiet', switchOption('no plan, no progress'))
      .example('$0 verify output/baseline', 'prove that the results can be made again'),
  run: async ({ folder, threads, quiet }) => {
    const manifest = readManifest(folder);
    const extra = extraIn(folder, manifest);
    if (extra.length > 0) say(`not creditlab’s, and not looked at: ${extra.join(', ')}`);
    requireUntouched(folder, manifest);

    const { scenario, creditlab, files } = manifest;
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
