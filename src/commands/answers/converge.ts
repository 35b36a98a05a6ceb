import { join } from 'node:path';
import { luckAt, noiseSentences, resizeSentences, resizeText } from '../../answers/index.ts';
import { publishBeside } from '../../folder/output-folder.ts';
import { resultDictionary } from '../../measures/index.ts';
import { runConvergence, watched } from '../../run/answers/converge.ts';
import type { Convergence } from '../../run/index.ts';
import { inReadingOrder, type Scenario } from '../../scenario/index.ts';
import { loadScenario } from '../../scenario/load.ts';
import { csvOf } from '../../text/csv.ts';
import { print, say } from '../../terminal/terminal.ts';
import { defineCommand } from '../command.ts';
import { answerOptions } from './answer-options.ts';
import { inFolder, overridesOf } from './prepare.ts';
import { printAnswer, type Told } from './print-answer.ts';

export const command = defineCommand({
  options: (yargs) =>
    answerOptions(yargs)
      .example('$0 converge baseline', 'whether its numbers hang on how long and how large it is')
      .example('$0 converge my.yaml --replicates 12', 'with more power to tell'),
  run: async (args) => {
    const loaded = await loadScenario(args.scenario, overridesOf(args));
    const scenario = { ...loaded, institutions: inReadingOrder(loaded.institutions) };
    await inFolder(args, scenario, async (folder, meansFor) => {
      const outcome = await runConvergence(scenario, folder, meansFor);
      tell(scenario, outcome, folder, args);
    });
  },
});

const title = 'Do the numbers hang on the size of the run?';

function tell(
  scenario: Scenario,
  outcome: Convergence,
  folder: string,
  { json, quiet, force }: Told,
): void {
  const { resizes, movements } = outcome;
  const sentences = sentencesOf(scenario, outcome);
  const table = movements.map(({ resize, change, ...one }) => ({
    ...{ of: resizes[resize].of, from: resizes[resize].from, to: resizes[resize].to },
    ...{ measure: one.measure, institution: one.institution, less: one.other ?? '' },
    ...{ own: one.own, change: change.mean, low: change.low, high: change.high },
    ...{ tolerated: one.tolerated, verdict: one.verdict },
  }));
  const place = (end: string) => join('convergence', `convergence.${end}`);
  const page = `# ${title}\n\n${scenario.title}\n\n${sentences.join('\n\n')}\n`;
  const files = new Map([
    [place('csv'), csvOf(table)],
    [place('md'), page],
  ]);
  publishBeside(folder, files, { leaves: false, force });
  if (json) return print(JSON.stringify({ question: title, folder, sentences, table }, null, 2));
  const rows = resizes.map((resize, k) => {
    const own = movements.filter((one) => one.resize === k);
    const count = (verdict: string) => own.filter((one) => one.verdict === verdict).length;
    return {
      size: resizeText(resize),
      ...{ holds: count('holds'), moves: count('moves'), untold: count('untold') },
    };
  });
  const columns = [
    { head: 'size', of: 'size' },
    { head: 'hold', of: 'holds', right: true },
    { head: 'move', of: 'moves', right: true },
    { head: 'not told', of: 'untold', right: true },
  ];
  printAnswer(title, scenario.title, [{ columns, rows }], sentences);
  if (!quiet) say(`Numbers: ${join(folder, place('csv'))}; page: ${join(folder, place('md'))}`);
}

function sentencesOf(scenario: Scenario, { resizes, movements, valuesAt }: Convergence): string[] {
  const name = (id: string) => scenario.institutions.find((one) => one.id === id)?.label ?? id;
  const { passportOf } = resultDictionary;
  const [welfare] = watched;
  const sizes = [
    { place: 0, borrowers: scenario.borrowers },
    ...resizes.flatMap((resize, k) =>
      resize.of === 'borrowers' ? [{ place: k + 1, borrowers: resize.to }] : [],
    ),
  ];
  const noise = sizes.map(({ place, borrowers }) => {
    const all = scenario.institutions
      .map(({ id }) => luckAt(valuesAt(place, id, welfare)))
      .toSorted((a, b) => a - b);
    return { borrowers, deviation: all[Math.floor(all.length / 2)] };
  });
  const moved = watched.filter((measure) =>
    movements.some(
      (one) =>
        one.measure === measure &&
        one.verdict === 'moves' &&
        resizes[one.resize].of === 'borrowers',
    ),
  );
  const moving = movements.filter(({ verdict }) => verdict === 'moves').length;
  const holding = movements.filter(({ verdict }) => verdict === 'holds').length;
  const how = 'by more than a tenth of its gap to the reference (paired by seed, 95% each)';
  const lead =
    moving > 0
      ? `Yes: ${moving} of ${movements.length} numbers move, each ${how}.`
      : holding === movements.length
        ? `No: none of ${movements.length} numbers moves ${how}.`
        : `None of ${movements.length} numbers is seen to move ${how}, but only ${holding} are known to hold: ${scenario.replicates} replicates cannot tell of the others.`;
  return [
    lead,
    ...resizeSentences(resizes, movements, passportOf, name),
    ...noiseSentences(
      passportOf(welfare),
      noise,
      moved.map((id) => passportOf(id).title.toLowerCase()),
    ),
  ];
}
