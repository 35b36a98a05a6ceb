import { UserError } from '../errors.ts';
import { executorFor } from '../run/executor-for.ts';
import { readManifest } from '../folder/manifest.ts';
import { planOf, planText } from '../run/plan.ts';
import { progressView } from '../terminal/progress.ts';
import { changedFile, firstDifference } from '../run/verify.ts';
import { defineCommand } from './command.ts';
import { notTheSame, verifyEvidence } from './evidence/verify-evidence.ts';
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
    const changed = changedFile(folder, manifest);
    if (changed !== undefined) throw new UserError(`${folder}: ${changed}`);

    const { scenario, creditlab, files } = manifest;
    if (manifest.evidence) {
      await verifyEvidence(folder, manifest, threads, quiet);
      print(`${folder}: ${files.length + 1} files, made again byte for byte`);
      return;
    }
    const plan = await planOf(scenario, threads);
    if (!quiet) say(planText(scenario, plan));
    const signal = untilInterrupted();
    const view = progressView(process.stderr, quiet, say);
    const means = { executor: executorFor(plan), signal, onProgress: view.show };
    const difference = await firstDifference(folder, manifest, means).finally(view.stop);
    if (difference !== undefined) {
      throw notTheSame(folder, difference, creditlab);
    }
    print(`${folder}: ${files.length + 1} files, made again byte for byte`);
  },
});
