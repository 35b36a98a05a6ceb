import { compareRuns, errorRate, type RunContrast } from '../replicates/index.ts';
import { resultDictionary } from '../measures/index.ts';
import { alikeMark, headline, headlineColumn, headlineLegend } from '../findings/index.ts';
import { readFolder } from '../folder/read-folder.ts';
import { scenarioDifferences, type StoredRun } from '../folder/index.ts';
import { textTable, type TextColumn } from '../text/text-table.ts';
import { inReadingOrder } from '../scenario/index.ts';
import { UserError } from '../errors.ts';
import { defineCommand } from './command.ts';
import { switchOption } from './options.ts';
import { colours, lineWidth, print, printWrapped, say } from '../terminal/terminal.ts';

export const command = defineCommand({
  options: (yargs) =>
    yargs
      .positional('a', { type: 'string', demandOption: true, describe: 'output folder of a run' })
      .positional('b', { type: 'string', demandOption: true, describe: 'folder of another run' })
      .option('json', switchOption('every measure, as JSON'))
      .example('$0 compare output/baseline output/lemons', 'what a scenario changes'),
  run: async ({ a, b, json }) => {
    const [before, after] = [await readFolder(a), await readFolder(b)];
    const contrasts = compareRuns(runOf(before), runOf(after), resultDictionary);
    if (contrasts.length === 0) {
      throw new UserError(`${a} and ${b} have no institution, world and measure in common`);
    }
    const differences = scenarioDifferences(before.manifest.scenario, after.manifest.scenario);
    if (json) return print(JSON.stringify({ a, b, differences, contrasts }, null, 2));
    printComparison(contrasts, after, `${b} minus ${a}`, differences);
  },
});

function runOf({ manifest, rows }: StoredRun) {
  return { rows, seeds: new Map(manifest.seeds.map(({ replicate, key }) => [replicate, key])) };
}

function printComparison(
  contrasts: readonly RunContrast[],
  after: StoredRun,
  title: string,
  differences: readonly string[],
): void {
  const { bold, dim } = colours(process.stdout);
  const width = lineWidth();
  printWrapped(title, '', bold);
  print('');
  for (const line of textTable(columnsOf(contrasts, after), width)) print(line);
  print('');
  for (const line of [
    ...headlineLegend(new Set(contrasts.map(({ measure }) => measure))),
    pairingOf(contrasts[0]),
    `${alikeMark} cannot be told apart from no change (5%, Holm over the institutions of the column).`,
  ])
    printWrapped(line, '', dim);
  say('');
  say(differences.length === 0 ? 'The scenarios are the same.' : 'Settings that differ:');
  for (const line of differences) say(`  ${line}`);
}

function columnsOf(contrasts: readonly RunContrast[], after: StoredRun): TextColumn[] {
  const shared = new Set(contrasts.map(({ institution }) => institution));
  const { scenario } = after.manifest;
  const institutions = inReadingOrder(scenario.institutions).filter(({ id }) => shared.has(id));
  const columns = headline.flatMap((each) => {
    const entryOf = (id: string, wanted: string) => {
      const found = contrasts.find(
        ({ institution, world, measure }) =>
          institution === id && world === each.world && measure === wanted,
      );
      return found && { value: found.difference, alike: found.adjustedP > errorRate };
    };
    const entries = institutions.flatMap(({ id }) => {
      const entry = entryOf(id, each.measure);
      const upper = each.upper === undefined ? undefined : entryOf(id, each.upper);
      return entry === undefined ? [] : upper === undefined ? entry : { ...entry, upper };
    });
    return entries.length === institutions.length ? headlineColumn(each, entries) : [];
  });
  const cells = institutions.map(({ label }) => label);
  return [{ head: ['institution'], cells, align: 'left' }, ...columns];
}

function pairingOf({ paired, difference }: RunContrast): string {
  return paired
    ? `Differences ± half of the 95% interval, paired over ${difference.n} replicates with the same seeds.`
    : "Differences ± half of the 95% interval; the runs share no seeds, so they are compared as independent (Welch's t).";
}
