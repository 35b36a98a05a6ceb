import type { ArgumentsCamelCase, Argv } from 'yargs';
import { worlds } from '../engine/index.ts';
import { fontOption } from './words/letter-words.ts';
import { ensembleOption, marketOptions } from './market-options.ts';
import {
  labelsOption,
  listOption,
  numberOption,
  switchOption,
  usualWordOption,
  wordOption,
} from './options.ts';

/** Positionals and flags of `creditlab run`. */
export function runOptions(yargs: Argv) {
  const scenario = {
    type: 'string',
    demandOption: true,
    describe: 'file, or id of a shipped scenario',
  } as const;
  return marketOptions(yargs.positional('scenario', scenario))
    .option('out', wordOption('out', 'folder for the results; without it output/<scenario>'))
    .option('worlds', listOption('worlds', `only some of ${worlds.join(',')}`))
    .option('sanctions', {
      choices: ['held', 'relearned'] as const,
      describe:
        'what a default costs a reputation where types or actions are visible: as much as in the actual ' +
        'world (held, the default), or what lenders there learn anew (relearned)',
    })
    .option(
      'precision',
      numberOption({
        flag: 'precision',
        about:
          'go on until every difference to the reference is known to ± this, or --replicates are done (95% ' +
          'intervals, which looking repeatedly leaves slightly too narrow)',
        min: 1e-9,
      }),
    )
    .option(
      'precision-measure',
      usualWordOption(
        'precision-measure',
        'measure that --precision is about, in its own unit',
        'welfare',
      ),
    )
    .option('ensemble', ensembleOption)
    .option('dry-run', switchOption('print jobs, disk and time, and stop there'))
    .option(
      'shard',
      wordOption('shard', 'only part k of n, as k/n; "creditlab merge" puts all together'),
    )
    .option(
      'minutes',
      numberOption({
        flag: 'minutes',
        about: 'stop after so long with exit code 75; the same command goes on from there',
        min: 0.01,
      }),
    )
    .option(
      'job',
      wordOption('job', 'only the market with this key, as "creditlab status" names it'),
    )
    .option('labels', labelsOption)
    .option('font', fontOption)
    .option('no-report', switchOption('leave out the report, figures/ and tables/'))
    .option('json', switchOption('print the summary and the verdict as JSON'))
    .option('force', switchOption('replace the results of another scenario in the folder'))
    .example('$0 run baseline', 'compare eight institutions')
    .example('$0 run my.yaml --replicates 5 --out output/try', 'a quick look')
    .example('$0 run baseline --precision 0.001', 'as many seeds as ± 0.001 in welfare needs');
}

/** The flags of `creditlab run`, read. */
export type RunFlags =
  ReturnType<typeof runOptions> extends Argv<infer Flags> ? ArgumentsCamelCase<Flags> : never;
