import type { Argv } from 'yargs';
import { themeIds } from '../../charts/index.ts';
import { usualSensitivity } from '../../library/answers/question.ts';
import { marketOptions } from '../market-options.ts';
import {
  langOption,
  listOption,
  numberOption,
  switchOption,
  usualWordOption,
  wordOption,
} from '../options.ts';
import { fontOption } from '../words/letter-words.ts';

/** What verbs that answer over many points have in common. */
export function answerOptions<Args>(yargs: Argv<Args>) {
  return marketOptions(
    yargs.positional('scenario', {
      type: 'string',
      demandOption: true,
      describe: 'file, or id of a shipped scenario',
    }),
  )
    .option('out', wordOption('out', 'folder for the results; without it output/<scenario>'))
    .option(
      'minutes',
      numberOption({
        flag: 'minutes',
        about: 'stop after so long with exit code 75; the same command goes on from there',
        min: 0.01,
      }),
    )
    .option('dry-run', switchOption('print jobs, disk and time of the first stage, and stop there'))
    .option(
      'shard',
      wordOption(
        'shard',
        'only part k of n, as k/n; ends with 75 until all parts are done, then call it without',
      ),
    )
    .option(
      'job',
      wordOption('job', 'only the market with this key, as "creditlab status" names it'),
    )
    .option('json', switchOption('print the answer as JSON'))
    .option('force', switchOption('write into a folder that holds another scenario'));
}

/** What is asked about unless the user says otherwise. */
export const usualMeasure = 'welfare';

/** What is asked about, of verbs that ask about one measure. */
export function questionOptions<Args>(yargs: Argv<Args>) {
  return yargs
    .option(
      'measure',
      usualWordOption('measure', 'measure of a run or of an experiment', usualMeasure),
    )
    .option('world', wordOption('world', 'world of the measure; without it the actual one'))
    .option(
      'over',
      listOption(
        'over',
        'keys of what is moved, e.g. economy.behaviour.awareness; without it what the scenario samples, or all assumptions',
      ),
    );
}

/** What a sensitivity analysis asks about besides who is first, and how much work it is. */
export function sensitivityOptions<Args>(yargs: Argv<Args>) {
  const usual = usualSensitivity;
  return yargs
    .option(
      'institution',
      wordOption(
        'institution',
        'ask about the level under this institution, not about who is first',
      ),
    )
    .option(
      'between',
      listOption('between', 'ask about the difference of two institutions, e.g. sesame,none'),
    )
    .option(
      'trajectories',
      count(
        'trajectories',
        `Morris trajectories of the screening; without it ${usual.trajectories}`,
        2,
        1000,
      ),
    )
    .option(
      'base',
      count(
        'base',
        `base points of the indices, a power of two is best, 0 for screening alone; without it ${usual.base}`,
        0,
        65_536,
      ),
    )
    .option(
      'factors',
      count(
        'factors',
        `most factors that indices are computed of; without it ${usual.factors}`,
        1,
        8,
      ),
    );
}

function count(flag: string, about: string, min: number, max: number) {
  return numberOption({ flag, about, min, max, whole: true });
}

/** How figures are drawn. */
export function drawOptions<Args>(yargs: Argv<Args>) {
  return yargs
    .option('theme', { choices: themeIds, default: 'paper' as const, describe: 'how figures look' })
    .option('lang', langOption('language of figures and of what they show'))
    .option('font', fontOption)
    .option('no-figures', switchOption('draw nothing'));
}
