import { join } from 'node:path';
import { UserError } from '../../errors.ts';
import { publishBeside } from '../../folder/output-folder.ts';
import { askedOf } from '../../run/index.ts';
import { usualSearch } from '../../library/node/calibrate.ts';
import { loadTargets, searchWords } from '../../run/calibration/run.ts';
import { costText, planOf, planText } from '../../run/plan.ts';
import { loadScenario } from '../../scenario/load.ts';
import { say } from '../../terminal/terminal.ts';
import { defineCommand } from '../command.ts';
import { questionOptions, sensitivityOptions, usualMeasure } from '../answers/answer-options.ts';
import { overridesOf } from '../answers/prepare.ts';
import { calledAs } from '../design/run-part.ts';
import { marketOptions } from '../market-options.ts';
import {
  forceOption,
  repeatedOption,
  usualWordOption,
  wholeOption,
  wordOption,
} from '../options.ts';
import { arrayScript, submitScript } from './slurm-scripts.ts';

const plainWord = /^[\w./=,:@%+-]+$/;

/** Verbs whose markets can be shared out. */
const verbs = ['run', 'sensitivity', 'robustness', 'converge', 'calibrate'] as const;

export const command = defineCommand({
  options: (yargs) =>
    sensitivityOptions(
      questionOptions(
        marketOptions(
          yargs.positional('scenario', {
            type: 'string',
            demandOption: true,
            describe: 'file, or id of a shipped scenario; of targets, for --verb calibrate',
          }),
        ),
      ),
    )
      .option('nodes', wholeOption('nodes', 'shards: tasks of the array', { min: 1, max: 10_000 }))
      .option('time', usualWordOption('time', 'limit of a task, as Slurm writes it', '01:00:00'))
      .option('cpus', wholeOption('cpus', 'cores of a task', { min: 1, max: 1024 }))
      .option('verb', {
        choices: verbs,
        default: 'run' as const,
        describe:
          'what is done; --measure, --world and --over are for sensitivity and robustness, ' +
          '--institution, --between, --trajectories, --base and --factors for sensitivity, ' +
          '--evaluations and --starts for calibrate',
      })
      .option(
        'evaluations',
        wholeOption('evaluations', 'of calibrate: vectors to evaluate', { min: 1, max: 1_000_000 }),
      )
      .option('starts', wholeOption('starts', 'of calibrate: descents', { min: 1, max: 100 }))
      .option('out', wordOption('out', 'folder that all nodes see; without it output/<scenario>'))
      .option('program', usualWordOption('program', 'how nodes call creditlab', 'creditlab'))
      .option('into', usualWordOption('into', 'folder for the two scripts', '.'))
      .option('force', forceOption)
      .option('sbatch', repeatedOption('a further line for sbatch; so is each word after --'))
      .example('$0 slurm sweep.yaml --nodes 20 --time 02:00:00', 'two scripts: array and submit')
      .example(
        '$0 slurm baseline --verb sensitivity --nodes 20',
        'which assumption drives the ranking',
      )
      .example(
        '$0 slurm sweep.yaml --nodes 4 -- --partition=long --mem=4G',
        'with lines for sbatch',
      ),
  run: async (args) => {
    const { scenario: given, nodes = 4, time, cpus = 1, out, verb, program, into, quiet } = args;
    if (!/^(\d+-)?\d+(:\d+){0,2}$/.test(time)) {
      const hint = 'minutes, hours:minutes:seconds or days-hours:minutes:seconds';
      throw new UserError([{ message: `--time: "${time}" is no time of Slurm’s`, hint }]);
    }
    if (args.threads !== undefined) {
      const message = '--threads: a task has as many as --cpus says';
      throw new UserError([{ message, hint: `--cpus ${args.threads}` }]);
    }
    const asks = verb === 'sensitivity' || verb === 'robustness';
    const { measure, world, over, institution, between, trajectories, base, factors, ...flags } =
      args;
    const { evaluations, starts } = args;
    const ofSensitivity = { institution, between, trajectories, base, factors };
    if (asks) askedOf(measure, world);
    else refuseQuestion(verb, measure, world, over);
    if (verb !== 'sensitivity') refuseFlags(verb, ofSensitivity, 'sensitivity');
    if (verb !== 'calibrate') refuseFlags(verb, { evaluations, starts }, 'calibrate');
    const isSearch = verb === 'calibrate';
    const scenario = isSearch ? undefined : await loadScenario(given, overridesOf(flags));
    const { id } = scenario ?? (await loadTargets(given));
    const folder = out ?? join('output', id);
    const named = isSearch
      ? searchNamed(flags, { evaluations, starts })
      : calledAs(asks ? args : flags);
    const odd = [...named.split(' '), folder].find((word) => !plainWord.test(word));
    if (odd !== undefined) {
      const message = `"${odd}" has signs that a shell reads otherwise`;
      throw new UserError([{ message, hint: 'use letters, digits, . / = , : @ % + - and _' }]);
    }
    const lines = args.sbatch ?? [];
    const plan = { verb, named, folder, shards: nodes, time, cpus, lines, program };
    const names = { array: `${id}.array.sh`, submit: `${id}.submit.sh` };
    const [array, submit] = [join(into, names.array), join(into, names.submit)];
    const scripts = new Map([
      [names.array, arrayScript(plan)],
      [names.submit, submitScript(plan, array)],
    ]);
    publishBeside(into, scripts, { leaves: false, force: args.force });
    if (quiet) return;
    if (isSearch) say(`How far it is, at any time: creditlab status ${folder}`);
    else if (scenario && verb === 'run') {
      const here = await planOf(scenario, cpus);
      say(planText(scenario, here));
      say(costText(scenario, here));
    } else say(`How much it is: creditlab ${verb} ${named} --dry-run`);
    say(`Written: ${array} and ${submit}. To begin: bash ${submit}`);
  },
});

/** What is calibrated, with the flags of a search; those of markets are none of its own. */
function searchNamed(
  flags: Parameters<typeof calledAs>[0],
  {
    evaluations,
    starts,
  }: { readonly evaluations?: number | undefined; readonly starts?: number | undefined },
): string {
  const [targets = '', ...strange] = calledAs(flags).split(' --');
  if (strange.length > 0) {
    const hint = 'the file of targets says how large its markets are';
    throw new UserError(
      strange.map((words) => ({ message: `--${words}: calibrate has no such flag`, hint })),
    );
  }
  const { evaluations: most, starts: descents } = usualSearch;
  return searchWords({ targets, evaluations: evaluations ?? most, starts: starts ?? descents });
}

/** Flags of another verb alone. */
function refuseFlags(verb: string, flags: Readonly<Record<string, unknown>>, of: string): void {
  const given = Object.keys(flags).filter((name) => flags[name] !== undefined);
  if (given.length === 0) return;
  const hint = `add --verb ${of}`;
  throw new UserError(
    given.map((name) => ({ message: `--${name}: ${verb} has no such flag`, hint })),
  );
}

/** A flag that would be written nowhere is a mistake. */
function refuseQuestion(
  verb: string,
  measure: string,
  world: string | undefined,
  over: readonly string[] | undefined,
): void {
  const given = [
    ...(measure === usualMeasure ? [] : ['--measure']),
    ...(world === undefined ? [] : ['--world']),
    ...(over === undefined ? [] : ['--over']),
  ];
  if (given.length === 0) return;
  const hint = 'add --verb sensitivity or --verb robustness';
  throw new UserError(
    given.map((flag) => ({ message: `${flag}: ${verb} asks about no measure`, hint })),
  );
}
