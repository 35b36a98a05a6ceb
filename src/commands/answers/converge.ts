import { join } from 'node:path';
import { resizeText } from '../../answers/index.ts';
import { publishBeside } from '../../folder/output-folder.ts';
import { convergenceFiles, convergenceTold } from '../../library/answers/convergence.ts';
import { runConvergence } from '../../run/answers/converge.ts';
import type { Convergence } from '../../run/index.ts';
import { inReadingOrder, type Scenario } from '../../scenario/index.ts';
import { loadScenario } from '../../scenario/load.ts';
import { print } from '../../terminal/terminal.ts';
import { defineCommand } from '../command.ts';
import type { Language } from '../../language.ts';
import { langOption } from '../options.ts';
import { sayNumbers } from '../words/where-words.ts';
import { answerOptions } from './answer-options.ts';
import { inFolder, overridesOf } from './prepare.ts';
import { printAnswer, type PrintOptions } from './print-answer.ts';

export const command = defineCommand({
  options: (yargs) =>
    answerOptions(yargs)
      .option('lang', langOption('language of the answer'))
      .example('$0 converge baseline', 'whether its numbers hang on how long and how large it is')
      .example('$0 converge my.yaml --replicates 12', 'with more power to tell'),
  run: async (args) => {
    const loaded = await loadScenario(args.scenario, overridesOf(args));
    const scenario = { ...loaded, institutions: inReadingOrder(loaded.institutions) };
    await inFolder(
      'converge',
      args,
      scenario,
      (folder, meansFor) => runConvergence(scenario, folder, meansFor),
      (outcome, folder) => tell(scenario, outcome, folder, args),
    );
  },
});

function tell(
  scenario: Scenario,
  outcome: Convergence,
  folder: string,
  { json, quiet, force, lang }: PrintOptions & { readonly lang: Language },
): void {
  const { resizes, movements } = outcome;
  const told = convergenceTold(scenario, outcome, lang);
  const { question: title, sentences, table } = told;
  const place = (end: string) => join('convergence', `convergence.${end}`);
  const files = new Map(convergenceFiles(scenario, told));
  publishBeside(folder, files, { leaves: false, force });
  if (json) return print(JSON.stringify({ question: title, folder, sentences, table }, null, 2));
  const rows = resizes.map((resize, k) => {
    const own = movements.filter((one) => one.resize === k);
    const count = (verdict: string) => own.filter((one) => one.verdict === verdict).length;
    return {
      size: resizeText(resize, lang),
      ...{ holds: count('holds'), moves: count('moves'), untold: count('untold') },
    };
  });
  const [size, holds, moves, untold] = heads[lang];
  const columns = [
    { head: size, of: 'size' },
    { head: holds, of: 'holds', right: true },
    { head: moves, of: 'moves', right: true },
    { head: untold, of: 'untold', right: true },
  ];
  printAnswer(title, scenario.title, [{ columns, rows }], sentences);
  const [numbers, page] = [join(folder, place('csv')), join(folder, place('md'))];
  if (!quiet) sayNumbers(lang, { numbers, page });
}

const heads: Readonly<Record<Language, readonly [string, string, string, string]>> = {
  en: ['size', 'hold', 'move', 'not told'],
  zh: ['规模', '稳定', '变动', '无法判断'],
};
