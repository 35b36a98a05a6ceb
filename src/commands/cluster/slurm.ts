import { join } from 'node:path';
import { UserError } from '../../errors.ts';
import { replaceFile } from '../../folder/index.ts';
import { costText, planOf, planText } from '../../run/plan.ts';
import { loadScenario } from '../../scenario/load.ts';
import { say } from '../../terminal/terminal.ts';
import { defineCommand } from '../command.ts';
import {
  repeatedOption,
  switchOption,
  usualWordOption,
  wholeOption,
  wordOption,
} from '../options.ts';
import { arrayScript, submitScript } from './slurm-scripts.ts';

const plainWord = /^[\w./=,:@%+-]+$/;

export const command = defineCommand({
  options: (yargs) =>
    yargs
      .positional('scenario', {
        type: 'string',
        demandOption: true,
        describe: 'file, or id of a shipped scenario',
      })
      .option('nodes', wholeOption('nodes', 'shards: tasks of the array', { min: 1, max: 10_000 }))
      .option('time', usualWordOption('time', 'limit of a task, as Slurm writes it', '01:00:00'))
      .option('cpus', wholeOption('cpus', 'cores of a task', { min: 1, max: 1024 }))
      .option('out', wordOption('out', 'folder that all nodes see; without it output/<scenario>'))
      .option('set', repeatedOption('one value, as key=value; may stand often'))
      .option('program', usualWordOption('program', 'how nodes call creditlab', 'creditlab'))
      .option('into', usualWordOption('into', 'folder for the two scripts', '.'))
      .option('sbatch', repeatedOption('a further line for sbatch; so is each word after --'))
      .option('quiet', switchOption('print no messages'))
      .example('$0 slurm sweep.yaml --nodes 20 --time 02:00:00', 'two scripts: array and submit')
      .example(
        '$0 slurm sweep.yaml --nodes 4 -- --partition=long --mem=4G',
        'with lines for sbatch',
      ),
  run: async ({
    scenario: named,
    nodes = 4,
    time,
    cpus = 1,
    out,
    set,
    program,
    into,
    sbatch,
    quiet,
  }) => {
    if (!/^(\d+-)?\d+(:\d+){0,2}$/.test(time)) {
      const hint = 'minutes, hours:minutes:seconds or days-hours:minutes:seconds';
      throw new UserError([{ message: `--time: "${time}" is no time of Slurm’s`, hint }]);
    }
    const scenario = await loadScenario(named, { set });
    const folder = out ?? join('output', scenario.id);
    const words = [named, folder, ...(set ?? [])];
    const odd = words.find((word) => !plainWord.test(word));
    if (odd !== undefined) {
      const message = `"${odd}" has signs that a shell reads otherwise`;
      throw new UserError([{ message, hint: 'use letters, digits, . / = , : @ % + - and _' }]);
    }
    const run = [named, ...(set ?? []).map((text) => `--set ${text}`)].join(' ');
    const lines = sbatch ?? [];
    const plan = { run, folder, shards: nodes, time, cpus, lines, program };
    const array = join(into, `${scenario.id}.array.sh`);
    const submit = join(into, `${scenario.id}.submit.sh`);
    replaceFile(array, arrayScript(plan));
    replaceFile(submit, submitScript(plan, array));
    if (quiet) return;
    const here = await planOf(scenario, cpus);
    say(planText(scenario, here));
    say(costText(scenario, here));
    say(`Written: ${array} and ${submit}. To begin: bash ${submit}`);
  },
});
