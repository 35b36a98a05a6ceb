import type { Argv } from 'yargs';
import { worlds } from '../engine/setup.ts';
import { UserError } from '../errors.ts';
import { dictionary } from '../experiments/dictionary.ts';
import type { Target } from '../run/precision.ts';
import { didYouMean } from '../suggest.ts';
import { listOption, numberOption, wholeOption } from './options.ts';

/** Replicates at which `--precision` gives up unless `--replicates` says otherwise. */
const mostReplicates = 1000;

/** Positionals and flags of `creditlab run`. */
export function runOptions(yargs: Argv) {
  const word = (describe: string) => ({ type: 'string', requiresArg: true, describe }) as const;
  const onOff = (describe: string) => ({ type: 'boolean', default: false, describe }) as const;
  return yargs
    .positional('scenario', {
      type: 'string',
      demandOption: true,
      describe: 'file, or id of a shipped scenario',
    })
    .option('out', word('folder for the results; without it output/<scenario>'))
    .option('seed', word('any word or number: other people, other luck'))
    .option('borrowers', wholeOption('borrowers', 'borrowers of each market'))
    .option('quarters', wholeOption('quarters', 'length of a run, the burn-in included'))
    .option('burn-in', wholeOption('burn-in', 'first quarters, not counted in outcomes', 0))
    .option('replicates', wholeOption('replicates', 'seeds; with --precision at most so many'))
    .option('institutions', listOption('institutions', 'only these, e.g. none,market-led'))
    .option('reference', word('institution that differences are taken against'))
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
          'go on until every difference to the reference is known to ± this (95% intervals, which ' +
          'looking repeatedly leaves slightly too narrow)',
        min: 1e-9,
      }),
    )
    .option('precision-measure', {
      ...word('measure that --precision is about, in its own unit'),
      default: 'welfare',
    })
    .option('threads', wholeOption('threads', 'jobs at the same time; without it one a core'))
    .option('no-report', onOff('leave out report.html and figures/'))
    .option('json', onOff('print the summary and the verdict as JSON'))
    .option('quiet', onOff('no plan, no progress'))
    .option('force', onOff('replace the results of another scenario in the folder'))
    .example('$0 run baseline', 'compare eight institutions')
    .example('$0 run my.yaml --replicates 5 --out output/try', 'a quick look')
    .example('$0 run baseline --precision 0.001', 'as many seeds as ± 0.001 in welfare needs');
}

/** What `--precision` asks for, if it was given. */
export function targetOf(flags: {
  readonly precision: number | undefined;
  readonly precisionMeasure: string;
  readonly replicates: number | undefined;
}): Target | undefined {
  const { precision, precisionMeasure: measure, replicates } = flags;
  const known = dictionary.map(({ id }) => id);
  if (!known.includes(measure)) {
    const message = `--precision-measure: no measure "${measure}"`;
    throw new UserError([{ message, hint: didYouMean(measure, known) }]);
  }
  if (precision === undefined) return undefined;
  return { measure, halfWidth: precision, most: replicates ?? mostReplicates };
}
