import type { Argv } from 'yargs';
import { runParameters } from '../scenario/index.ts';
import {
  listOption,
  noModulesOption,
  repeatedOption,
  switchOption,
  wholeOption,
  wordOption,
} from './options.ts';

/** Threads that can be asked for. */
const threadsRange = { min: 1, max: 1024 };

/** `--threads`, of every command that simulates. */
export const threadsOption = wholeOption(
  'threads',
  'jobs at the same time; without it one a core',
  threadsRange,
);

/** `--ensemble`, of verbs that go over many points. */
export const ensembleOption = wordOption(
  'ensemble',
  'CSV file of points, or admissible-us, in place of the scenario’s sample',
);

/** Flags of the commands that simulate the markets of a scenario: what may differ from its file, and how it is done. */
export function marketOptions<Args>(yargs: Argv<Args>) {
  const { borrowers, quarters, burnIn, replicates } = runParameters;
  return yargs
    .option('seed', wordOption('seed', 'any word or number: other people, other luck'))
    .option('borrowers', wholeOption('borrowers', 'borrowers of each market', borrowers))
    .option('quarters', wholeOption('quarters', 'length of a run, the burn-in included', quarters))
    .option('burn-in', wholeOption('burn-in', 'first quarters, not counted in outcomes', burnIn))
    .option('replicates', wholeOption('replicates', 'seeds', replicates))
    .option('institutions', listOption('institutions', 'only these, e.g. none,market-led'))
    .option('reference', wordOption('reference', 'institution that differences are taken against'))
    .option(
      'set',
      repeatedOption(
        'one value, as key=value; may stand often: --set economy.behaviour.awareness=0.5',
      ),
    )
    .option('threads', threadsOption)
    .option('no-modules', noModulesOption)
    .option('quiet', switchOption('no plan, no progress'));
}
