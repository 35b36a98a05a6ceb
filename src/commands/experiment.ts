import { join } from 'node:path';
import { experimentOf, experiments } from '../experiments/registry.ts';
import { themeIds } from '../charts/index.ts';
import { joining, remedies } from '../experiments/index.ts';
import { executorFor } from '../run/executor-for.ts';
import { writeExperiment } from '../folder/experiment-files.ts';
import { experimentJobs, runExperiment } from '../jobs/index.ts';
import {
  experimentPage,
  experimentTold,
  type ExperimentTold,
} from '../terminal/experiment-told.ts';
import { claimFolder } from '../folder/output-folder.ts';
import { planOf } from '../run/plan.ts';
import { progressView } from '../terminal/progress.ts';
import { textTable } from '../text/text-table.ts';
import { loadScenario } from '../scenario/load.ts';
import { UserError } from '../errors.ts';
import { defineCommand } from './command.ts';
import { drawExperiment, requireSomethingToSay } from './experiment/experiment-figure.ts';
import { holding } from './holding.ts';
import { fontOption, sayLetters } from './words/letter-words.ts';
import { sayFigureAt, sayNumbers } from './words/where-words.ts';
import { runJoining } from './answers/joining.ts';
import { runRemedyGame } from './answers/remedies.ts';
import { ensembleOption, marketOptions } from './market-options.ts';
import { numbersOption } from './number-lists.ts';
import { numberOption, switchOption, wordOption, langOption } from './options.ts';
import {
  colours,
  lineWidth,
  print,
  printWrapped,
  say,
  untilInterrupted,
} from '../terminal/terminal.ts';

export const command = defineCommand({
  options: (yargs) =>
    marketOptions(
      yargs
        .positional('what', {
          type: 'string',
          demandOption: true,
          describe: `list, or one of ${experiments.map(({ id }) => id).join(', ')}`,
        })
        .positional('scenario', { type: 'string', describe: 'file, or id of a shipped scenario' }),
    )
      .option(
        'out',
        wordOption('out', 'folder of the scenario’s results; without it output/<scenario>'),
      )
      .option('font', fontOption)
      .option('json', switchOption('print the summary and what it shows as JSON'))
      .option('force', switchOption('write into a folder that holds another scenario'))
      .option(
        'fees',
        numbersOption({
          flag: 'fees',
          about:
            'of joining: fees to try, in mean loans a loan; without it 0,0.002,0.005,0.01,0.02 and the institution’s own',
          min: 0,
          max: 1,
        }),
      )
      .option(
        'shard',
        wordOption('shard', 'of joining and remedies: only this part of the markets, as k/n'),
      )
      .option(
        'job',
        wordOption('job', 'of joining and remedies: only the market whose key begins so'),
      )
      .option(
        'minutes',
        numberOption({
          flag: 'minutes',
          about:
            'of joining and remedies: stop after so long with exit code 75; the same command goes on from there',
          min: 0.01,
        }),
      )
      .option('ensemble', ensembleOption)
      .option(
        'dry-run',
        switchOption('of joining and remedies: print markets and time, and stop there'),
      )
      .option('theme', {
        choices: themeIds,
        default: 'paper' as const,
        describe: 'of joining and remedies: how figures look',
      })
      .option(
        'lang',
        langOption(
          'language of figures, and of the sentences of who-gains, joining, remedies and timeline',
        ),
      )
      .option('no-figures', switchOption('of joining and remedies: draw nothing'))
      .option('no-figure', switchOption('leave the figure out'))
      .example('$0 experiment list', 'what there is')
      .example('$0 experiment karlan-zinman baseline --replicates 5', 'a quick look')
      .example(
        '$0 experiment joining baseline --institutions market-led',
        'which lenders would join',
      ),
  run: async (args) => {
    const { what, json, quiet, seed, borrowers, quarters, burnIn, replicates } = args;
    if (what === 'list') return printList(json);
    const experiment = experimentOf(what);
    if (args.scenario === undefined) {
      const hint = `creditlab experiment ${what} baseline`;
      throw new UserError([{ message: 'on which scenario? name one', hint }]);
    }
    if (what === remedies.id) return runRemedyGame({ ...args, scenario: args.scenario });
    if (what === joining.id) return runJoining({ ...args, scenario: args.scenario });
    const scenario = await loadScenario(args.scenario, {
      ...{ seed, borrowers, quarters, burnIn, replicates },
      ...{ institutions: args.institutions, reference: args.reference },
    });
    const markets = experimentJobs(experiment, scenario).length;
    await requireSomethingToSay(experiment.id, scenario);
    await sayLetters(scenario, args.font);
    const folder = args.out ?? join('output', scenario.id);
    claimFolder(folder, scenario, args.force);

    const plan = await planOf(scenario, args.threads);
    if (!quiet) say(`${experiment.title}: ${markets} markets, ${plan.lanes} at a time`);
    const signal = untilInterrupted();
    const view = progressView(process.stderr, quiet, say);
    const means = {
      ...{ executor: executorFor(plan), signal, onProgress: view.show },
      language: args.lang,
    };
    const outcome = await runExperiment(experiment, scenario, means).finally(view.stop);
    const told = experimentTold(what, scenario, outcome, args.lang);
    await holding(folder, { scenario, signal }, async () => {
      // Another scenario may have been done here meanwhile.
      claimFolder(folder, scenario, args.force);
      const numbers = { ...outcome, page: experimentPage(told) };
      writeExperiment(experiment.id, scenario, numbers, folder, args.force);
    });

    if (json) {
      const { summary, answers } = outcome;
      print(JSON.stringify({ experiment: what, folder, summary, answers }, null, 2));
    } else printOutcome(told);
    if (!quiet) sayNumbers(args.lang, { numbers: join(folder, 'experiments', `${what}.csv`) });
    if (args['no-figure']) return;
    const { lang: language, force } = args;
    const drawn = await drawExperiment(experiment.id, scenario, outcome, {
      ...{ folder, language, force },
    });
    if (!quiet) for (const name of drawn) sayFigureAt(language, join(folder, name));
  },
});

function printList(json: boolean): void {
  if (json) {
    const entries = experiments.map(({ id, title, about, source }) => ({
      id,
      title,
      about,
      source,
    }));
    print(JSON.stringify(entries, null, 2));
    return;
  }
  const width = Math.max(...experiments.map(({ id }) => id.length));
  for (const { id, about } of experiments) print(`${id.padEnd(width)}  ${about}`);
}

function printOutcome({ title, about, table, legend, answers }: ExperimentTold): void {
  const { bold, dim } = colours(process.stdout);
  print(bold(`${title} — ${about}`));
  print('');
  if (table.length > 0) {
    for (const line of textTable(table, lineWidth())) print(line);
    print('');
  }
  for (const line of legend) printWrapped(line, '', dim);
  for (const { question, sentences } of answers) {
    print('');
    printWrapped(question, '', bold);
    for (const sentence of sentences) printWrapped(sentence, '  ');
  }
}
