import type { Argv } from 'yargs';
import { themeIds } from '../../charts/index.ts';
import type { ScoreModel } from '../../scores/index.ts';
import { forms, models, populationTemplate, template, encodings } from '../../score-file/index.ts';
import { noteMisgiven } from '../misgiven.ts';
import { namedNumbersOption, numbersOption } from '../number-lists.ts';
import {
  forceOption,
  noModulesOption,
  numberOption,
  switchOption,
  usualWordOption,
  wordOption,
  langOption,
} from '../options.ts';

const templates = ['borrowers', 'population'] as const;

/** What is read and written, under the flags. */
const aboutFiles =
  'Sesame reads the columns id and nine behaviours (see --template): what share of the population\n' +
  'the borrower exceeds, 0 to 100. Optional: repaid, defaults, on loans within the ecosystem.\n' +
  'fico reads id, repaid, defaults, quarters-since-default, length, open-loans, recent-loans, balances, kinds.\n' +
  'Separator , ; or tab; after ; and tab a comma may be decimal. Other columns are ignored.\n' +
  'A file called - is what comes through a pipe, and --out - prints the scores.\n' +
  'Scores come with base + points by dimension and by part + limit (what the ends of the range\n' +
  'take), in whole points that add up exactly.\n' +
  'Scale: fixed, so that nobody’s score depends on the others in the file. Sesame: the population’s\n' +
  'mean is 650 and its standard deviation 100, in closed form from the weights and from how behaviours\n' +
  'hang together. fico: 170 points double the odds of repaying, 600 stands for 6 : 1, by a line\n' +
  'fitted once to simulated files under market-led.';

/** Positionals and flags of `creditlab score`. */
export function scoreOptions(yargs: Argv) {
  return yargs
    .positional('file', { type: 'string', describe: 'CSV file, one borrower a line' })
    .option('template', {
      type: 'string',
      describe: `print a file to fill in: ${templates.join(' or ')} (without a word, the first)`,
      coerce: templateName,
    })
    .option('model', { choices: models, default: 'sesame' as const, describe: 'which score' })
    .option('out', wordOption('out', 'file for the scores; without it output/score/<file>'))
    .option(
      'explain',
      wordOption('explain', 'id of one borrower: its table, waterfall and way to the next band'),
    )
    .option(
      'simulate',
      wordOption('simulate', 'scenario whose simulated credit files are scored (--model fico)'),
    )
    .option(
      'institution',
      usualWordOption('institution', 'whose files, with --simulate', 'market-led'),
    )
    .option('values', {
      choices: forms,
      default: 'percentiles' as const,
      describe: 'behaviours as percentiles of the population (0–100), or as raw values',
    })
    .option(
      'population',
      wordOption(
        'population',
        'CSV of mean and deviation of each raw behaviour; without it 0 and 1',
      ),
    )
    .option(
      'weights',
      numbersOption({
        flag: 'weights',
        about: 'contacts,identity,capacity,behaviour,history',
        count: 5,
      }),
    )
    .option(
      'authenticity',
      numberOption({
        flag: 'authenticity',
        about: 'correlation of a behaviour of share 1 with its trait; sets the scale',
        min: 0,
        max: 1,
      }),
    )
    .option('range', numbersOption({ flag: 'range', about: 'lowest,highest score', count: 2 }))
    .option('bands', namedNumbersOption('bands', 'name=lowest score, rising: poor=350,fair=550'))
    .option('theme', {
      choices: themeIds,
      default: 'paper' as const,
      describe: 'how the chart looks',
    })
    .option('lang', langOption('language of the chart'))
    .option('encoding', {
      choices: encodings,
      default: 'utf-8' as const,
      describe: 'of the file, where it is not UTF-8',
    })
    .option('decimal', {
      choices: ['dot', 'comma'] as const,
      describe: 'sign before decimals, where 1.234 could be a thousand',
    })
    .option('force', forceOption)
    .option('no-modules', noModulesOption)
    .option('quiet', switchOption('no summary'))
    .epilogue(aboutFiles)
    .example('$0 score --template > borrowers.csv', 'a file to fill in')
    .example('$0 score borrowers.csv', 'write output/score/borrowers.csv')
    .example('$0 score borrowers.csv --explain borrower-1', 'explain one score')
    .example('$0 score --model fico --simulate baseline', 'files of a simulated market');
}

/** `--template` alone means the first one. */
function templateName(given: unknown): (typeof templates)[number] | undefined {
  if (given === undefined) return undefined;
  const found = given === '' ? templates[0] : templates.find((one) => one === given);
  if (found) return found;
  const hint = `allowed: ${templates.join(', ')}`;
  return noteMisgiven({ message: `--template: ${JSON.stringify(given)} is not allowed`, hint });
}

/** The file to fill in that was asked for. */
export function templateOf(which: (typeof templates)[number], model: ScoreModel): string {
  return which === 'population' ? populationTemplate() : template(model);
}
