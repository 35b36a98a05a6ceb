import { join } from 'node:path';
import { UserError } from '../../errors.ts';
import { publishBeside } from '../../folder/output-folder.ts';
import { askedOf } from '../../run/index.ts';
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
const verbs = ['run', 'sensitivity', 'robustness', 'converge'] as const;

export const command = defineCommand({
  options: (yargs) =>
    sensitivityOptions(
      questionOptions(
        marketOptions(
          yargs.positional('scenario', {
            type: 'string',
            demandOption: true,
            describe: 'file, or id of a shipped scenario',
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
          '--institution, --between, --trajectories, --base and --factors for sensitivity',
      })
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
    const ofSensitivity = { institution, between, trajectories, base, factors };
    if (asks) askedOf(measure, world);
    else refuseQuestion(verb, measure, world, over);
    if (verb !== 'sensitivity') refuseEffort(verb, ofSensitivity);
    const scenario = await loadScenario(given, overridesOf(flags));
    const folder = out ?? join('output', scenario.id);
    const named = calledAs(asks ? args : flags);
    const odd = [...named.split(' '), folder].find((word) => !plainWord.test(word));
    if (odd !== undefined) {
      const message = `"${odd}" has signs that a shell reads otherwise`;
      throw new UserError([{ message, hint: 'use letters, digits, . / = , : @ % + - and _' }]);
    }
    const lines = args.sbatch ?? [];
    const plan = { verb, named, folder, shards: nodes, time, cpus, lines, program };
    const names = { array: `${scenario.id}.array.sh`, submit: `${scenario.id}.submit.sh` };
    const [array, submit] = [join(into, names.array), join(into, names.submit)];
    const scripts = new Map([
      [names.array, arrayScript(plan)],
      [names.submit, submitScript(plan, array)],
    ]);
    publishBeside(into, scripts, { leaves: false, force: args.force });
    if (quiet) return;
    if (verb === 'run') {
      const here = await planOf(scenario, cpus);
      say(planText(scenario, here));
      say(costText(scenario, here));
    } else say(`How much it is: creditlab ${verb} ${named} --dry-run`);
    say(`Written: ${array} and ${submit}. To begin: bash ${submit}`);
  },
});

/** Flags of a sensitivity analysis alone. */
function refuseEffort(verb: string, flags: Readonly<Record<string, unknown>>): void {
  const given = Object.keys(flags).filter((name) => flags[name] !== undefined);
  if (given.length === 0) return;
  const hint = 'add --verb sensitivity';
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
