import { join } from 'node:path';
import {
  fitTable,
  readable,
  sentencesOf,
  setSentences,
  type Calibration,
} from '../calibration/index.ts';
import { UserError } from '../errors.ts';
import { usualSearch } from '../library/node/calibrate.ts';
import {
  loadTargets,
  runCalibration,
  runShard,
  searchWords,
  type SearchShard,
} from '../run/calibration/run.ts';
import {
  colours,
  Interrupted,
  lineWidth,
  print,
  printWrapped,
  say,
  untilInterrupted,
} from '../terminal/terminal.ts';
import { textTable } from '../text/text-table.ts';
import { defineCommand } from './command.ts';
import { jobPartOf } from './design/run-part.ts';
import { threadsOption } from './market-options.ts';
import { noModulesOption, numberOption, switchOption, wholeOption, wordOption } from './options.ts';

const usual = usualSearch;

export const command = defineCommand({
  options: (yargs) =>
    yargs
      .positional('targets', {
        type: 'string',
        demandOption: true,
        describe: 'file of targets, or the id of a shipped one, as targets-us',
      })
      .option(
        'evaluations',
        wholeOption('evaluations', `vectors to evaluate; without it ${usual.evaluations}`, {
          min: 1,
          max: 1_000_000,
        }),
      )
      .option(
        'minutes',
        numberOption({ flag: 'minutes', about: 'stop searching after so long', min: 0 }),
      )
      .option(
        'starts',
        wholeOption('starts', `descents; without it ${usual.starts}`, { min: 1, max: 100 }),
      )
      .option(
        'admissible',
        wholeOption('admissible', 'draw a set of so many vectors that fit, too', {
          min: 1,
          max: 10_000,
        }),
      )
      .option(
        'steps',
        wholeOption(
          'steps',
          'steps of each chain of the last walk of --admissible; without it 6000 a parameter',
          {
            min: 10,
            max: 10_000_000,
          },
        ),
      )
      .option('out', wordOption('out', 'folder for what is found; without it output/<targets>'))
      .option(
        'shard',
        wordOption(
          'shard',
          'k/n: evaluate only the k-th of n parts, by start; without it calibrate finishes',
        ),
      )
      .option('threads', threadsOption)
      .option('no-modules', noModulesOption)
      .option('quiet', switchOption('no progress'))
      .option('force', switchOption('replace another search in the folder'))
      .example('$0 calibrate my-country.yaml', 'fit the baseline to a country')
      .example('$0 calibrate targets-us --minutes 20', 'what the baseline is fitted to')
      .example('$0 calibrate my-country.yaml --admissible 60', 'all economies that fit it')
      .example('$0 calibrate my-country.yaml --shard 2/4', 'a quarter of the search, elsewhere'),
  run: async (args) => {
    const { evaluations = usual.evaluations, starts = usual.starts, minutes = Infinity } = args;
    const { quiet, force, threads, steps, admissible: wanted } = args;
    const shard = shardOf(args);
    const calibration = await loadTargets(args.targets);
    const { id, targets, free, size } = calibration;
    const folder = args.out ?? join('output', id);
    if (!quiet) {
      const people = size.borrowers.toLocaleString('en');
      say(
        `${targets.length} targets, ${free.length} free parameters; markets of ${people} borrowers`,
      );
    }
    if (shard) {
      return doShard(calibration, { ...args, folder, evaluations, starts }, shard);
    }
    const set = await runCalibration(calibration, {
      ...{
        targets: args.targets,
        folder,
        force,
        evaluations,
        starts,
        minutes,
        threads,
        wanted,
        steps,
      },
      signal: untilInterrupted(true),
      onProgress: quiet ? () => {} : progressLines(),
      onWait: (who) => say(`${folder} is being written by ${who}; waiting …`),
      onFound: (told) => {
        printFit(told, sentencesOf(calibration, told));
        if (quiet) return;
        say(`All of it: ${join(folder, 'fit.md')}; scenario: ${join(folder, 'best.yaml')}`);
      },
    });
    if (!set) return;
    printSentences(setSentences(calibration, set));
    if (!quiet) say(`The vectors: ${join(folder, 'admissible.csv')}`);
  },
});

/** The part of a search that is asked for; undefined for all. */
function shardOf({
  shard,
  admissible: wanted,
}: {
  readonly shard: string | undefined;
  readonly admissible: number | undefined;
}): SearchShard | undefined {
  const part = jobPartOf({ shard, job: undefined });
  if (part?.kind !== 'shard') return undefined;
  if (wanted !== undefined) {
    const message = '--admissible: the set is drawn from a whole search, and this is a part of one';
    throw new UserError([{ message, hint: 'give it when all shards are done, without --shard' }]);
  }
  return part;
}

/** Evaluates a shard's vectors and says how far all are. */
async function doShard(
  calibration: Calibration,
  {
    targets,
    folder,
    force,
    quiet,
    evaluations,
    starts,
    threads,
    minutes,
  }: {
    readonly targets: string;
    readonly folder: string;
    readonly force: boolean;
    readonly quiet: boolean;
    readonly evaluations: number;
    readonly starts: number;
    readonly threads: number | undefined;
    readonly minutes: number | undefined;
  },
  shard: SearchShard,
): Promise<void> {
  const signal = untilInterrupted(true, minutes);
  const onProgress = (stage: string, done: number) => {
    if (!quiet && done % toldEvery === 0) say(`${stage}: ${done} vectors evaluated here`);
  };
  const { done, total } = await runShard(
    calibration,
    { targets, folder, force, evaluations, starts, threads, signal, onProgress },
    shard,
  );
  const words = searchWords({ targets, evaluations, starts });
  if (done < total) {
    if (!quiet) {
      say(`This part is done as far as can be seen; ${done} of ${total} vectors are.`);
      say(`Call again for what comes next; how far all are: creditlab status ${folder}`);
    }
    throw new Interrupted(75);
  }
  if (!quiet)
    say(
      `All ${total} vectors are evaluated. What they say: creditlab calibrate ${words} --out ${folder}`,
    );
}

/** Vectors between two lines of progress of a shard. */
const toldEvery = 50;

/** A line at every tenth of each part. */
function progressLines(): (part: string, done: number, total: number) => void {
  let last = '';
  return (part, done, total) => {
    const line = `${part}: ${Math.floor((10 * done) / total) * 10}%`;
    if (line !== last && done > 0) say(`${line} (${done} of ${total})`);
    last = line;
  };
}

function printFit(told: Parameters<typeof fitTable>[0], sentences: readonly string[]): void {
  const { head, rows } = readable(fitTable(told));
  const shown = head.slice(0, 9);
  const columns = shown.map((name, k) => ({
    head: [name],
    cells: rows.map((row) => row[k]),
    align: k === 0 || name === 'verdict' ? ('left' as const) : ('right' as const),
  }));
  for (const line of textTable(columns, lineWidth())) print(line);
  printSentences(sentences);
}

/** The first stands out. */
function printSentences(sentences: readonly string[]): void {
  const { bold } = colours(process.stdout);
  for (const [k, sentence] of sentences.entries()) {
    print('');
    printWrapped(sentence, '', k === 0 ? bold : undefined);
  }
}
